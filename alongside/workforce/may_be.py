"""Who may be on call: whose roles bring it. Whoever loses them keeps their shifts, and nobody counts on these."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from alongside.access.models import RoleHeld
from alongside.access.roles import ABILITIES, ROLE_NAMES, Can, Role
from alongside.agency import queries as agency
from alongside.agency.models import Staff
from alongside.workforce.models import OnCallShift

ROLES = tuple(
    role.value for role, can in ABILITIES.items() if Can.BE_ON_CALL in can
)  # as core.may_be_on_call


def roles_held(staff: str = "staff") -> Exists:
    """Whether the roles of whom this column names bring it, as a column that comes along."""
    return Exists(RoleHeld.objects.filter(account=OuterRef(staff), role__in=ROLES))


def answered() -> QuerySet[OnCallShift]:
    """Shifts of those who may be on call."""
    return OnCallShift.objects.filter(roles_held())


@dataclass(frozen=True)
class Colleagues:
    """Who may be put on call, and whoever works here beside them; each by name."""

    may: list[Staff]
    others: list[Staff]

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Who is offered."""
        return [(str(each.pk), each.name) for each in self.may]


def colleagues() -> Colleagues:
    """Everybody who works here."""
    held = agency.roles_of_staff()
    people = agency.staff_list()
    may = [each for each in people if held.get(each.pk, set()) & set(ROLES)]
    return Colleagues(may, [each for each in people if each not in may])


def what_is_needed() -> str:
    """Why somebody is not offered, in a few words."""
    return _("needs the role “%(role)s”") % {"role": ROLE_NAMES[Role.ON_CALL]}
