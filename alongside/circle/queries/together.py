"""A Circle, read: members with their permission, matters, decisions, clarity, huddles, commitments."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, JSONObject
from django.utils.translation import gettext as _

from alongside.access.written import Read, later
from alongside.circle import rules
from alongside.circle.choices import Holder, MatterState
from alongside.circle.models import (
    Attendee,
    CaseCommitment,
    CaseDecision,
    Clarity,
    Huddle,
    Matter,
    MatterStateChange,
    Member,
)
from alongside.consent import queries as consent
from alongside.consent.choices import Standing, Wish
from alongside.consent.gate import To
from alongside.consent.models import Release
from alongside.participants.models import Participant
from alongside.partners.choices import CommitmentState, Side
from alongside.partners.models import PartnerAgency
from alongside.partners.queries import agencies
from alongside.vault.opening import open_told


@dataclass(frozen=True)
class Card:
    """A member of the Circle with what their permission is just now, and whom to turn to there."""

    row: Member
    permission: str
    is_live: bool
    contact: str

    @property
    def called(self) -> str:
        """The member's name."""
        return self.row.called


def to_of(member: Member) -> To:
    """Whom the gate would ask about for this member."""
    return To(agency=member.agency_id) if member.agency_id else To(person=member.name)


def members(participant: UUID) -> list[Member]:
    """Everybody in the Circle, in the order they came."""
    rows = Member.objects.filter(participant_id=participant, left_at=None)
    return list(rows.select_related("agency").order_by("at", "id"))


def member_named(participant: UUID, member: UUID) -> Member | None:
    """One member, whether still there or not."""
    rows = Member.objects.filter(participant_id=participant, pk=member)
    return rows.select_related("agency").first()


def permissions(participant: UUID, found: list[Member]) -> list[Card]:
    """Every member with their permission: live, ends soon, none, or a wish that says please do not."""
    releases = consent.releases(participant)
    wishes = {each.agency_id: each.wish for each in consent.programs(participant) if each.agency_id}
    wanted = [each.agency_id for each in found if each.agency_id]
    found_there = agencies().filter(pk__in=wanted) if wanted else []
    contacts = {each.pk: _turned_to(each) for each in found_there}
    return [_card(each, releases, wishes, contacts) for each in found]


def _turned_to(agency: PartnerAgency) -> str:
    now = vars(agency).get("now", [])
    return ", ".join(part for part in (now[0].name, now[0].reach) if part) if now else ""


def _card(
    member: Member, releases: list[Release], wishes: dict[UUID, str], contacts: dict[UUID, str]
) -> Card:
    to = to_of(member)
    standings = {each.standing for each in releases if to.is_same(each.agency_id, each.person)}
    contact = contacts.get(member.agency_id, "") if member.agency_id else ""
    contact = member.contact or contact
    wish = wishes.get(member.agency_id) if member.agency_id else None
    if wish == Wish.DO_NOT:
        return Card(member, str(_("Their wish: please do not")), False, contact)
    if wish is not None and wish != Wish.TOGETHER:
        return Card(member, str(_("Their wish is not known: not yet")), False, contact)
    for standing in _SAID_FIRST:
        if standing in standings:
            said = str(_("Permission: %(state)s") % {"state": standing.label})
            return Card(member, said, standing in _LIVE, contact)
    return Card(member, str(_("No permission")), False, contact)


_LIVE = (Standing.LIVE, Standing.ENDS_SOON)
# Of several permissions the one that counts most is said; one that is over is said as what it is.
_SAID_FIRST = (*_LIVE, Standing.BEGINS, Standing.STOPPED, Standing.ENDED)
_UNCLEAR_FIRST = Case(When(holder=Holder.UNCLEAR, then=Value(0)), default=Value(1))


def _standing(participant: UUID) -> QuerySet[Matter]:
    rows = Matter.objects.filter(participant_id=participant).exclude(state=MatterState.DONE)
    return rows.select_related("staff", "member__agency").order_by(_UNCLEAR_FIRST, "at", "id")


def matters(participant: UUID) -> list[Matter]:
    """What is open, those that nobody is known to hold first."""
    return list(_standing(participant))


def shared_matters(participant: UUID) -> list[Matter]:
    """What is open and theirs to see: the same list as ours, without what would not be safe on paper."""
    return list(_standing(participant).filter(shared=True))


