import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agency", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Participant",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("alias", alongside.vault.fields.SealedText()),
                ("state", models.CharField(default="contact", max_length=10)),
                ("state_since", models.DateTimeField()),
                ("first_contact_at", models.DateTimeField()),
                ("started_at", models.DateTimeField(blank=True, null=True)),
                ("under_18", models.CharField(blank=True, default="", max_length=3)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "case_manager",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.site",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["site"], name="participant_by_site"),
                    models.Index(
                        condition=models.Q(
                            ("case_manager__isnull", True), models.Q(("state", "closed"), _negated=True)
                        ),
                        fields=["id"],
                        name="waits_for_a_case_manager",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["contact", "waiting", "active", "paused", "closed"])
                        ),
                        name="participants_participant_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("under_18__in", ["", "yes", "no"])),
                        name="participants_participant_under_18_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("words", alongside.vault.fields.SealedText()),
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
                "indexes": [models.Index(fields=["participant", "at"], name="need_of")],
            },
        ),
        migrations.CreateModel(
            name="Moment",
            fields=[
                ("at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("room", models.CharField(max_length=20)),
                ("kind", models.CharField(max_length=20)),
                ("ref", models.UUIDField()),
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
                "indexes": [
                    models.Index(fields=["participant", "-at", "id"], name="timeline_of"),
                    models.Index(fields=["room", "ref"], name="moment_by_ref"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("part", models.CharField(max_length=20)),
                ("during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
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
                "indexes": [
                    models.Index(fields=["staff"], name="membership_of_staff"),
                    models.Index(fields=["participant"], name="membership_of"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("during__isempty", False)), name="a_membership_lasts"
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("part__in", ["case_manager", "backup"])),
                        expressions=[("participant", "="), ("part", "="), ("during", "&&")],
                        name="one_case_manager_and_one_backup_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("part", "handover"), _negated=True),
                            ("during__upper_inf", False),
                            _connector="OR",
                        ),
                        name="a_handover_ends",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["case_manager", "backup", "handover"])),
                        name="participants_membership_part_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LinkedRecords",
            fields=[
                ("at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at__isnull", True)), fields=["kept"], name="led_to"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at__isnull", True)),
                        fields=("other",),
                        name="a_record_leads_to_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kept", models.F("other")), _negated=True),
                        name="a_record_leads_to_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Likeness",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("of", models.CharField(max_length=5)),
                ("ref", models.UUIDField()),
                ("token", models.BinaryField()),
                ("at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["token"], name="likeness_by_token"),
                    models.Index(fields=["participant"], name="likeness_of"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("of", "ref"), name="a_likeness_is_kept_once"),
                    models.CheckConstraint(
                        condition=models.Q(("of__in", ["alias", "way"])),
                        name="participants_likeness_of_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GentleTopic",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("topic", alongside.vault.fields.SealedChoice()),
                ("stance", alongside.vault.fields.SealedChoice()),
                ("words", alongside.vault.fields.SealedText()),
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
                "indexes": [models.Index(fields=["participant"], name="gentle_topics_of")],
            },
        ),
        migrations.CreateModel(
            name="Details",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("name", alongside.vault.fields.SealedText()),
                ("pronouns", alongside.vault.fields.SealedText()),
                ("gender", alongside.vault.fields.SealedText()),
                ("languages", alongside.vault.fields.SealedText()),
                ("interpreter", alongside.vault.fields.SealedText()),
                ("helps", alongside.vault.fields.SealedText()),
                ("does_not_help", alongside.vault.fields.SealedText()),
                ("if_quiet", alongside.vault.fields.SealedText()),
                ("changed_at", models.DateTimeField()),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "participant",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="details",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContactPoint",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("channel", models.CharField(default="phone", max_length=10)),
                ("address", alongside.vault.fields.SealedText()),
                ("may_call", alongside.vault.fields.SealedChoice()),
                ("may_leave_message", alongside.vault.fields.SealedChoice()),
                ("may_text", alongside.vault.fields.SealedChoice()),
                ("may_say_who", alongside.vault.fields.SealedChoice()),
                ("from_time", alongside.vault.fields.SealedText()),
                ("until_time", alongside.vault.fields.SealedText()),
                ("hours_words", alongside.vault.fields.SealedText()),
                ("code_word", alongside.vault.fields.SealedText()),
                ("say", alongside.vault.fields.SealedText()),
                ("who_else_sees", alongside.vault.fields.SealedText()),
                ("preferred", models.BooleanField(default=False)),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
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
                "indexes": [models.Index(fields=["participant"], name="contact_point_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "channel__in",
                                ["phone", "text", "app", "email", "in_person", "through", "other"],
                            )
                        ),
                        name="participants_contactpoint_channel_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ChosenAnyway",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("part", models.CharField(max_length=20)),
                ("words", alongside.vault.fields.SealedText()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "staff",
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
                "indexes": [models.Index(fields=["participant", "at"], name="chosen_anyway_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["case_manager", "backup"])),
                        name="a_chosen_part_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["case_manager", "backup", "handover"])),
                        name="participants_chosenanyway_part_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseManagerRequest",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("words", alongside.vault.fields.SealedText()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "concerns",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
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
                "indexes": [
                    models.Index(fields=["participant"], name="requests_for_another_of"),
                    models.Index(
                        condition=models.Q(("settled_at__isnull", True)),
                        fields=["participant"],
                        name="asked_for_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AliasToken",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("token", models.BinaryField()),
                (
                    "participant",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["token"], name="alias_by_token"),
                    models.Index(fields=["participant"], name="tokens_of"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PossibleDuplicate",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("through", models.CharField(max_length=5)),
                ("found_at", models.DateTimeField()),
                ("answer", models.CharField(blank=True, default="", max_length=8)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "one",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "raised_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "two",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["two"], name="possibly_same_by_two")],
                "constraints": [
                    models.UniqueConstraint(fields=("one", "two"), name="two_records_are_raised_once"),
                    models.CheckConstraint(
                        condition=models.Q(("one__lt", models.F("two"))),
                        name="two_records_stand_in_one_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("through__in", ["alias", "way"])),
                        name="participants_possibleduplicate_through_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ["", "later", "not_same", "together"])),
                        name="participants_possibleduplicate_answer_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StateChange",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("state", models.CharField(max_length=10)),
                ("again", models.BooleanField(default=False)),
                ("words", alongside.vault.fields.SealedText()),
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
                "indexes": [models.Index(fields=["participant", "at"], name="state_change_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["contact", "waiting", "active", "paused", "closed"])
                        ),
                        name="participants_statechange_state_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TheirChoice",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("about", models.CharField(max_length=6)),
                ("answer", alongside.vault.fields.SealedChoice()),
                ("words", alongside.vault.fields.SealedText()),
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
                "indexes": [models.Index(fields=["participant", "about", "at"], name="choice_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("about__in", ["touch", "law", "cert"])),
                        name="participants_theirchoice_about_is_known",
                    )
                ],
            },
        ),
    ]
