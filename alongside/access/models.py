"""Accounts and the roles they hold. Doors read them; only the keeper's functions change who may do what."""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import make_password
from django.db import models
from django.db.models.functions import Lower, Now
from django.utils.crypto import salted_hmac

from alongside.access import passwords
from alongside.access.roles import Role
from alongside.vault.codes import Code, Codes


class Accounts(BaseUserManager["Account"]):
    """How Django finds an account by its sign-in name."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(username__iexact=username)


class Account(AbstractBaseUser):
    """A member of staff who may sign in. Kept as long as the trail names them; never leaves.

    Holds no participant's data. The hash of the password stands beside it in the table, for the keeper alone; `mark`
    changes with it, ends the sessions of the one before, and is empty where there is none.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=60)
    name = models.CharField(max_length=120)
    door = models.CharField(max_length=20, default="desk")
    is_active = models.BooleanField(default=True)
    added_at = models.DateTimeField(db_default=Now())

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = Accounts()
    password = None  # type: ignore[assignment]  # no door reads it (access/passwords.py)
    mark = models.UUIDField(null=True, editable=False)
    last_login = None  # the trail knows; a door may not write to this table before somebody is signed in

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("username"), "door", name="a_sign_in_name_is_taken_once_at_a_door"),
        ]

    @property
    def roles(self) -> frozenset[Role]:
        """The roles this account holds."""
        held = self.__dict__.get("held")
        if held is None:
            held = list(RoleHeld.objects.filter(account=self).values_list("role", flat=True))
            self.__dict__["held"] = held
        return frozenset(Role(role) for role in held)

    def check_password(self, raw_password: str | None) -> bool:
        """Whether this is the password."""
        return raw_password is not None and passwords.opens(self.username, raw_password)

    def set_password(self, raw_password: str | None) -> None:
        """Only as slow as it would be: a password is changed by the one who acts (`passwords.change`)."""
        make_password(raw_password)

    def has_usable_password(self) -> bool:
        """Whether there is a password at all."""
        return self.mark is not None

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        return salted_hmac("alongside.session", str(self.mark), secret=secret, algorithm="sha256").hexdigest()

    def get_full_name(self) -> str:
        return self.name

    def __str__(self) -> str:
        return self.name


class RoleHeld(models.Model):
    """A role that an account holds. Kept while held; holds no participant's data."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+", db_index=False)
    role = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "role"], name="a_role_is_held_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]), name="a_role_is_known"
            ),
        ]


class Session(models.Model):
    """What a browser is remembered by, signed in or not yet. Kept until it ends, twelve hours at the most.

    `name` is a hash of a hash of the key in the cookie, and what it `held` is sealed and bound to that name: the row
    opens nothing, and its words stand under no other name. `account`, `browser` and the times are in clear: they are
    the list of where one is signed in, which the wall shows to that account alone. Holds no participant's data, but
    words that somebody typed may wait in it, sealed, while they sign in again. In no copy.
    """

    name = models.CharField(primary_key=True, max_length=64)
    door = models.CharField(max_length=20)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="+")
    held = models.BinaryField()
    begun_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)
    browser = models.CharField(max_length=200)


class SigningKey(models.Model):
    """The pads of the key that signs an actor for a door. Readable by the keeper alone; left out of dumps."""

    door = models.CharField(primary_key=True, max_length=20)
    ipad = models.BinaryField()
    opad = models.BinaryField()


class Invitation(models.Model):
    """A link by which a member of staff comes in, once. The link itself is nowhere; a hash of it is kept, with
    who made it, as long as the account. Holds no participant's data; never leaves.

    `made_by` is empty where whoever runs the machine made it. `mends` tells that password and second factor
    are chosen anew.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    hash = models.BinaryField()
    mends = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hash"], name="a_link_leads_to_one_account")]


class SecondApproval(models.Model):
    """What one asks about a colleague's access, and a second person agrees to or not. Kept as long as the
    account; holds no participant's data; never leaves."""

    class Kind(models.TextChoices):
        ROLES = "roles"
        ACCESS = "access"

    class Outcome(models.TextChoices):
        AGREED = "agreed"
        DECLINED = "declined"
        WITHDRAWN = "withdrawn"
        DONE = "done"  # access that was agreed to, and the link made

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    kind = Code(max_length=10, choices=Kind)
    roles = Codes(Code(max_length=20, choices=[(role.value, role.value) for role in Role]))
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    outcome = Code(max_length=10, choices=Outcome, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "kind"],
                condition=models.Q(outcome__in=["", "agreed"]) & ~models.Q(kind="roles", outcome="agreed"),
                name="one_thing_is_asked_at_a_time",
            ),
        ]