def matter_named(participant: UUID, matter: UUID) -> Matter | None:
    """One matter, done or not."""
    rows = Matter.objects.filter(participant_id=participant, pk=matter)
    return rows.select_related("staff", "member__agency").first()


def turns(matter: Matter) -> list[MatterStateChange]:
    """Who held a matter and what was next, newest first."""
    return list(matter.turns.select_related("staff", "member__agency", "by").order_by("-at", "-id"))


@dataclass(frozen=True)
class HeldMatter:
    """A matter that holds, and since when."""

    row: Matter
    since: datetime


def holding(participant: UUID) -> list[HeldMatter]:
    """Matters without a next step, for as long as they hold."""
    rows = _standing(participant).filter(state=MatterState.HOLDING)
    newest_first = Prefetch("turns", queryset=MatterStateChange.objects.order_by("-at", "-id"))
    return [HeldMatter(row, _held_since(row)) for row in rows.prefetch_related(newest_first)]


def _held_since(row: Matter) -> datetime:
    """When it began to hold; who holds it may have changed since."""
    run = takewhile(lambda turn: turn.state == MatterState.HOLDING, row.turns.all())
    return min((turn.at for turn in run), default=row.at)


def holding_beside() -> Combinable:
    """For a query over people: whether a matter of theirs holds."""
    return Exists(Matter.objects.filter(participant=OuterRef("pk"), state=MatterState.HOLDING))


def held_beside() -> dict[str, Combinable]:
    """For a query over people: open items that hold, with their words and since when."""
    turns_of = MatterStateChange.objects.filter(matter=OuterRef("matter")).exclude(state=MatterState.HOLDING)
    other = Subquery(turns_of.order_by("-at", "-id").values("at")[:1])
    run = MatterStateChange.objects.filter(matter=OuterRef("pk")).annotate(other=other)
    run = run.filter(Q(other=None) | Q(at__gt=F("other")))
    since = Coalesce(Subquery(run.order_by("at", "id").values("at")[:1]), F("at"))
    rows = Matter.objects.filter(state=MatterState.HOLDING, participant=OuterRef("pk")).annotate(since=since)
    its = JSONObject(id=F("id"), key=F("key_id"), words=F("words"), since=F("since"))
    return {"matters_held": ArraySubquery(rows.order_by("at", "id").values(json=its))}


def held_of(person: Participant) -> list[tuple[str, datetime]]:
    """Open items that hold with somebody who came with `held_beside`, and since when."""
    table = Matter._meta.db_table
    return [
        (
            open_told(UUID(told["key"]), table, "words", UUID(told["id"]), told["words"]),
            datetime.fromisoformat(told["since"]),
        )
        for told in vars(person)["matters_held"]
    ]


def unclear(count: int) -> Read[list[Matter]]:
    """Matters of people I reach that nobody is known to hold, the longest first."""
    return later(_unclear, count)


def _unclear(count: int) -> QuerySet[Matter]:
    rows = Matter.objects.filter(holder=Holder.UNCLEAR).exclude(state=MatterState.DONE)
    return rows.select_related("participant").order_by("at", "id")[:count]


def decisions(participant: UUID) -> list[CaseDecision]:
    """What was decided, newest first."""
    rows = CaseDecision.objects.filter(participant_id=participant)
    return list(rows.select_related("by").order_by("-at", "-id"))


def decision_named(participant: UUID, decision: UUID) -> CaseDecision | None:
    """One decision."""
    return CaseDecision.objects.filter(participant_id=participant, pk=decision).first()


def clarity(participant: UUID) -> list[Clarity]:
    """The newest answer of each of those involved."""
    rows = Clarity.objects.filter(participant_id=participant).select_related("member__agency", "by")
    found: dict[tuple[str, UUID | None], Clarity] = {}
    for row in rows.order_by("-at", "-id"):
        found.setdefault((row.sees, row.member_id), row)
    return list(found.values())


def huddles(participant: UUID) -> list[Huddle]:
    """Huddles, newest first."""
    rows = Huddle.objects.filter(participant_id=participant)
    return list(rows.order_by(F("on").desc(nulls_first=True), "-at", "id"))


def huddle_named(participant: UUID, huddle: UUID) -> Huddle | None:
    """One huddle."""
    return Huddle.objects.filter(participant_id=participant, pk=huddle).first()


