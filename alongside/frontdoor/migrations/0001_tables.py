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
            name="Contact",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                ("door", models.CharField(max_length=5)),
                ("words", alongside.vault.fields.SealedText()),
                ("safe_to_call_back", alongside.vault.fields.SealedText()),
                ("do_not_call_back", models.BooleanField(default=False)),
                ("asked_by_other", models.BooleanField(default=False)),
                ("at_their_wish", models.BooleanField(default=True)),
                ("joined_at", models.DateTimeField(blank=True, null=True)),
                ("amended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "joined_by",
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
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.site",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["by", "-at"], name="contact_by_worker"),
                    models.Index(fields=["participant", "-at"], name="contact_of"),
                    models.Index(
                        condition=models.Q(("participant__isnull", True)),
                        fields=["-at"],
                        name="contact_not_joined",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("joined_at__isnull", True),
                                ("joined_by__isnull", True),
                                ("participant__isnull", True),
                            ),
                            models.Q(
                                ("joined_at__isnull", False),
                                ("joined_by__isnull", False),
                                ("participant__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_joined_contact_says_when_and_by_whom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("site__isnull", True), ("door", "visit"), _connector="OR"),
                        name="only_a_visit_has_a_site",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("door__in", ["call", "visit"])),
                        name="frontdoor_contact_door_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EarlierWords",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("words", alongside.vault.fields.SealedText()),
                ("safe_to_call_back", alongside.vault.fields.SealedText()),
                ("version", models.PositiveIntegerField()),
                ("until", models.DateTimeField()),
                (
                    "contact",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="frontdoor.contact",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("contact", "version"), name="earlier_words_are_kept_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ReadAtTheDoor",
            fields=[
                ("at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("agreed", models.BooleanField()),
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
                "indexes": [models.Index(fields=["participant", "-at"], name="read_at_the_door_of")],
            },
        ),
    ]
