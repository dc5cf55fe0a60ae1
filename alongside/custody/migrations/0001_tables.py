import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
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
            name="KnownColumn",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("token", models.BinaryField()),
                ("field", models.CharField(max_length=20)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("token",), name="a_column_is_known_once")],
            },
        ),
        migrations.CreateModel(
            name="Move",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("kind", models.CharField(max_length=5)),
                ("purpose", alongside.vault.fields.SealedText()),
                ("columns", alongside.vault.fields.SealedText()),
                ("chosen", alongside.vault.fields.SealedText()),
                ("noticed", alongside.vault.fields.SealedText(null=True)),
                ("day_style", models.CharField(blank=True, default="day", max_length=5)),
                ("same_people", models.CharField(blank=True, max_length=3)),
                ("row_count", models.PositiveIntegerField(default=0)),
                ("refused", models.PositiveIntegerField(default=0)),
                ("people", models.PositiveIntegerField(default=0)),
                ("added_to", models.PositiveIntegerField(default=0)),
                ("print_of", models.BinaryField(null=True)),
                ("asked_at", models.DateTimeField()),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                ("agreed_at", models.DateTimeField(blank=True, null=True)),
                ("open_until", models.DateTimeField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                ("file_id", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("file_gone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "agreed_by",
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreed_by__isnull", True),
                            models.Q(("agreed_by", models.F("by")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_second_person_agrees_to_a_move",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_at__isnull", True), ("agreed_at__isnull", False), _connector="OR"
                        ),
                        name="nothing_moves_unagreed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["bring", "take"])), name="custody_move_kind_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("day_style__in", ["day", "month", ""])),
                        name="custody_move_day_style_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("same_people__in", ["yes", "no", ""])),
                        name="custody_move_same_people_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportedPerson",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.BinaryField(null=True)),
                (
                    "said",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BinaryField(), default=list, size=None
                    ),
                ),
                ("added_key", models.UUIDField(null=True)),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "move",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="custody.move",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["number"], name="brought_by_number")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("added_key", None)),
                        fields=("participant",),
                        name="somebody_is_brought_once",
                    ),
                    models.UniqueConstraint(
                        fields=("move", "participant"), name="an_import_is_about_somebody_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Piece",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("first", models.PositiveIntegerField()),
                ("cells", alongside.vault.fields.SealedText()),
                ("problems", alongside.vault.fields.SealedText()),
                (
                    "move",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="custody.move",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("move", "first"), name="a_piece_has_its_place")
                ],
            },
        ),
    ]
