import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="SigningKey",
            fields=[
                ("door", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("ipad", models.BinaryField()),
                ("opad", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("username", models.CharField(max_length=60)),
                ("name", models.CharField(max_length=120)),
                ("door", models.CharField(default="desk", max_length=20)),
                ("is_active", models.BooleanField(default=True)),
                ("added_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("mark", models.UUIDField(editable=False, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("username"),
                        models.F("door"),
                        name="a_sign_in_name_is_taken_once_at_a_door",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                ("name", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("door", models.CharField(max_length=20)),
                ("held", models.BinaryField()),
                ("begun_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField(db_index=True)),
                ("browser", models.CharField(max_length=200)),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("hash", models.BinaryField()),
                ("mends", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("hash",), name="a_link_leads_to_one_account")
                ],
            },
        ),
        migrations.CreateModel(
            name="RoleHeld",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("role", models.CharField(max_length=20)),
                (
                    "account",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("account", "role"), name="a_role_is_held_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "on_call",
                                    "drop_in",
                                    "case_manager",
                                    "supervisor",
                                    "practice_lead",
                                    "director",
                                    "custodian",
                                    "administrator",
                                    "adviser",
                                ],
                            )
                        ),
                        name="a_role_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SecondApproval",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("kind", models.CharField(max_length=10)),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), size=None
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("outcome", models.CharField(blank=True, max_length=10)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("outcome__in", ["", "agreed"]),
                            models.Q(("kind", "roles"), ("outcome", "agreed"), _negated=True),
                        ),
                        fields=("account", "kind"),
                        name="one_thing_is_asked_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["roles", "access"])),
                        name="access_secondapproval_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "roles__contained_by",
                                [
                                    "on_call",
                                    "drop_in",
                                    "case_manager",
                                    "supervisor",
                                    "practice_lead",
                                    "director",
                                    "custodian",
                                    "administrator",
                                    "adviser",
                                ],
                            )
                        ),
                        name="access_secondapproval_roles_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["agreed", "declined", "withdrawn", "done", ""])),
                        name="access_secondapproval_outcome_is_known",
                    ),
                ],
            },
        ),
        # A door reads no hash of a password, and no row of the house names it: the mark beside it changes with it.
        migrations.RunSQL(
            "alter table access_account add column password varchar(128) not null",
            "alter table access_account drop column password",
        ),
    ]
