import uuid

import django.db.models.deletion
from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("agency", "0003_proposed_wording"),
        ("caseload", "0001_capacity"),
        ("participants", "0004_on_call_brief"),
    ]

    operations = [
        migrations.CreateModel(
            name="Intensity",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("level", models.CharField(max_length=7)),
                ("far", models.BooleanField(default=False)),
                ("interpreter", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["light", "steady", "close", "intense"])),
                        name="caseload_intensity_level_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OtherPeople",
            fields=[
                ("at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("called", models.CharField(max_length=80)),
                ("number", models.PositiveSmallIntegerField()),
                ("weight", models.DecimalField(decimal_places=3, max_digits=8)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("number__gt", 0), ("weight__gt", 0)),
                        name="other_people_weigh_something",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnWeight",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("amount", models.DecimalField(blank=True, decimal_places=3, max_digits=8, null=True)),
                ("words", alongside.vault.fields.SealedText()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__isnull", True), ("amount__gt", 0), _connector="OR"),
                        name="a_weight_is_more_than_nothing",
                    )
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="agencymeasure",
            name="caseload_agencymeasure_kind_is_known",
        ),
        migrations.AddConstraint(
            model_name="agencymeasure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "light",
                            "steady",
                            "close",
                            "intense",
                            "critical",
                            "far",
                            "interpreter",
                            "new",
                            "weeks",
                            "full",
                            "hours",
                            "signal",
                        ],
                    )
                ),
                name="caseload_agencymeasure_kind_is_known",
            ),
        ),
        migrations.AddField(
            model_name="intensity",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
            ),
        ),
        migrations.AddField(
            model_name="intensity",
            name="participant",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="participants.participant",
            ),
        ),
        migrations.AddField(
            model_name="otherpeople",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
            ),
        ),
        migrations.AddField(
            model_name="otherpeople",
            name="staff",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
            ),
        ),
        migrations.AddField(
            model_name="ownweight",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
            ),
        ),
        migrations.AddField(
            model_name="ownweight",
            name="participant",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="participants.participant",
            ),
        ),
        migrations.AddIndex(
            model_name="intensity",
            index=models.Index(fields=["participant", "-at"], name="intensity_of"),
        ),
        migrations.AddIndex(
            model_name="ownweight",
            index=models.Index(fields=["participant", "-at"], name="own_weight_of"),
        ),
    ]