def attendees(huddle: Huddle) -> list[Attendee]:
    """Who is meant to come."""
    return list(huddle.attendees.select_related("member__agency").order_by("member__at", "id"))


def attendees_of(participant: UUID, attendee: UUID) -> Attendee | None:
    """One of those who are meant to come."""
    rows = Attendee.objects.filter(participant_id=participant, pk=attendee)
    return rows.select_related("huddle", "member__agency").first()


def commitments(participant: UUID, huddle: UUID | None = None) -> list[CaseCommitment]:
    """What was said, open ones by their day first."""
    rows = CaseCommitment.objects.filter(participant_id=participant).select_related("member__agency", "by")
    found = rows.filter(huddle_id=huddle) if huddle else rows
    return sorted(found, key=lambda row: (bool(row.settled_on), row.by_when or date.max, row.at))


def commitment_named(participant: UUID, commitment: UUID) -> CaseCommitment | None:
    """One commitment."""
    rows = CaseCommitment.objects.filter(participant_id=participant, pk=commitment)
    return rows.select_related("member__agency").first()


def answers_beside() -> dict[str, Combinable]:
    """For a query over what partners said on their pages: what it was that they had said they would do."""
    about = CaseCommitment.objects.filter(disclosure=OuterRef("item__disclosure_id"))
    return {"commitment": Subquery(about.values("pk")[:1]), "heard": Subquery(about.values("heard")[:1])}


_STILL = (CommitmentState.OPEN, CommitmentState.RENEGOTIATED)


@dataclass(frozen=True)
class Promised:
    """What somebody said they would do, and by when, as it comes along with a person."""

    who: str
    words: str
    by_when: date | None


def promised_beside(most: int = 2) -> dict[str, Combinable]:
    """What comes in the same query as one person: what was promised and is open, the nearest day first."""
    rows = CaseCommitment.objects.filter(participant=OuterRef("pk"), state__in=_STILL)
    told = JSONObject(
        id="id", key="key_id", who="who", words="words", by="by_when", agency="member__agency__name"
    )
    nearest = rows.order_by(F("by_when").asc(nulls_last=True), "at")
    return {"promised": ArraySubquery(nearest.values(json=told)[:most])}


def promised_to(person: Any) -> list[Promised]:
    """What was promised, where it came along with a person."""
    found = []
    for told in vars(person)["promised"]:
        row, key, table = UUID(told["id"]), UUID(told["key"]), CaseCommitment._meta.db_table
        who, words = (open_told(key, table, name, row, told[name]) for name in ("who", "words"))
        by_when = date.fromisoformat(told["by"]) if told["by"] else None
        found.append(Promised(told["agency"] or who, words, by_when))
    return found


def check_in_beside(today: date) -> dict[str, Combinable]:
    """What comes in the same query as people: the first thing that was said and whose day has come. After its days
    it waits on the Circle's own page."""
    said = CaseCommitment.objects.filter(participant=OuterRef("pk"), state__in=_STILL)
    told = JSONObject(
        id=F("id"),
        key=F("key_id"),
        words=F("words"),
        who=F("who"),
        side=F("side"),
        by_when=F("by_when"),
        partner=F("member__agency__name"),
        member=F("member_id"),
        name=F("member__name"),
    )
    first = ExpressionWrapper(Value(today, DateField()) - Value(rules.STANDS.days), DateField())
    due = said.filter(by_when__lte=today, by_when__gt=first).order_by("by_when", "id")
    return {"checks_in": Subquery(due.values(json=told)[:1])}


@dataclass(frozen=True)
class ToCheckIn:
    """What somebody said they would do, whose day has come; without `who` it was one of us."""

    who: str
    words: str
    by_when: date


def to_check_in(person: Participant) -> ToCheckIn | None:
    """What came along with a person, opened."""
    told: dict[str, Any] | None = vars(person)["checks_in"]
    if told is None:
        return None
    key, ref, table = UUID(told["key"]), UUID(told["id"]), CaseCommitment._meta.db_table
    who = told["partner"] or open_told(key, table, "who", ref, told["who"])
    if not who and told["member"]:
        who = open_told(key, Member._meta.db_table, "name", UUID(told["member"]), told["name"])
    words = open_told(key, table, "words", ref, told["words"])
    return ToCheckIn(who if told["side"] == Side.THEY else "", words, date.fromisoformat(told["by_when"]))
