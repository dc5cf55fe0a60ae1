import uuid

import django.contrib.postgres.fields
import django.core.serializers.json
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "__first__"),
        ("agency", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="PartnerAgency",
            fields=[
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=160)),
                ("kind", models.CharField(default="other", max_length=20)),
                ("role", models.TextField(blank=True)),
                ("responsibilities", models.TextField(blank=True)),
                ("perspective", models.TextField(blank=True)),
                ("their_limits", models.TextField(blank=True)),
                ("our_limits", models.TextField(blank=True)),
                ("cannot_do", models.TextField(blank=True)),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), blank=True, default=list, size=None
                    ),
                ),
                ("last_contact_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("added_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "owner",
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
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"), name="a_partner_has_a_name_of_its_own"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "law_enforcement",
                                    "prosecutor",
                                    "attorney",
                                    "shelter",
                                    "health",
                                    "child_welfare",
                                    "youth",
                                    "community",
                                    "government",
                                    "network",
                                    "other",
                                ],
                            )
                        ),
                        name="partners_partneragency_kind_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DirectoryImport",
            fields=[
                ("at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField()),
                ("is_public", models.BooleanField(default=False)),
                ("added", models.PositiveIntegerField(default=0)),
                ("renewed", models.PositiveIntegerField(default=0)),
                ("left", models.PositiveIntegerField(default=0)),
                ("unread", models.PositiveIntegerField(default=0)),
                ("told", models.JSONField(blank=True, default=list)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("number",), name="imports_follow_each_other")
                ],
            },
        ),
        migrations.CreateModel(
            name="DirectoryRule",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("check_again_after", models.PositiveSmallIntegerField(default=12)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="there_is_one_directory_rule")
                ],
            },
        ),
        migrations.CreateModel(
            name="Gap",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("month", models.DateField()),
                ("sought", models.CharField(db_collation="C", max_length=300)),
                ("count", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("month", "sought"), name="a_gap_is_counted_once_a_month")
                ],
            },
        ),
        migrations.CreateModel(
            name="Organization",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=300)),
                ("description", models.TextField(blank=True)),
                ("email", models.CharField(blank=True, max_length=254)),
                ("website", models.CharField(blank=True, max_length=500)),
                ("is_ours", models.BooleanField(default=False)),
                ("is_public", models.BooleanField(default=False)),
                ("visited_on", models.DateField(blank=True, null=True)),
                ("more", models.JSONField(blank=True, default=dict)),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.directoryimport",
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "agency",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="organization",
                        to="partners.partneragency",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["name", "id"], name="organizations_by_name")],
            },
        ),
        migrations.CreateModel(
            name="Location",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("kind", models.CharField(default="physical", max_length=8)),
                ("name", models.CharField(blank=True, max_length=300)),
                ("address", models.TextField(blank=True)),
                ("how_to_get_there", models.TextField(blank=True)),
                ("confidential", models.BooleanField(default=False)),
                ("is_public", models.BooleanField(default=False)),
                ("more", models.JSONField(blank=True, default=dict)),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.directoryimport",
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="places",
                        to="partners.organization",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["physical", "postal", "virtual"])),
                        name="a_kind_of_place_is_one_of_hsds",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confidential", False),
                            models.Q(
                                ("address", ""),
                                ("how_to_get_there", ""),
                                ("is_public", False),
                                ("kind", "virtual"),
                                ("more", {}),
                            ),
                            _connector="OR",
                        ),
                        name="a_confidential_place_has_no_address",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerAgreement",
            fields=[
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("kind", models.CharField(default="mou", max_length=10)),
                ("parties", models.TextField(blank=True)),
                ("scope", models.TextField(blank=True)),
                ("may_share", models.TextField(blank=True)),
                ("starts_on", models.DateField(blank=True, null=True)),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("review_on", models.DateField(blank=True, null=True)),
                ("added_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="partners.partneragency",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["review_on"], name="agreements_by_review")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="an_agreement_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["mou", "sharing", "practice", "other"])),
                        name="partners_partneragreement_kind_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NetworkMembership",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="networks",
                        to="partners.partneragency",
                    ),
                ),
                (
                    "network",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="partners.partneragency",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("network", "agency"), name="a_partner_joins_a_network_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("network", models.F("agency")), _negated=True),
                        name="no_network_is_in_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("side", models.CharField(default="they", max_length=4)),
                ("words", models.TextField()),
                ("who", models.CharField(blank=True, max_length=160)),
                ("by_when", models.DateField(blank=True, null=True)),
                (
                    "earlier",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateField(), blank=True, default=list, size=None
                    ),
                ),
                ("state", models.CharField(default="open", max_length=12)),
                ("said_on", models.DateField()),
                ("settled_on", models.DateField(blank=True, null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="partners.partneragency",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["we", "they"])),
                        name="partners_commitment_side_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "renegotiated", "kept", "let_go"])),
                        name="partners_commitment_state_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Appreciation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("words", models.TextField()),
                ("on", models.DateField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appreciations",
                        to="partners.partneragency",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PointOfContact",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("part", models.CharField(default="main", max_length=6)),
                ("name", models.CharField(max_length=160)),
                ("reach", models.TextField(blank=True)),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(blank=True, null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="partners.partneragency",
                    ),
                ),
                (
                    "ended_by",
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
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("agency", "part"),
                        name="a_partner_has_one_contact_and_one_backup",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["main", "backup"])),
                        name="partners_pointofcontact_part_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerAccessRequest",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("username", models.CharField(max_length=60)),
                ("asked_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("outcome", models.CharField(blank=True, default="", max_length=10)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asked",
                        to="partners.pointofcontact",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("outcome__in", ["", "agreed"])),
                        fields=("contact",),
                        name="one_thing_at_a_time_is_asked_for_a_contact",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["", "agreed", "declined", "withdrawn", "done"])),
                        name="partners_partneraccessrequest_outcome_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerAccess",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("username", models.CharField(max_length=60)),
                ("link_at", models.DateTimeField()),
                (
                    "account",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "link_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "contact",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seat",
                        to="partners.pointofcontact",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PreparationNote",
            fields=[
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                ("community", models.CharField(blank=True, max_length=120)),
                ("words", models.TextField()),
                ("dropped_at", models.DateTimeField(blank=True, null=True)),
                ("changed_at", models.DateTimeField()),
                (
                    "changed_by",
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
            name="ReplacedRow",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("table", models.CharField(max_length=12)),
                ("row", models.UUIDField()),
                ("was", models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder)),
                (
                    "batch",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced",
                        to="partners.directoryimport",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("batch", "table", "row"), name="an_import_remembers_an_entry_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("table__in", ["organization", "place", "service", "at_place"])),
                        name="a_replaced_entry_is_of_the_directory",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=300)),
                ("description", models.TextField(blank=True)),
                ("status", models.CharField(default="active", max_length=20)),
                ("kind", models.CharField(default="other", max_length=10)),
                (
                    "serves",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), blank=True, default=list, size=None
                    ),
                ),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                (
                    "fits",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=14), blank=True, default=list, size=None
                    ),
                ),
                ("at_night", models.CharField(blank=True, default="", max_length=3)),
                ("cost", models.CharField(blank=True, default="", max_length=10)),
                ("cost_words", models.TextField(blank=True)),
                ("eligibility", models.TextField(blank=True)),
                ("hours", models.TextField(blank=True)),
                ("phone", models.CharField(blank=True, max_length=80)),
                ("email", models.CharField(blank=True, max_length=254)),
                ("url", models.CharField(blank=True, max_length=500)),
                ("how_to_apply", models.TextField(blank=True)),
                ("culture", models.TextField(blank=True)),
                ("openings", models.PositiveIntegerField(blank=True, null=True)),
                ("wait", models.CharField(blank=True, max_length=200)),
                ("openings_at", models.DateTimeField(blank=True, null=True)),
                ("is_public", models.BooleanField(default=False)),
                ("more", models.JSONField(blank=True, default=dict)),
                ("drawn", models.JSONField(blank=True, default=dict)),
                ("changed_at", models.DateTimeField()),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.directoryimport",
                    ),
                ),
                (
                    "changed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "openings_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agency.staff",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="services",
                        to="partners.organization",
                    ),
                ),
                (
                    "same_as",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="twins",
                        to="partners.service",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["name", "id"], name="services_by_name")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("same_as__isnull", True),
                            models.Q(("same_as", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_service_is_not_its_own_twin",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["active", "temporarily closed", "inactive", "defunct"])
                        ),
                        name="partners_service_status_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "shelter",
                                    "housing",
                                    "food",
                                    "health",
                                    "dental",
                                    "mind",
                                    "legal",
                                    "work",
                                    "children",
                                    "money",
                                    "transport",
                                    "community",
                                    "other",
                                ],
                            )
                        ),
                        name="partners_service_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "serves__contained_by",
                                ["women", "men", "any_gender", "families", "children", "adults_only"],
                            )
                        ),
                        name="partners_service_serves_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "fits__contained_by",
                                [
                                    "wheelchair",
                                    "sign_language",
                                    "interpreter",
                                    "women_staff",
                                    "prayer",
                                    "halal",
                                    "kosher",
                                    "vegetarian",
                                    "lgbtq",
                                    "pets",
                                ],
                            )
                        ),
                        name="partners_service_fits_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("at_night__in", ["", "yes", "no"])),
                        name="partners_service_at_night_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cost__in", ["", "free", "sliding", "insurance", "paid"])),
                        name="partners_service_cost_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchKey",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key", models.CharField(db_collation="C", max_length=200)),
                (
                    "service",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="partners.service",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["key", "service"], name="services_by_search_key")],
                "constraints": [
                    models.UniqueConstraint(fields=("service", "key"), name="a_service_has_a_search_key_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceAtLocation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("description", models.TextField(blank=True)),
                ("more", models.JSONField(blank=True, default=dict)),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="partners.directoryimport",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="at_services",
                        to="partners.location",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="at_places",
                        to="partners.service",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("service", "place"), name="a_service_is_at_a_place_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("on", models.DateField()),
                ("training_offered", models.BooleanField(default=False)),
                ("training_done", models.BooleanField(default=False)),
                ("culture_checked", models.BooleanField(default=False)),
                ("words", models.TextField(blank=True)),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="partners.organization",
                    ),
                ),
                (
                    "who",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AgreementPaper",
            fields=[
                (
                    "agreement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="paper",
                        serialize=False,
                        to="partners.partneragreement",
                    ),
                ),
                ("kind", models.CharField(max_length=4)),
                ("content", models.BinaryField()),
                ("added_at", models.DateTimeField()),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["pdf", "png", "jpg"])),
                        name="a_paper_is_of_a_safe_kind",
                    )
                ],
            },
        ),
    ]
