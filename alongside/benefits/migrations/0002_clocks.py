import uuid

import django.db.models.deletion
from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("agency", "0002_form_of_dates"),
        ("benefits", "0001_rules"),
        ("participants", "0003_critical_periods"),
    ]

    operations = [
        migrations.CreateModel(
            name="Approval",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("answer", alongside.vault.fields.SealedChoice()),
                ("through", alongside.vault.fields.SealedDay()),
                ("what", alongside.vault.fields.SealedText()),
                ("comes_up_on", models.DateField(blank=True, null=True)),
                ("is_open", models.BooleanField(default=True)),
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
                    "participant",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="benefits.clockrule"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant", "comes_up_on"], name="approval_of")],
            },
        ),
        migrations.CreateModel(
            name="ApprovalTurn",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("answer", alongside.vault.fields.SealedChoice()),
                ("through", alongside.vault.fields.SealedDay()),
                ("month", models.DateField(blank=True, null=True)),
                ("on", alongside.vault.fields.SealedDay()),
                ("words", alongside.vault.fields.SealedText()),
                (
                    "approval",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="turns",
                        to="benefits.approval",
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
                "indexes": [models.Index(fields=["participant"], name="approval_turns_of")],
            },
        ),
        migrations.CreateModel(
            name="CertificationDate",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("document", alongside.vault.fields.SealedChoice()),
                ("on", alongside.vault.fields.SealedDay()),
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
                "indexes": [models.Index(fields=["participant"], name="certification_dates_of")],
            },
        ),
        migrations.CreateModel(
            name="Clock",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("state", alongside.vault.fields.SealedChoice()),
                ("how", alongside.vault.fields.SealedChoice()),
                ("ends_on", alongside.vault.fields.SealedDay()),
                ("what", alongside.vault.fields.SealedText()),
                ("starts_on", alongside.vault.fields.SealedDay()),
                ("comes_up_on", models.DateField(blank=True, null=True)),
                ("is_open", models.BooleanField(default=True)),
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
                    "participant",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="benefits.clockrule"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant", "comes_up_on"], name="clock_of")],
            },
        ),
        migrations.CreateModel(
            name="ClockChange",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("state", alongside.vault.fields.SealedChoice()),
                ("how", alongside.vault.fields.SealedChoice()),
                ("ends_on", alongside.vault.fields.SealedDay()),
                ("turn", alongside.vault.fields.SealedChoice()),
                ("on", alongside.vault.fields.SealedDay()),
                ("who", alongside.vault.fields.SealedText()),
                ("words", alongside.vault.fields.SealedText()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "clock",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="benefits.clock",
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
                "indexes": [models.Index(fields=["participant"], name="clock_changes_of")],
            },
        ),
        migrations.CreateModel(
            name="FamilyMember",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("called", alongside.vault.fields.SealedText()),
                ("relation", alongside.vault.fields.SealedChoice()),
                ("birthday", alongside.vault.fields.SealedDay()),
                ("where", alongside.vault.fields.SealedText()),
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
                "indexes": [models.Index(fields=["participant"], name="family_of")],
            },
        ),
        migrations.AddField(
            model_name="clock",
            name="member",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="benefits.familymember",
            ),
        ),
    ]
