import uuid

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
            name="Wanted",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("item", alongside.vault.fields.SealedText()),
                ("size", alongside.vault.fields.SealedText()),
                ("state", models.CharField(max_length=12)),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["asked", "promised", "here", "handed_over", "not_needed"])
                        ),
                        name="provisions_wanted_state_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DonationAsk",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("item", alongside.vault.fields.SealedText()),
                ("size", alongside.vault.fields.SealedText()),
                ("helps_until", models.DateField(blank=True, null=True)),
                ("handing", alongside.vault.fields.SealedText()),
                ("state", models.CharField(default="asked", max_length=12)),
                ("state_at", models.DateTimeField()),
                ("wanted", models.UUIDField(default=uuid.uuid4, unique=True)),
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
                "indexes": [models.Index(fields=["participant", "-at"], name="donation_ask_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["asked", "promised", "here", "handed_over", "not_needed"])
                        ),
                        name="provisions_donationask_state_is_known",
                    )
                ],
            },
        ),
    ]
