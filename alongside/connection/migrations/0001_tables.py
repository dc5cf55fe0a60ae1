import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agency", "0001_tables"),
        ("meetings", "0001_tables"),
        ("participants", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="EngagementShift",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("kind", alongside.vault.fields.SealedChoice()),
                ("lens", alongside.vault.fields.SealedChoices()),
                ("response", alongside.vault.fields.SealedChoice()),
                ("wondered", alongside.vault.fields.SealedText()),
                ("followed", alongside.vault.fields.SealedText()),
                ("changed_at", models.DateTimeField()),
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
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.meeting",
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
                "indexes": [models.Index(fields=["participant", "at"], name="shift_of")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at__isnull", True)),
                        fields=("meeting",),
                        name="a_meeting_is_noticed_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Note",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("kind", models.CharField(default="met", max_length=10)),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("happened", alongside.vault.fields.SealedText()),
                ("responded", alongside.vault.fields.SealedText()),
                ("participant_can_see", models.BooleanField(default=True)),
                ("written_at", models.DateTimeField()),
                ("amended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "amended_by",
                    models.ForeignKey(
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
                    models.Index(fields=["participant", "-at", "id"], name="note_of"),
                    models.Index(fields=["at"], name="note_by_time"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("amended_at__isnull", True), ("version", 1)),
                            models.Q(("amended_at__isnull", False), ("version__gt", 1)),
                            _connector="OR",
                        ),
                        name="an_amended_note_has_a_later_version",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["met", "call", "message", "no_answer", "without", "decision", "other"],
                            )
                        ),
                        name="connection_note_kind_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NoteStatement",
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
                    "note",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="connection.note",
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
                    models.Index(fields=["participant"], name="statements_of"),
                    models.Index(fields=["note", "at"], name="statement_of_note"),
                ],
            },
        ),
        migrations.CreateModel(
            name="NoteVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField()),
                ("kind", alongside.vault.fields.SealedChoice()),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "services",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("happened", alongside.vault.fields.SealedText()),
                ("responded", alongside.vault.fields.SealedText()),
                ("written_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "note",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="connection.note",
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
                "indexes": [models.Index(fields=["participant"], name="earlier_notes_of")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("note", "version"), name="a_version_of_a_note_stands_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PresencePlan",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("how", alongside.vault.fields.SealedText()),
                ("every_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("next_on", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField()),
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
                        fields=("participant", "version"), name="a_version_of_a_presence_plan_stands_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("every_days__in", [7, 14, 21, 28])),
                        name="connection_presenceplan_every_days_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReachOut",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("on_day", models.DateField()),
                ("said_at", models.DateTimeField(blank=True, null=True)),
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
                (
                    "shift",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reach_out",
                        to="connection.engagementshift",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["participant"], name="reach_outs_of"),
                    models.Index(
                        condition=models.Q(("said_at__isnull", True)),
                        fields=["participant", "on_day"],
                        name="reach_out_of",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeasonChange",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("season", alongside.vault.fields.SealedChoice()),
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
                "indexes": [models.Index(fields=["participant", "at"], name="season_of")],
            },
        ),
        migrations.CreateModel(
            name="ServiceKind",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key", models.CharField(blank=True, max_length=40)),
                ("name", models.CharField(blank=True, max_length=80)),
                ("place", models.PositiveSmallIntegerField(default=0)),
                ("hidden", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        fields=("key",),
                        name="a_service_of_ours_stands_once",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        condition=models.Q(("name", ""), _negated=True),
                        name="a_service_has_a_name_of_its_own",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("key", ""), _negated=True),
                            models.Q(("name", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_service_is_called_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceGiven",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "note",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="given",
                        to="connection.note",
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
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="connection.servicekind",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant"], name="service_given_to")],
                "constraints": [
                    models.UniqueConstraint(fields=("note", "kind"), name="a_service_is_given_once_in_a_note")
                ],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("our_words", alongside.vault.fields.SealedText()),
                ("their_words", alongside.vault.fields.SealedText()),
                ("version", models.PositiveIntegerField()),
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
                        fields=("participant", "version"), name="a_version_of_an_agreement_stands_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ChangeOverTime",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("lane", models.CharField(max_length=10)),
                ("on", models.DateField()),
                ("words", alongside.vault.fields.SealedText()),
                ("written_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="connection.changeovertime",
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.need",
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
                "indexes": [models.Index(fields=["participant", "on"], name="movement_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("follows__isnull", True), ("need__isnull", True)),
                            ("lane", "needs"),
                            _connector="OR",
                        ),
                        name="a_need_takes_the_place_of_a_need",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lane__in", ["engagement", "connection", "needs"])),
                        name="connection_changeovertime_lane_is_known",
                    ),
                ],
            },
        ),
    ]
