import uuid

import django.db.models.deletion
from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("agency", "0002_form_of_dates"),
        ("participants", "0002_what_they_pass_on"),
        ("practice", "0002_reflection_beside"),
    ]

    operations = [
        migrations.CreateModel(
            name="TeamQuestion",
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
                    models.Index(fields=["participant", "-at"], name="team_questions_about_somebody")
                ],
            },
        ),
        migrations.CreateModel(
            name="TeamAnswer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="practice.teamquestion",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["question", "at"], name="answers_to_a_team_question")],
            },
        ),
    ]
