"""What people read about the agency and its staff."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models.expressions import Combinable
from django.utils import translation

from alongside.access.actor import Actor
from alongside.access.models import RoleHeld
from alongside.access.roles import Role
from alongside.agency.models import Agency, Program, Site, Staff, Wording


def agency(actor: Actor | None, **beside: Combinable) -> Agency:
    """The agency of this installation, with what is asked `beside` it; a nameless one before set-up."""
    found = Agency.objects.annotate(**beside).filter(id=1).first()
    return found or Agency(umbrella_name="Alongside", short_name="Alongside")


def programs(actor: Actor) -> list[Program]:
    """Programs that run."""
    return list(Program.objects.filter(closed_at=None).order_by("name"))


def sites(actor: Actor) -> list[Site]:
    """Places where people come in."""
    return list(Site.objects.order_by("name"))


def staff_list(actor: Actor) -> list[Staff]:
    """Everybody who works here, by name."""
    return list(
        Staff.objects.filter(id__is_active=True).select_related("supervisor", "site").order_by("name")
    )


def roles_of_staff(actor: Actor) -> dict[UUID, set[Role]]:
    """The roles each member of staff holds."""
    held: dict[UUID, set[Role]] = {}
    for account, role in RoleHeld.objects.values_list("account_id", "role"):
        held.setdefault(account, set()).add(Role(role))
    return held


def staff_with_role(actor: Actor, role: Role) -> list[Staff]:
    """Members of staff who hold a role, by name."""
    held = RoleHeld.objects.filter(role=role).values("account_id")
    return list(Staff.objects.filter(pk__in=held, id__is_active=True).order_by("name"))


def staff_names(actor: Actor, ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Names of colleagues, for showing who did what."""
    wanted = {each for each in ids if each}
    return dict(Staff.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def wordings(actor: Actor | None, keys: Iterable[str]) -> dict[str, str | None]:
    """The agency's own words for these keys in today's language; None where it hides one."""
    language = (translation.get_language() or "en")[:2]
    rows = Wording.objects.filter(key__in=list(keys), language=language)
    return {row.key: None if row.hidden else row.text for row in rows}
