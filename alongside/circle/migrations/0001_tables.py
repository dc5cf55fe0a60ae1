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
        ("partners", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Huddle",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("agenda", alongside.vault.fields.SealedText()),
                ("place", alongside.vault.fields.SealedText()),
                ("on", models.DateField(blank=True, null=True)),
                ("hour", models.TimeField(blank=True, null=True)),
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
                "indexes": [models.Index(fields=["participant", "-at"], name="huddle_of")],
            },
        ),
        migrations.CreateModel(
            name="CaseDecision",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("words", alongside.vault.fields.SealedText()),
                ("who", alongside.vault.fields.SealedText()),
                ("consulted", alongside.vault.fields.SealedText()),
                ("voice", alongside.vault.fields.SealedText()),
                ("basis", alongside.vault.fields.SealedText()),
                ("their_part", alongside.vault.fields.SealedChoice()),
                ("revisit_on", models.DateField(blank=True, null=True)),
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
                    "huddle",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="circle.huddle",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant", "-at"], name="decision_of")],
            },
        ),
        migrations.CreateModel(
            name="Matter",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("words", alongside.vault.fields.SealedText()),
                ("next", alongside.vault.fields.SealedText()),
                ("holder", models.CharField(default="unclear", max_length=8)),
                ("state", models.CharField(default="open", max_length=8)),
                ("shared", models.BooleanField(default=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "huddle",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="circle.huddle",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["participant", "at"], name="matter_of"),
                    models.Index(
                        condition=models.Q(("holder", "unclear"), models.Q(("state", "done"), _negated=True)),
                        fields=["at"],
                        name="matters_unclear",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("holder__in", ["unclear", "staff", "member", "they"])),
                        name="circle_matter_holder_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "holding", "done"])),
                        name="circle_matter_state_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("kind", models.CharField(default="agency", max_length=8)),
                ("name", alongside.vault.fields.SealedText()),
                ("role", alongside.vault.fields.SealedText()),
                ("responsibilities", alongside.vault.fields.SealedText()),
                ("perspective", alongside.vault.fields.SealedText()),
                ("limits", alongside.vault.fields.SealedText()),
                ("contact", alongside.vault.fields.SealedText()),
                ("no_capacity_on", models.DateField(blank=True, null=True)),
                ("left_at", models.DateTimeField(blank=True, null=True)),
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
                "indexes": [models.Index(fields=["participant", "at"], name="member_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["agency", "system", "person"])),
                        name="circle_member_kind_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MatterStateChange",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("next", alongside.vault.fields.SealedText()),
                ("holder", models.CharField(max_length=8)),
                ("state", models.CharField(max_length=8)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="turns", to="circle.matter"
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="circle.member",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant"], name="matter_changes_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("holder__in", ["unclear", "staff", "member", "they"])),
                        name="circle_matterstatechange_holder_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "holding", "done"])),
                        name="circle_matterstatechange_state_is_known",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="matter",
            name="member",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="circle.member",
            ),
        ),
        migrations.CreateModel(
            name="Clarity",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("sees", alongside.vault.fields.SealedChoice()),
                ("answer", alongside.vault.fields.SealedChoice()),
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
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="circle.member",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant", "-at"], name="clarity_of")],
            },
        ),
        migrations.CreateModel(
            name="CaseCommitment",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("side", models.CharField(default="they", max_length=4)),
                ("words", alongside.vault.fields.SealedText()),
                ("who", alongside.vault.fields.SealedText()),
                ("by_when", models.DateField(blank=True, null=True)),
                (
                    "earlier",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateField(), blank=True, default=list, size=None
                    ),
                ),
                ("state", models.CharField(default="open", max_length=12)),
                ("settled_on", models.DateField(blank=True, null=True)),
                ("disclosure", models.UUIDField(blank=True, null=True)),
                (
                    "heard",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list, size=None
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
                (
                    "huddle",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="circle.huddle",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="circle.member",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant", "at"], name="commitment_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["we", "they"])),
                        name="circle_casecommitment_side_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "renegotiated", "kept", "let_go"])),
                        name="circle_casecommitment_state_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendee",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("disclosure", models.UUIDField(blank=True, null=True)),
                ("invited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "huddle",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendees",
                        to="circle.huddle",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="circle.member"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("huddle", "member"), name="each_comes_to_a_huddle_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="PeerReview",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("saw", alongside.vault.fields.SealedText(null=True)),
                ("impact", alongside.vault.fields.SealedText(null=True)),
                ("ask", alongside.vault.fields.SealedText(null=True)),
                ("reply", alongside.vault.fields.SealedText(null=True)),
                ("concern_id", models.UUIDField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RaisedConcern",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("state", models.CharField(default="raised", max_length=10)),
                ("agreed", models.TextField(blank=True)),
                ("check_in_on", models.DateField(blank=True, null=True)),
                ("on", models.DateField()),
                (
                    "agency",
                    models.ForeignKey(
                        db_index=False,
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
            ],
            options={
                "indexes": [models.Index(fields=["agency", "-on"], name="raised_with")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["writing", "raised", "agreed", "settled", "still_open"])
                        ),
                        name="circle_raisedconcern_state_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Worry",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("words", alongside.vault.fields.SealedText()),
                ("choice", alongside.vault.fields.SealedChoice()),
                ("remind_on", models.DateField(blank=True, null=True)),
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
            ],
            options={
                "indexes": [models.Index(fields=["by", "-at"], name="worries_of_one_author")],
            },
        ),
        migrations.CreateModel(
            name="Concern",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("saw", alongside.vault.fields.SealedText()),
                ("story", alongside.vault.fields.SealedText()),
                ("impact", alongside.vault.fields.SealedText()),
                ("ask", alongside.vault.fields.SealedText()),
                ("agreed", alongside.vault.fields.SealedText()),
                ("state", models.CharField(default="writing", max_length=10)),
                ("how", alongside.vault.fields.SealedChoice()),
                ("held_until", models.DateField(blank=True, null=True)),
                ("check_in_on", models.DateField(blank=True, null=True)),
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
                    "worry",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="circle.worry",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["by", "-at"], name="concerns_of_one_author")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["writing", "raised", "agreed", "settled", "still_open"])
                        ),
                        name="circle_concern_state_is_known",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="matter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("holder", "staff"), ("member__isnull", True), ("staff__isnull", False)),
                    models.Q(("holder", "member"), ("member__isnull", False), ("staff__isnull", True)),
                    models.Q(
                        ("holder__in", ["unclear", "they"]), ("member__isnull", True), ("staff__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="a_matter_has_one_holder",
            ),
        ),
    ]
