import uuid

import django.db.models.deletion
from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agency", "0002_form_of_dates"),
        ("participants", "0004_on_call_brief"),
    ]

    operations = [
        migrations.CreateModel(
            name="AskedQuestion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("next_on", models.DateField(blank=True, null=True)),
                ("is_open", models.BooleanField(default=True)),
                ("words", alongside.vault.fields.SealedText()),
                ("holder", alongside.vault.fields.SealedText()),
                ("may_tell", alongside.vault.fields.SealedChoice()),
                ("teller", alongside.vault.fields.SealedText()),
                ("stands", alongside.vault.fields.SealedChoice()),
                ("asked_day", alongside.vault.fields.SealedText()),
                ("themselves", alongside.vault.fields.SealedText()),
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
                "indexes": [models.Index(fields=["participant", "at"], name="questions_of")],
            },
        ),
        migrations.CreateModel(
            name="QuestionUpdate",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("kind", alongside.vault.fields.SealedChoice()),
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
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="updates",
                        to="questions.askedquestion",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant"], name="question_updates_of")],
            },
        ),
    ]
