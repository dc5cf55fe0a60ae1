import uuid

import django.db.models.deletion
from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agency", "0002_form_of_dates"),
        ("participants", "0002_what_they_pass_on"),
    ]

    operations = [
        migrations.CreateModel(
            name="Strand",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("state", alongside.vault.fields.SealedChoice()),
                ("waits_on", alongside.vault.fields.SealedText()),
                ("holder", alongside.vault.fields.SealedText()),
                ("since", alongside.vault.fields.SealedText()),
                ("kind", alongside.vault.fields.SealedChoice()),
                ("words", alongside.vault.fields.SealedText()),
                ("comes_up_on", models.DateField(blank=True, null=True)),
                ("is_open", models.BooleanField(default=True)),
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
                "indexes": [models.Index(fields=["participant"], name="strand_of")],
            },
        ),
        migrations.CreateModel(
            name="StrandChange",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("state", alongside.vault.fields.SealedChoice()),
                ("waits_on", alongside.vault.fields.SealedText()),
                ("holder", alongside.vault.fields.SealedText()),
                ("since", alongside.vault.fields.SealedText()),
                ("said", alongside.vault.fields.SealedText()),
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
                    "strand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="legal.strand"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant"], name="strand_changes_of")],
            },
        ),
    ]
