import uuid

import django.db.models.deletion
from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agency", "0003_proposed_wording"),
        ("meetings", "0002_backup"),
        ("participants", "0005_dated_ties"),
    ]

    operations = [
        migrations.CreateModel(
            name="Transfer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("state", models.CharField(default="proposed", max_length=8)),
                ("state_at", models.DateTimeField()),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("paused_at", models.DateTimeField(blank=True, null=True)),
                ("last_day", models.DateField(blank=True, null=True)),
                ("overlap_until", models.DateTimeField(blank=True, null=True)),
                ("why", alongside.vault.fields.SealedText()),
                ("stands", alongside.vault.fields.SealedText()),
                ("stopped", alongside.vault.fields.SealedText()),
                ("talked_on", alongside.vault.fields.SealedDay()),
                ("unreached", alongside.vault.fields.SealedText()),
                ("whether", alongside.vault.fields.SealedText()),
                ("whom", alongside.vault.fields.SealedText()),
                ("how", alongside.vault.fields.SealedText()),
                ("met_on", alongside.vault.fields.SealedDay()),
                ("to_know", alongside.vault.fields.SealedText()),
                ("not_again", alongside.vault.fields.SealedText()),
                ("goodbye", alongside.vault.fields.SealedText()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "giver",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
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
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["participant", "-at"], name="transfers_of"),
                    models.Index(
                        condition=models.Q(("state__in", ["done", "taken"]), _negated=True),
                        fields=["receiver"],
                        name="transfers_to",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("giver__isnull", True),
                            models.Q(("giver", models.F("receiver")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_transfer_is_between_two",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["done", "taken"]), _negated=True),
                        fields=("participant",),
                        name="one_transfer_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["proposed", "talked", "agreed", "overlap", "done", "taken"])
                        ),
                        name="transfers_transfer_state_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TransferAsk",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("called", alongside.vault.fields.SealedText()),
                ("why", alongside.vault.fields.SealedText()),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("yes", models.BooleanField(blank=True, null=True)),
                ("words", alongside.vault.fields.SealedText()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
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
                    "staff",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "transfer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asks",
                        to="transfers.transfer",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant"], name="transfer_asks_of")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at__isnull", True)),
                        fields=("transfer",),
                        name="one_colleague_is_asked",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TransferPack",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("words", alongside.vault.fields.SealedText()),
                (
                    "ask",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pack",
                        to="transfers.transferask",
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
                "indexes": [models.Index(fields=["participant"], name="transfer_packs_of")],
            },
        ),
    ]
