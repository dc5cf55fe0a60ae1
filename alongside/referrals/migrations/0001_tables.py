import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agency", "0001_tables"),
        ("consent", "0001_tables"),
        ("participants", "0001_tables"),
        ("partners", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Referral",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("provider", alongside.vault.fields.SealedText()),
                ("called", alongside.vault.fields.SealedText()),
                ("need", alongside.vault.fields.SealedText()),
                ("fit", alongside.vault.fields.SealedText()),
                ("goal", models.UUIDField(blank=True, null=True)),
                ("ways", alongside.vault.fields.SealedChoices()),
                ("together_at", models.DateTimeField(blank=True, null=True)),
                (
                    "information",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, default=list, size=None
                    ),
                ),
                ("purpose", models.CharField(default="service", max_length=12)),
                ("method", models.CharField(default="letter", max_length=16)),
                ("text", alongside.vault.fields.SealedText()),
                ("cost", alongside.vault.fields.SealedText()),
                ("who_pays", alongside.vault.fields.SealedText()),
                ("state", models.CharField(default="draft", max_length=12)),
                ("state_at", models.DateTimeField()),
                ("holds", models.BooleanField(default=False)),
                ("held_at", models.DateTimeField(blank=True, null=True)),
                ("can_see", models.BooleanField(default=True)),
                ("introduced_on", models.DateField(blank=True, null=True)),
                ("first_contact_on", models.DateField(blank=True, null=True)),
                ("went", alongside.vault.fields.SealedText()),
                ("follow_up_on", models.DateField(blank=True, null=True)),
                ("changed_at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.partneragency",
                    ),
                ),
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
                    "disclosure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="consent.disclosure",
                    ),
                ),
                (
                    "instead_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="referrals.referral",
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
                    "service",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.service",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant", "-at"], name="referral_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "purpose__in",
                                ["service", "together", "legal", "health", "benefits", "safety", "other"],
                            )
                        ),
                        name="referrals_referral_purpose_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "method__in",
                                [
                                    "call_together",
                                    "call",
                                    "in_person",
                                    "message",
                                    "letter",
                                    "meeting",
                                    "workspace",
                                ],
                            )
                        ),
                        name="referrals_referral_method_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "draft",
                                    "permission",
                                    "sent",
                                    "accepted",
                                    "waitlisted",
                                    "introduced",
                                    "connected",
                                    "not_theirs",
                                    "not_provider",
                                    "another_way",
                                ],
                            )
                        ),
                        name="referrals_referral_state_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerAnswer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("answer", alongside.vault.fields.SealedChoice()),
                ("words", alongside.vault.fields.SealedText()),
                ("at", models.DateTimeField()),
                ("on_their_page", models.BooleanField(default=False)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
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
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["participant"], name="partner_answers_of"),
                    models.Index(
                        condition=models.Q(("seen_at__isnull", True)),
                        fields=["participant"],
                        name="answer_not_seen",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReferralStateChange",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("state", models.CharField(max_length=12)),
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
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="turns",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant", "at"], name="referral_turn_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "draft",
                                    "permission",
                                    "sent",
                                    "accepted",
                                    "waitlisted",
                                    "introduced",
                                    "connected",
                                    "not_theirs",
                                    "not_provider",
                                    "another_way",
                                ],
                            )
                        ),
                        name="referrals_referralstatechange_state_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SystemBarrier",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("goal", models.UUIDField(blank=True, null=True)),
                ("system", models.CharField(max_length=12)),
                ("stuck", models.CharField(max_length=12)),
                ("what", alongside.vault.fields.SealedText()),
                ("tried", alongside.vault.fields.SealedText()),
                ("on", models.DateField()),
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
                    "referral",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="barriers",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["participant", "on"], name="system_barrier_of"),
                    models.Index(fields=["on"], name="system_barrier_by_day"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "system__in",
                                [
                                    "law",
                                    "court",
                                    "immigration",
                                    "benefits",
                                    "housing",
                                    "health",
                                    "dental",
                                    "mind",
                                    "legal",
                                    "children",
                                    "work",
                                    "transport",
                                    "other",
                                ],
                            )
                        ),
                        name="referrals_systembarrier_system_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "stuck__in",
                                [
                                    "papers",
                                    "each_other",
                                    "language",
                                    "full",
                                    "cost",
                                    "not_for",
                                    "reach",
                                    "rule",
                                    "silent",
                                    "other",
                                ],
                            )
                        ),
                        name="referrals_systembarrier_stuck_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WaitingPlace",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("joined_on", models.DateField()),
                ("said_wait", alongside.vault.fields.SealedText()),
                ("every_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("checked_on", models.DateField(blank=True, null=True)),
                ("next_on", models.DateField(blank=True, null=True)),
                ("offer", alongside.vault.fields.SealedText()),
                ("interim", alongside.vault.fields.SealedText()),
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
                    "referral",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="place",
                        to="referrals.referral",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant", "next_on"], name="waiting_place_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("every_days__in", [7, 14, 28])),
                        name="referrals_waitingplace_every_days_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WaitCheck",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("on", models.DateField()),
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
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="referrals.waitingplace",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant", "on"], name="wait_check_of")],
            },
        ),
    ]
