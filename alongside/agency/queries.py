"""What people read about the agency and its staff."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Q, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.utils import translation

from alongside import clock
from alongside.access.models import Account, Invitation, RoleHeld, SecondApproval
from alongside.access.roles import Role
from alongside.access.written import Read, asked, later
from alongside.agency.models import Agency, Program, ProposedWording, Reviewed, Site, Staff, TourLeft, Wording
from alongside.agency.nouns import LABEL, PREFIX

# Pages name these rows by what is found here, not by their tables.
__all__ = ["SecondApproval", "Staff"]


Along = Callable[..., Mapping[str, Combinable]]


def agency(along: Along | None = None, **about: UUID) -> Agency:
    """The agency of this installation, with what a room above brings `along`; a nameless one before set-up.

    `about`: what a room above asks by, beside the moment.
    """
    values = {"now": clock.now(), **about} if along else {}
    found = next(iter(asked(_agency, along, **values)), None)
    return found or Agency(umbrella_name="Alongside", short_name="Alongside")


def _agency(along: Along | None, now: datetime | None = None, **about: UUID) -> "QuerySet[Agency]":
    return Agency.objects.annotate(**along(now, **about) if along and now else {}).filter(id=1)


def tour_beside(me: UUID) -> dict[str, Combinable]:
    """Whether a worker left the tour, as a column that comes with the agency."""
    return {"tour_left": Exists(TourLeft.objects.filter(staff_id=me))}


def beside_account() -> dict[str, Combinable]:
    """Time zone, form of dates, modules left off and nouns, as columns that come with an account."""
    told = JSONObject(zone="time_zone", off="features_off", order="date_order", hours="hours_of_day")
    ours = Agency.objects.filter(id=1).values(told=told)
    called = Wording.objects.filter(Q(key__startswith=PREFIX) | Q(key__startswith=LABEL), hidden=False)
    return {
        "agency_set_up": Subquery(ours[:1]),
        "agency_nouns": ArraySubquery(
            called.values(told=JSONObject(key="key", language="language", text="text"))
        ),
    }


def proposed_wordings() -> list[ProposedWording]:
    """What survivor advisers would say instead and nobody has settled, the oldest first."""
    return list(ProposedWording.objects.filter(settled_at=None).select_related("by").order_by("at", "id"))


def programs() -> list[Program]:
    """Programs that run."""
    return list(Program.objects.filter(closed_at=None).order_by("name"))


def sites() -> list[Site]:
    """Places where people come in."""
    return list(Site.objects.order_by("name"))


def names_of_ours() -> tuple[list[str], list[str]]:
    """What our programs and places are called, and who works here: what a paper about nobody must not say."""
    of = {
        "programs": Program.objects.filter(closed_at=None),
        "sites": Site.objects.all(),
        "staff": Staff.objects.all(),
    }
    rows = [each.values_list("name", Value(kind)).order_by() for kind, each in of.items()]
    told = list(rows[0].union(*rows[1:], all=True))
    return [name for name, kind in told if kind != "staff"], [name for name, kind in told if kind == "staff"]


def staff_list() -> list[Staff]:
    """Everybody who works here, by name."""
    return list(
        Staff.objects.filter(id__is_active=True).select_related("supervisor", "site").order_by("name")
    )


def roles_of_staff() -> dict[UUID, set[Role]]:
    """The roles each member of staff holds."""
    held: dict[UUID, set[Role]] = {}
    for account, role in RoleHeld.objects.values_list("account_id", "role"):
        held.setdefault(account, set()).add(Role(role))
    return held


def staff_with_role(role: Role) -> list[Staff]:
    """Members of staff who hold a role, by name."""
    held = RoleHeld.objects.filter(role=role).values("account_id")
    return list(Staff.objects.filter(pk__in=held, id__is_active=True).order_by("name"))


def staff_names(ids: Iterable[UUID | None]) -> dict[UUID, str]:
    """Names of colleagues, for showing who did what."""
    wanted = {each for each in ids if each}
    return dict(Staff.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def wordings(keys: Iterable[str]) -> dict[str, str | None]:
    """The agency's own words for these keys in today's language; None where it hides one."""
    language = (translation.get_language() or "en")[:2]
    rows = Wording.objects.filter(key__in=list(keys), language=language)
    return {row.key: None if row.hidden else row.text for row in rows}


def own_wordings() -> list[Wording]:
    """Everything the agency says in its own words."""
    return list(Wording.objects.order_by("key", "language"))


def reviews(keys: Iterable[str]) -> dict[tuple[str, str, str], datetime]:
    """When a survivor adviser looked at these words: by key, language and fingerprint."""
    rows = Reviewed.objects.filter(key__in=list(keys))
    return {(row.key, row.language, row.fingerprint): row.at for row in rows}


def staff_away() -> list[Staff]:
    """Colleagues whose account is closed."""
    return list(Staff.objects.filter(id__is_active=False).order_by("name"))


def team_of(supervisor: UUID) -> list[Staff]:
    """Colleagues who name this supervisor."""
    return list(Staff.objects.filter(supervisor=supervisor, id__is_active=True).order_by("name"))


def account_named(account: UUID) -> Account | None:
    """One account of this door, with its name to sign in."""
    return Account.objects.filter(pk=account).first()


def anybody_has_an_account() -> bool:
    """Whether the first set-up is done."""
    return Account.objects.exists()


def asked_now() -> Read[list[SecondApproval]]:
    """What waits for a second person's word, and access that was agreed to and has no link yet."""
    return later(_open_agreements, now=clock.wall())


def _open_agreements(now: datetime) -> QuerySet[SecondApproval]:
    still = Q(outcome="") | Q(outcome=SecondApproval.Outcome.AGREED, kind=SecondApproval.Kind.ACCESS)
    rows = SecondApproval.objects.filter(still, expires_at__gt=now)
    return rows.select_related("account", "asked_by", "answered_by").order_by("asked_at")


def link_of(staff: UUID) -> Invitation | None:
    """The link that still leads to this account, if one does."""
    rows = Invitation.objects.filter(
        account=staff, used_at=None, revoked_at=None, expires_at__gt=clock.wall()
    )
    return rows.defer("hash").first()


def links_waiting() -> list[Invitation]:
    """Links by which somebody may still come in, those that end first before the others."""
    rows = Invitation.objects.filter(used_at=None, revoked_at=None, expires_at__gt=clock.wall())
    return list(rows.select_related("account").defer("hash").order_by("expires_at", "id")[:5])


def has_come_in(staff: UUID) -> bool:
    """Whether they have chosen a password."""
    account = Account.objects.filter(pk=staff).first()
    return account is not None and account.has_usable_password()
