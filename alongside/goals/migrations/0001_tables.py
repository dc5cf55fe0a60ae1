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
            name="Goal",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("words", alongside.vault.fields.SealedText()),
                ("barriers", alongside.vault.fields.SealedText()),
                ("tried", alongside.vault.fields.SealedText()),
                ("place", models.PositiveSmallIntegerField()),
                ("horizon", models.CharField(blank=True, default="", max_length=8)),
                ("state", models.CharField(default="open", max_length=10)),
                ("later", models.BooleanField(default=False)),
                ("revisit_on", models.DateField(blank=True, null=True)),
                ("set_at", models.DateTimeField()),
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
                "indexes": [models.Index(fields=["participant", "place"], name="goal_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("horizon__in", ["", "now", "soon", "someday"])),
                        name="goals_goal_horizon_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["open", "holding", "done", "set_aside", "changed", "back_again"])
                        ),
                        name="goals_goal_state_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GoalSheet",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("fits_around", alongside.vault.fields.SealedText()),
                ("changed_at", models.DateTimeField()),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("participant",), name="a_goal_sheet_stands_once_per_participant"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LifeAreaDescription",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("area", alongside.vault.fields.SealedChoice()),
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
            ],
            options={
                "indexes": [models.Index(fields=["participant", "on"], name="self_description_of")],
            },
        ),
        migrations.CreateModel(
            name="Option",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("words", alongside.vault.fields.SealedText()),
                ("answer", models.CharField(blank=True, default="", max_length=8)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("offered_at", models.DateTimeField()),
                ("taken_up_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="goals.goal",
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
                "indexes": [models.Index(fields=["participant", "offered_at"], name="option_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("taken_up_at__isnull", True), ("goal__isnull", False), _connector="OR"
                        ),
                        name="what_is_taken_up_is_a_goal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ["", "yes", "not_now", "no"])),
                        name="goals_option_answer_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OptionAnswer",
            fields=[
                ("at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("answer", models.CharField(max_length=8)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "option",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="goals.option"
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
                "indexes": [models.Index(fields=["participant", "at"], name="option_answer_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ["", "yes", "not_now", "no"])),
                        name="goals_optionanswer_answer_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SignOfChange",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("words", alongside.vault.fields.SealedText()),
                ("on", models.DateField(blank=True, null=True)),
                ("state", models.CharField(default="watching", max_length=10)),
                ("set_at", models.DateTimeField()),
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
                "indexes": [models.Index(fields=["participant", "set_at"], name="sign_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["watching", "here", "set_aside"])),
                        name="goals_signofchange_state_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("words", alongside.vault.fields.SealedText()),
                ("who", models.CharField(blank=True, default="", max_length=8)),
                ("state", models.CharField(default="open", max_length=10)),
                ("on", models.DateField(blank=True, null=True)),
                ("place", models.PositiveSmallIntegerField()),
                ("learned", models.CharField(blank=True, default="", max_length=8)),
                ("revisit_on", models.DateField(blank=True, null=True)),
                ("set_at", models.DateTimeField()),
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
                    "goal",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="goals.goal",
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
                    models.Index(fields=["participant"], name="step_of"),
                    models.Index(fields=["goal"], name="step_by_goal"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("who__in", ["", "me", "together", "cm"])),
                        name="goals_step_who_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["open", "holding", "done", "set_aside", "back_again"])
                        ),
                        name="goals_step_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("learned__in", ["", "offered", "kept", "declined"])),
                        name="goals_step_learned_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LearnedThing",
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
                    "step",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="goals.step",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant", "at"], name="learned_of")],
                "constraints": [models.UniqueConstraint(fields=("step",), name="a_step_is_learned_once")],
            },
        ),
        migrations.CreateModel(
            name="GoalStateChange",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("words", alongside.vault.fields.SealedText()),
                ("state", models.CharField(max_length=10)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="goals.goal"
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
                    "step",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="goals.step",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant", "at"], name="turn_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["open", "holding", "done", "set_aside", "changed", "back_again"])
                        ),
                        name="goals_goalstatechange_state_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StepWho",
            fields=[
                ("at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("who", models.CharField(max_length=8)),
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
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="goals.step"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant", "at"], name="who_did_steps_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("who__in", ["", "me", "together", "cm"])),
                        name="goals_stepwho_who_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SupportChange",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("level", alongside.vault.fields.SealedChoice()),
                ("declined", models.BooleanField(default=False)),
                ("asked_by", alongside.vault.fields.SealedChoice()),
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
                "indexes": [models.Index(fields=["participant", "at"], name="support_of")],
            },
        ),
        migrations.CreateModel(
            name="TaperChange",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("move", alongside.vault.fields.SealedChoice()),
                ("pace", alongside.vault.fields.SealedChoice()),
                ("asked_by", alongside.vault.fields.SealedChoice()),
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
                "indexes": [models.Index(fields=["participant", "at"], name="taper_turn_of")],
            },
        ),
        migrations.CreateModel(
            name="TaperPlan",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("words", alongside.vault.fields.SealedText()),
                ("version", models.PositiveIntegerField(default=0)),
                ("place", models.PositiveSmallIntegerField(default=0)),
                ("paused", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField()),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("participant",), name="a_taper_plan_stands_once_per_participant"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TaperStep",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("version", models.PositiveIntegerField()),
                ("place", models.PositiveSmallIntegerField()),
                ("pace", alongside.vault.fields.SealedChoice()),
                ("channels", alongside.vault.fields.SealedText()),
                ("around", models.DateField(blank=True, null=True)),
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
                    "plan",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="goals.taperplan",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant"], name="taper_steps_of")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "version", "place"), name="a_step_of_a_taper_has_a_place_of_its_own"
                    )
                ],
            },
        ),
    ]
