import uuid

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("agency", "0004_working_patterns"),
        ("care", "0001_tables"),
        ("participants", "0005_dated_ties"),
    ]

    operations = [
        migrations.CreateModel(
            name="RelationshipCheck",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("read_as", models.CharField(max_length=12)),
                ("may_see", models.BooleanField(default=False)),
                ("called", alongside.vault.fields.SealedText()),
                ("told_by", alongside.vault.fields.SealedChoice()),
                ("safe", alongside.vault.fields.SealedText()),
                ("heard", alongside.vault.fields.SealedText()),
                ("decides", alongside.vault.fields.SealedText()),
                ("better", alongside.vault.fields.SealedText()),
                ("followed", alongside.vault.fields.SealedText()),
                ("followed_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("read_as__in", ["supervisor", "adviser"])),
                        name="care_relationshipcheck_read_as_is_known",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="caresettings",
            name="check_days",
            field=models.PositiveSmallIntegerField(
                default=365,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(3650),
                ],
            ),
        ),
        migrations.AddConstraint(
            model_name="caresettings",
            constraint=models.CheckConstraint(
                condition=models.Q(("check_days__range", (1, 3650))), name="a_check_is_kept_some_days"
            ),
        ),
        migrations.AddField(
            model_name="relationshipcheck",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
            ),
        ),
        migrations.AddField(
            model_name="relationshipcheck",
            name="concerns",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agency.staff",
            ),
        ),
        migrations.AddField(
            model_name="relationshipcheck",
            name="participant",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="participants.participant",
            ),
        ),
        migrations.AddField(
            model_name="relationshipcheck",
            name="reader",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
            ),
        ),
    ]
