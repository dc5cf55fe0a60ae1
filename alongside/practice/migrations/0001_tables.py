import uuid

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agency", "0001_tables"),
        ("participants", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Card",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key", models.SlugField(db_index=False, max_length=40)),
                ("place", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(default="moment", max_length=8)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("key",), name="a_card_has_a_key_of_its_own"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["moment", "pause"])),
                        name="practice_card_kind_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Consult",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("question", alongside.vault.fields.SealedText()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["-at"], name="consults_newest_first")],
            },
        ),
        migrations.CreateModel(
            name="ConsultReply",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("words", alongside.vault.fields.SealedText()),
                ("thanked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "consult",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="practice.consult",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["consult", "at"], name="replies_to_a_consult")],
            },
        ),
        migrations.CreateModel(
            name="Debrief",
            fields=[
                ("at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["by", "-at"], name="debriefs_of_one_worker")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("seen_at__isnull", True), ("seen_by__isnull", True)),
                            models.Q(("seen_at__isnull", False), ("seen_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_debrief_is_seen_by_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reflection",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(blank=True, null=True)),
                ("expected", alongside.vault.fields.SealedText()),
                ("urgency", alongside.vault.fields.SealedText()),
                ("unsure", alongside.vault.fields.SealedText()),
                ("body", alongside.vault.fields.SealedText()),
                ("well", alongside.vault.fields.SealedText()),
                ("bring", alongside.vault.fields.SealedText()),
                ("footing", alongside.vault.fields.SealedText()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["by", "-at"], name="reflections_of_one_author")],
            },
        ),
        migrations.CreateModel(
            name="Revisit",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("on_day", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("participant", "by"), name="one_day_to_look_again_for_each_worker"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SupervisionPair",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("begun_at", models.DateTimeField()),
                (
                    "supervisor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("worker", "supervisor"), name="two_people_are_a_pair_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("worker", models.F("supervisor")), _negated=True),
                        name="a_pair_is_two_people",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SupervisionItem",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("words", alongside.vault.fields.SealedText()),
                ("changed_at", models.DateTimeField()),
                ("talked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "pair",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="practice.supervisionpair",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["pair", "at"], name="brought_to_a_pair")],
            },
        ),
        migrations.CreateModel(
            name="Supervision",
            fields=[
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("held", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "pair",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="practice.supervisionpair",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["pair", "-at"], name="supervision_of_a_pair")],
            },
        ),
        migrations.CreateModel(
            name="TrainingSession",
            fields=[
                ("version", models.PositiveIntegerField(default=1)),
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(blank=True, max_length=120)),
                ("at", models.DateTimeField()),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("places", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("facilitator", models.CharField(blank=True, max_length=120)),
                ("where", models.CharField(blank=True, max_length=200)),
                ("changed_at", models.DateTimeField()),
                ("cancelled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["at"], name="training_by_its_day")],
            },
        ),
        migrations.CreateModel(
            name="TrainingReflection",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("stays", alongside.vault.fields.SealedText()),
                ("tries", alongside.vault.fields.SealedText()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="practice.trainingsession",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "by"), name="a_session_is_thought_about_once_by_each"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TrainingPlace",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("at", models.DateTimeField()),
                ("waits", models.BooleanField(default=False)),
                (
                    "staff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="practice.trainingsession",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "staff"), name="somebody_comes_to_a_session_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Scenario",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("words", alongside.vault.fields.SealedText()),
                ("changed_at", models.DateTimeField()),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "session",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="practice.trainingsession",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("approved_by__isnull", True),
                            models.Q(("approved_by", models.F("changed_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_scenario_is_approved_by_somebody_else",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TrainingTopic",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key", models.CharField(blank=True, max_length=40)),
                ("name", models.CharField(blank=True, max_length=80)),
                ("place", models.PositiveSmallIntegerField(default=0)),
                ("refresh_months", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("on_profile", models.BooleanField(default=False)),
                ("hidden", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        fields=("key",),
                        name="a_topic_of_ours_stands_once",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        condition=models.Q(("name", ""), _negated=True),
                        name="a_topic_has_a_name_of_its_own",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("key", ""), _negated=True),
                            models.Q(("name", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_topic_is_called_something",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="trainingsession",
            name="topic",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="practice.trainingtopic"
            ),
        ),
        migrations.CreateModel(
            name="TrainingRecord",
            fields=[
                ("at", models.DateTimeField()),
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("on_day", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "staff",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="practice.trainingsession",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="practice.trainingtopic",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["staff", "-on_day"], name="training_of_somebody")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("session__isnull", False)),
                        fields=("staff", "session"),
                        name="a_session_is_recorded_once_for_each",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WordingSuggestion",
            fields=[
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key", models.SlugField(db_index=False, max_length=40)),
                ("language", models.CharField(max_length=10)),
                ("place", models.PositiveIntegerField()),
                ("phrases", models.TextField()),
                ("fine", models.TextField(blank=True)),
                ("why", models.CharField(max_length=200)),
                ("options", models.TextField()),
                ("names", models.BooleanField(default=False)),
                ("plans", models.BooleanField(default=False)),
                ("off", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key", "language"), name="guarded_words_have_a_key_of_their_own"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkloadAnswered",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("month", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("by", "month"), name="a_month_is_answered_once_by_each")
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkloadTally",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("month", models.DateField()),
                ("answer", models.CharField(max_length=10)),
                ("people", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("month", "answer"), name="an_answer_is_tallied_once_a_month"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ["light", "all_right", "heavy", "too_heavy"])),
                        name="practice_workloadtally_answer_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CardTally",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("month", models.DateField()),
                ("helped", models.PositiveIntegerField(default=0)),
                ("not_really", models.PositiveIntegerField(default=0)),
                (
                    "card",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="practice.card",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("card", "month"), name="a_card_has_one_tally_a_month")
                ],
            },
        ),
        migrations.CreateModel(
            name="CardWording",
            fields=[
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("language", models.CharField(max_length=10)),
                ("title", models.CharField(max_length=80)),
                ("words", models.TextField()),
                ("changed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "card",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wordings",
                        to="practice.card",
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("card", "language"), name="a_card_is_worded_once_per_language"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckIn",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("picked", alongside.vault.fields.SealedText()),
                ("words", alongside.vault.fields.SealedText()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["by", "-at"], name="check_ins_of_one_author")],
            },
        ),
    ]
