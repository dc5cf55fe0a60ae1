import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import alongside.vault.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "__first__"),
        ("agency", "0001_tables"),
        ("participants", "0001_tables"),
        ("partners", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="InformationKind",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key", models.CharField(max_length=40, unique=True)),
                ("name", models.CharField(blank=True, max_length=160)),
                ("place", models.PositiveSmallIntegerField(default=0)),
                ("hidden", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="LawfulException",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("kind", alongside.vault.fields.SealedChoice()),
                ("reason", alongside.vault.fields.SealedText()),
                ("minimum", alongside.vault.fields.SealedText()),
                ("protects", alongside.vault.fields.SealedText()),
                ("person", alongside.vault.fields.SealedText()),
                (
                    "information",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("purpose", models.CharField(default="other", max_length=12)),
                (
                    "methods",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16), default=list, size=None
                    ),
                ),
                ("tell_first", alongside.vault.fields.SealedChoice()),
                ("tell_first_why", alongside.vault.fields.SealedText()),
                ("asked_at", models.DateTimeField()),
                ("decision", models.CharField(blank=True, default="", max_length=10)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("told_on", models.DateField(blank=True, null=True)),
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
                    "decided_by",
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
                    "told_by",
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
                "indexes": [models.Index(fields=["participant", "-asked_at"], name="exception_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_by__isnull", True),
                            models.Q(("decided_by", models.F("by")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_second_person_decides_an_exception",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decision", ""), ("decided_by__isnull", False), _connector="OR"),
                        name="a_decision_is_somebodys",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("information__len", 0), _negated=True),
                            models.Q(("methods__len", 0), _negated=True),
                        ),
                        name="an_exception_names_what_and_how",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "purpose__in",
                                ["service", "together", "legal", "health", "benefits", "safety", "other"],
                            )
                        ),
                        name="consent_lawfulexception_purpose_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "methods__contained_by",
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
                        name="consent_lawfulexception_methods_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decision__in", ["", "approved", "not_now"])),
                        name="consent_lawfulexception_decision_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutingWords",
            fields=[
                ("version", models.PositiveIntegerField(default=1)),
                ("language", models.CharField(max_length=10, primary_key=True, serialize=False)),
                ("words", models.TextField(blank=True)),
                ("changed_at", models.DateTimeField(blank=True, null=True)),
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OutwardIdentity",
            fields=[
                ("at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
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
                "indexes": [models.Index(fields=["participant", "-at"], name="identity_of")],
            },
        ),
        migrations.CreateModel(
            name="ProgramInTouch",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("name", alongside.vault.fields.SealedText()),
                ("reach", alongside.vault.fields.SealedText()),
                ("helps_with", alongside.vault.fields.SealedText()),
                ("wish", models.CharField(blank=True, default="", max_length=8)),
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
                "indexes": [models.Index(fields=["participant"], name="program_in_touch_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("wish__in", ["", "together", "do_not", "not_sure"])),
                        name="consent_programintouch_wish_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("person", alongside.vault.fields.SealedText()),
                (
                    "information",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("exactly", alongside.vault.fields.SealedText()),
                ("not_shared", alongside.vault.fields.SealedText()),
                ("purpose", models.CharField(max_length=12)),
                ("purpose_words", alongside.vault.fields.SealedText()),
                (
                    "methods",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=16), default=list, size=None
                    ),
                ),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("ends_by", models.DateTimeField()),
                (
                    "told",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), default=list, size=None
                    ),
                ),
                ("interpreter", alongside.vault.fields.SealedText()),
                ("alone_because", alongside.vault.fields.SealedText()),
                ("consents_alone", models.BooleanField(default=False)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_how", alongside.vault.fields.SealedChoice()),
                ("withdrawn_words", alongside.vault.fields.SealedText()),
                ("follow_up", models.CharField(blank=True, default="", max_length=12)),
                ("followed_up_at", models.DateTimeField(blank=True, null=True)),
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
                    "followed_up_by",
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
                    "withdrawn_by",
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
                "indexes": [models.Index(fields=["participant", "-at"], name="release_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("starts_at__lt", models.F("ends_at")), ("ends_at__lte", models.F("ends_by"))
                        ),
                        name="a_permission_ends_within_the_longest_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("information__len", 0), _negated=True),
                            models.Q(("methods__len", 0), _negated=True),
                        ),
                        name="a_permission_names_what_and_how",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("told__contains", ["risks", "withdraw", "voluntary"])),
                        name="a_yes_is_an_informed_one",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "purpose__in",
                                ["service", "together", "legal", "health", "benefits", "safety", "other"],
                            )
                        ),
                        name="consent_release_purpose_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "methods__contained_by",
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
                        name="consent_release_methods_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "told__contained_by",
                                ["text", "content", "risks", "withdraw", "voluntary", "copy"],
                            )
                        ),
                        name="consent_release_told_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("follow_up__in", ["", "written", "not_wanted", "nothing"])),
                        name="consent_release_follow_up_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("way", models.CharField(max_length=10)),
                ("method", models.CharField(blank=True, default="", max_length=16)),
                ("purpose", models.CharField(blank=True, default="", max_length=12)),
                (
                    "information",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("what", models.CharField(blank=True, max_length=20)),
                ("to", alongside.vault.fields.SealedText()),
                ("text", alongside.vault.fields.SealedText()),
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
                (
                    "exception",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="used",
                        to="consent.lawfulexception",
                    ),
                ),
                (
                    "release",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="consent.release",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant", "-at"], name="disclosure_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("exception__isnull", True), ("release__isnull", True), ("way", "own_copy")
                            ),
                            models.Q(
                                models.Q(("way", "own_copy"), _negated=True),
                                models.Q(
                                    models.Q(("exception__isnull", True), ("release__isnull", False)),
                                    models.Q(("exception__isnull", False), ("release__isnull", True)),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="nothing_goes_out_under_nothing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "way__in",
                                [
                                    "referral",
                                    "message",
                                    "letter",
                                    "print",
                                    "export",
                                    "huddle",
                                    "workspace",
                                    "promise",
                                    "api",
                                    "spoken",
                                    "stop",
                                    "own_copy",
                                ],
                            )
                        ),
                        name="consent_disclosure_way_is_known",
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
                                    "",
                                ],
                            )
                        ),
                        name="consent_disclosure_method_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "purpose__in",
                                ["service", "together", "legal", "health", "benefits", "safety", "other", ""],
                            )
                        ),
                        name="consent_disclosure_purpose_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReleaseSigner",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("part", models.CharField(max_length=12)),
                ("how", alongside.vault.fields.SealedChoice()),
                ("name", alongside.vault.fields.SealedText()),
                ("mark", alongside.vault.fields.SealedText()),
                ("kept_at", alongside.vault.fields.SealedText()),
                ("may_have_harmed", models.CharField(blank=True, default="", max_length=3)),
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
                    "release",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signers",
                        to="consent.release",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant"], name="signers_by_participant")],
                "constraints": [
                    models.UniqueConstraint(fields=("release", "part"), name="each_signs_a_permission_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("part", "participant"), ("may_have_harmed", "no"), _connector="OR"
                        ),
                        name="whoever_harmed_them_never_signs",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("part__in", ["participant", "parent", "court"])),
                        name="consent_releasesigner_part_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("may_have_harmed__in", ["", "no", "yes"])),
                        name="consent_releasesigner_may_have_harmed_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReleaseWording",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("language", models.CharField(max_length=10)),
                ("version", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=160)),
                ("text", models.TextField()),
                ("at", models.DateTimeField(blank=True, null=True)),
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("language", "version"), name="a_version_of_the_paper_stands_once_per_language"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="release",
            name="wording",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="consent.releasewording"
            ),
        ),
        migrations.CreateModel(
            name="SharedItem",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("agency_id", models.UUIDField()),
                ("way", models.CharField(default="workspace", max_length=10)),
                ("purpose", models.CharField(max_length=12)),
                ("purpose_words", alongside.vault.fields.SealedText()),
                ("text", alongside.vault.fields.SealedText()),
                ("at", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("held", models.BooleanField(default=False)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["agency_id", "-at"], name="shared_with_a_partner")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "way__in",
                                [
                                    "referral",
                                    "message",
                                    "letter",
                                    "print",
                                    "export",
                                    "huddle",
                                    "workspace",
                                    "promise",
                                    "api",
                                    "spoken",
                                    "stop",
                                    "own_copy",
                                ],
                            )
                        ),
                        name="consent_shareditem_way_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "purpose__in",
                                ["service", "together", "legal", "health", "benefits", "safety", "other"],
                            )
                        ),
                        name="consent_shareditem_purpose_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SharedKey",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(unique=True)),
                ("wrapped", models.BinaryField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="consent.shareditem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SharedLink",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("replies_key", models.UUIDField()),
                (
                    "disclosure",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="shared",
                        to="consent.disclosure",
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
            ],
        ),
        migrations.CreateModel(
            name="SharedReply",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("side", models.CharField(max_length=4)),
                ("kind", models.CharField(max_length=8)),
                ("words", alongside.vault.fields.SealedText()),
                ("at", models.DateTimeField()),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_column="item_id",
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="consent.sharedlink",
                    ),
                ),
                (
                    "seen_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["item", "at"], name="said_about_an_item"),
                    models.Index(
                        condition=models.Q(("seen_at", None), ("side", "they")),
                        fields=["-at"],
                        name="said_and_not_seen",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "kind__in",
                                    [
                                        "accept",
                                        "waitlist",
                                        "not_now",
                                        "update",
                                        "unclear",
                                        "ask",
                                        "answer",
                                        "done",
                                        "not_yet",
                                    ],
                                ),
                                ("side", "they"),
                            ),
                            models.Q(("kind__in", ["ask", "answer"]), ("side", "we")),
                            _connector="OR",
                        ),
                        name="each_side_says_what_is_its_own_to_say",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["they", "we"])),
                        name="consent_sharedreply_side_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "accept",
                                    "waitlist",
                                    "not_now",
                                    "update",
                                    "unclear",
                                    "ask",
                                    "answer",
                                    "done",
                                    "not_yet",
                                ],
                            )
                        ),
                        name="consent_sharedreply_kind_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SharingPause",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("held_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agency.staff"
                    ),
                ),
                (
                    "lifted_by",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="participants.participant",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at__isnull", True)),
                        fields=("participant",),
                        name="one_hold_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SharingRule",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("jurisdiction", models.CharField(blank=True, max_length=12)),
                ("from_on", models.DateField()),
                ("usual_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("most_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("soon_days", models.PositiveSmallIntegerField(default=7)),
                ("stale_days", models.PositiveSmallIntegerField(default=60)),
                ("falls_back_on", models.CharField(blank=True, max_length=12)),
                ("source", models.TextField(blank=True)),
                ("at", models.DateTimeField(blank=True, null=True)),
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
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("usual_days__isnull", True),
                            ("most_days__isnull", True),
                            ("usual_days__lte", models.F("most_days")),
                            _connector="OR",
                        ),
                        name="a_usual_time_is_within_the_longest",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("jurisdiction", ""), _negated=True),
                            ("most_days__gte", 1),
                            _connector="OR",
                        ),
                        name="the_agency_names_a_longest_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("usual_days__isnull", True), ("usual_days__gte", 1), _connector="OR"
                        ),
                        name="a_usual_time_is_a_day_at_least",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="release",
            name="rule",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="consent.sharingrule"
            ),
        ),
        migrations.CreateModel(
            name="WishSaid",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("at", models.DateTimeField()),
                ("wish", alongside.vault.fields.SealedChoice()),
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
                    "program",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wishes",
                        to="consent.programintouch",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["participant", "-at"], name="wish_of")],
            },
        ),
        migrations.CreateModel(
            name="CoverWords",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("key_id", models.UUIDField(editable=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                ("who", alongside.vault.fields.SealedText()),
                ("is_usual", models.BooleanField(default=False)),
                ("introduce", alongside.vault.fields.SealedText()),
                ("why", alongside.vault.fields.SealedText()),
                ("never", alongside.vault.fields.SealedText()),
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
                "indexes": [models.Index(fields=["participant"], name="cover_words_of")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_usual", True), ("removed_at__isnull", True)),
                        fields=("participant",),
                        name="the_usual_cover_words_stand_once",
                    )
                ],
            },
        ),
    ]
