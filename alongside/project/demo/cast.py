"""The staff of the demo agency. Everybody is fictitious and named by role."""

import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings

from alongside.access.actor import Actor, as_actor
from alongside.access.models import Account
from alongside.access.roles import Role
from alongside.agency.actions import add_program, add_site, add_staff, set_up_agency
from alongside.agency.models import Site

NAMESPACE = UUID("6f1c0d52-5a4e-4c19-9d5e-0a1b1f6e2027")
UMBRELLA = "Riverbend Community Services"
PROGRAM = "Northside Survivor Support"
HOTLINE = "555-0100"
ZONE = ZoneInfo("America/Chicago")
BEGINS = datetime(2027, 1, 6, 2, 0, tzinfo=ZONE)
SITE = "Drop-in center"


def known_id(name: str) -> UUID:
    """The same reference for the same name in every demo and test."""
    return uuid5(NAMESPACE, name)


# The point of contact of a partner, who sits at that door.
PARTNER_ACCOUNT = known_id("clinic's contact's account")


@dataclass(frozen=True)
class Member:
    """A member of the demo staff."""

    username: str
    name: str
    roles: tuple[Role, ...]
    languages: tuple[str, ...] = ("English",)
    credentials: str = ""
    hours: str = ""
    trained: bool = False
    supervised: bool = False
    site: bool = False
    id: UUID = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", known_id(self.username))

    @property
    def actor(self) -> Actor:
        """This person, acting."""
        return Actor(self.id, self.name, frozenset(self.roles))

    @property
    def password(self) -> str:
        """The demo password, made from this installation's own key so that no two demos share one."""
        digest = hmac.new(settings.SECRET_KEY.encode(), self.username.encode(), hashlib.sha256).hexdigest()
        return f"beside-{digest[:4]}-{digest[4:8]}"


ADMIN = Member("admin", "Administrator", (Role.ADMINISTRATOR,))
SUPERVISOR = Member("supervisor", "Supervisor", (Role.SUPERVISOR,), trained=True)
ON_CALL = Member("oncall", "On-call advocate", (Role.ON_CALL,), supervised=True, trained=True)
DROP_IN = Member("dropin", "Drop-in worker", (Role.DROP_IN,), supervised=True, site=True)
CM1 = Member(
    "cm1",
    "Case manager 1",
    (Role.CASE_MANAGER,),
    ("English", "Spanish"),
    "MSW",
    "full time",
    trained=True,
    supervised=True,
)
CM2 = Member(
    "cm2",
    "Case manager 2",
    (Role.CASE_MANAGER,),
    ("English",),
    "MSW",
    "half time, Monday to Wednesday",
    trained=True,
    supervised=True,
)
CM3 = Member(
    "cm3", "Case manager 3", (Role.CASE_MANAGER,), ("English",), "", "full time, new", supervised=True
)
PRACTICE = Member("practice", "Practice lead", (Role.PRACTICE_LEAD,))
DIRECTOR = Member("director", "Program director", (Role.DIRECTOR,))
CUSTODIAN = Member("custodian", "Records custodian", (Role.CUSTODIAN,))
ADVISER = Member("adviser", "Survivor adviser", (Role.ADVISER,))
CAST = (ADMIN, SUPERVISOR, ON_CALL, DROP_IN, CM1, CM2, CM3, PRACTICE, DIRECTOR, CUSTODIAN, ADVISER)


def admit_cast() -> Site:
    """Set up the demo agency and admit its staff, each with a second factor."""
    admin = ADMIN.actor
    with as_actor(admin):
        _admit(ADMIN, None, None)
        set_up_agency(
            by=admin,
            umbrella_name=UMBRELLA,
            short_name="Riverbend",
            hotline=HOTLINE,
            hotline_hours="24 hours",
            version=None,
        )
        add_program(by=admin, name=PROGRAM)
        site = add_site(by=admin, name=SITE)
        for member in CAST[1:]:
            _admit(member, SUPERVISOR.id if member.supervised else None, site.id if member.site else None)
    for member in CAST:
        with as_actor(member.actor, fresh=True):
            TOTP.activate(Account.objects.get(pk=member.id), generate_totp_secret())
    return site


def _admit(member: Member, supervisor: UUID | None, site: UUID | None) -> None:
    add_staff(
        by=ADMIN.actor,
        account=member.id,
        username=member.username,
        password=member.password,
        name=member.name,
        roles=member.roles,
        supervisor=supervisor,
        site=site,
        languages=member.languages,
        credentials=member.credentials,
        hours=member.hours,
        trafficking_training_on=date(2025, 9, 1) if member.trained else None,
    )


def totp_of(member: Member) -> TOTP:
    """The one-time code generator of a demo account."""
    return TOTP(Authenticator.objects.get(user_id=member.id, type=Authenticator.Type.TOTP))
