import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

import alongside.funding.stream_models


class Migration(migrations.Migration):
    dependencies = [
        ("agency", "0006_tour_left"),
        ("funding", "0001_tables"),
        ("participants", "0006_code_words"),
    ]

    operations = [
        migrations.CreateModel(
            name="Stream",
            fields=[
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=80)),
                ("kind", models.CharField(max_length=8)),
                ("place", models.PositiveSmallIntegerField(default=1)),
                ("beside", models.BooleanField(default=False)),
                ("year_from", models.PositiveSmallIntegerField(default=1)),
                ("zone", models.CharField(blank=True, max_length=60)),
                ("begins_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("rate", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                ("budget", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                (
                    "admin_share",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(0),
                            django.core.validators.MaxValueValidator(100),
                        ],
                    ),
                ),
                ("asks", models.CharField(default="work", max_length=7)),
                ("approved", models.BooleanField(default=False)),
                ("months", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list, size=None
                    ),
                ),
                ("who", models.TextField(blank=True)),
                ("guide", models.TextField(blank=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "fund",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="funding.fund",
                    ),
                ),
                (
                    "program",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.program",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"), name="a_stream_has_a_name_of_its_own"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("begins_on", None),
                            ("ends_on", None),
                            ("ends_on__gte", models.F("begins_on")),
                            _connector="OR",
                        ),
                        name="a_stream_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("rate", None), ("rate__gte", 0), _connector="OR"),
                            models.Q(("budget", None), ("budget__gte", 0), _connector="OR"),
                            models.Q(
                                ("admin_share", None),
                                models.Q(("admin_share__gte", 0), ("admin_share__lte", 100)),
                                _connector="OR",
                            ),
                            models.Q(("months", None), ("months__gt", 0), _connector="OR"),
                        ),
                        name="a_stream_has_possible_numbers",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("year_from__in", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])),
                        name="funding_stream_year_from_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["capita", "repaid", "grant", "gift"])),
                        name="funding_stream_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("asks__in", ["nothing", "work", "contact"])),
                        name="funding_stream_asks_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Enrolment",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("begins_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
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
                    "stream",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="funding.stream"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant"], name="enrolments_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None), ("ends_on__gte", models.F("begins_on")), _connector="OR"
                        ),
                        name="an_enrolment_has_a_day",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("removed_at", None)),
                        expressions=[
                            ("participant", "="),
                            ("stream", "="),
                            (
                                alongside.funding.stream_models._Days(
                                    "begins_on",
                                    "ends_on",
                                    django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True),
                                ),
                                "&&",
                            ),
                        ],
                        name="enrolled_once_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Closing",
            fields=[
                ("at", models.DateTimeField()),
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("month", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "stream",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="funding.stream",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["stream", "month", "at"], name="closings_of_stream")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1)), name="a_closed_month_begins_with_its_first"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkTime",
            fields=[
                ("at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("day", models.DateField()),
                ("kind", models.CharField(max_length=8)),
                ("minutes", models.PositiveSmallIntegerField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "stream",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="funding.stream",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["by", "day"], name="hours_of_a_worker")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("minutes__gt", 0), ("minutes__lte", 1440)),
                        name="a_day_has_its_minutes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["outreach", "training", "on_call", "downtime", "other"])
                        ),
                        name="funding_worktime_kind_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimLine",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("comes", models.BooleanField()),
                ("item", models.UUIDField()),
                ("who", models.UUIDField(blank=True, null=True)),
                ("what", models.CharField(max_length=7)),
                ("day", models.DateField()),
                ("kind", models.UUIDField(blank=True, null=True)),
                ("minutes", models.PositiveIntegerField(blank=True, null=True)),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                (
                    "closing",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="funding.closing",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("closing", "item", "comes"), name="a_line_stands_once"),
                    models.CheckConstraint(
                        condition=models.Q(("what__in", ["month", "service", "help"])),
                        name="funding_claimline_what_is_known",
                    ),
                ],
            },
        ),
    ]
