import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    dependencies = [
        ("agency", "0005_time_off"),
        ("participants", "0006_code_words"),
        ("provisions", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="StockThing",
            fields=[
                ("version", models.PositiveIntegerField(default=1)),
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=60)),
                (
                    "sizes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), blank=True, default=list, size=None
                    ),
                ),
                ("low_at", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("is_kept", models.BooleanField(default=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="a_kind_of_thing_has_a_name_of_its_own",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StockLine",
            fields=[
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("size", models.CharField(blank=True, max_length=30)),
                ("count", models.IntegerField(default=0)),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.site"
                    ),
                ),
                (
                    "thing",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="provisions.stockthing",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("thing", "size", "site"), name="one_count_of_a_thing_at_a_place"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("count__range", (0, 100000))), name="no_count_below_none"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StockGiven",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("thing", alongside.vault.fields.SealedText()),
                ("size", alongside.vault.fields.SealedText()),
                ("number", alongside.vault.fields.SealedText()),
                ("movement", alongside.vault.fields.SealedText()),
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
                "indexes": [models.Index(fields=["participant", "-at"], name="given_from_stock_to")],
            },
        ),
        migrations.CreateModel(
            name="StockMovement",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=10)),
                ("amount", models.IntegerField()),
                ("left", models.IntegerField()),
                ("day", models.DateField(db_index=True)),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="provisions.stockline",
                    ),
                ),
                (
                    "undoes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_by",
                        to="provisions.stockmovement",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("line", "number"), name="movements_of_a_count_have_an_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("left__gte", 0)), name="none_is_left_below_none"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["taken", "came", "counted", "undone"])),
                        name="provisions_stockmovement_kind_is_known",
                    ),
                ],
            },
        ),
    ]
