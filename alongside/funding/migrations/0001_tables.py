import uuid
from decimal import Decimal

import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agency", "0005_time_off"),
    ]

    operations = [
        migrations.CreateModel(
            name="Fund",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("name", models.CharField(max_length=80)),
                ("kind", models.CharField(blank=True, max_length=60)),
                ("restricted", alongside.vault.fields.SealedText()),
                ("begins_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("balance", models.DecimalField(decimal_places=2, default=Decimal("0"), max_digits=12)),
                ("set_aside", models.DecimalField(decimal_places=2, default=Decimal("0"), max_digits=12)),
                ("spent", models.DecimalField(decimal_places=2, default=Decimal("0"), max_digits=12)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("balance__gte", 0), ("set_aside__gte", 0), ("spent__gte", 0)),
                        name="no_fund_is_below_nothing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("begins_on", None),
                            ("ends_on", None),
                            ("ends_on__gte", models.F("begins_on")),
                            _connector="OR",
                        ),
                        name="a_fund_ends_after_it_begins",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"), name="a_fund_has_a_name_of_its_own"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Movement",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("kind", models.CharField(max_length=12)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=12)),
                ("went_from", models.CharField(blank=True, max_length=12)),
                ("went_to", models.CharField(blank=True, max_length=12)),
                ("of", models.UUIDField(blank=True, null=True)),
                ("words", alongside.vault.fields.SealedText()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "fund",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="movements",
                        to="funding.fund",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["fund", "-at"], name="movements_of_a_fund"),
                    models.Index(
                        condition=models.Q(("of__isnull", False)),
                        fields=["of"],
                        name="movements_for_something",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)), name="a_movement_moves_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("went_from", models.F("went_to")), _negated=True),
                        name="a_movement_goes_somewhere",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["in", "set_aside", "spent", "given_back", "correction"])
                        ),
                        name="funding_movement_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("went_from__in", ["balance", "set_aside", "spent", ""])),
                        name="funding_movement_went_from_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("went_to__in", ["balance", "set_aside", "spent", ""])),
                        name="funding_movement_went_to_is_known",
                    ),
                ],
            },
        ),
    ]
