"""Asking for help with money, deciding about it, handing it over and taking it back."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.consent import gate
from alongside.keeping.rows import authored, held, held_or_new
from alongside.keeping.rules import ChangedMeanwhile, NotHere, NothingWritten
from alongside.participants import queries as people
from alongside.participants.timeline import mark
from alongside.provisions import assistance_rules as rules
from alongside.provisions.assistance_choices import From
from alongside.provisions.models import (
    AssistanceDecision,
    AssistanceKind,
    AssistanceRequest,
    AssistanceRules,
    VoucherRange,
)
from alongside.provisions.rules import PointsAtSomebody
from alongside.ui.money import as_typed
from alongside.vault import ring
from alongside.vault.fields import sealed_value


def _refused() -> dict[str, type[Exception] | Exception]:
    return {
        "out_of_reach": TurnedDown("not_here"),
        "no_such_help": NotHere,
        "help_moved_meanwhile": ChangedMeanwhile,
        "not_enough_money": rules.NotEnough,
        "the_fund_is_closed": rules.FundClosed,
        "no_such_fund": rules.NoFund,
        "help_comes_from_a_fund": rules.NoFund,
        "not_of_ones_own": rules.NotOnesOwn,
        "above_the_limit": rules.AboveTheLimit,
        "past_the_cap": rules.PastTheCap,
        "says_why_not": rules.SaysWhyNot,
        "not_so_many_vouchers": rules.NotSoManyVouchers,
        "not_those_vouchers": ChangedMeanwhile,
        "vouchers_are_promised": rules.StillPromised,
        "a_voucher_stands_in_one_range": rules.InAnotherRange,
        "a_range_of_vouchers_has_a_first_and_a_last": rules.NotARange,
    }


def _called(function: str, *values: Any) -> Any:
    with refused_as(_refused()), transaction.atomic():
        return call(function, *values)


def _look_at(participant: UUID, told: rules.Asked) -> AssistanceKind:
    """The kind that was chosen, where what the decider reads tells nothing of whom it is for."""
    kind = AssistanceKind.objects.filter(pk=told.kind).first()
    if kind is None:
        raise NotHere
    if told.words.strip() and (found := gate.points_at(participant, told.words)):
        raise PointsAtSomebody("words", found)
    return kind


def _say(row: AssistanceRequest, told: rules.Asked, kind: AssistanceKind) -> None:
    row.purpose, row.kind_said, row.amount_said = told.purpose, kind.called, as_typed(told.amount)
    row.unsafe = "yes" if told.unsafe else ""


@act(Can.ASK_MONEY, said=_("asked for help with money"))
def ask_for_help(
    *, by: Actor, participant: UUID, asking: UUID, told: rules.Asked, origin: rules.Origin
) -> AssistanceRequest:
    """Ask for help with money; sent twice, it is one. Raises PointsAtSomebody, NotHere or TurnedDown."""
    person = people.participant_named(participant)
    if person is None:
        raise TurnedDown("not_here")
    row = held_or_new(AssistanceRequest, asking, participant_id=participant)
    if row is not None:
        return row
    kind = _look_at(participant, told)
    row = AssistanceRequest(id=asking, **authored(by, person))
    _say(row, told, kind)
    needs = {each.pk for each in people.needs([participant]).get(participant, [])}
    row.need_id = origin.ref if origin.what == From.NEED and origin.ref in needs else None
    row.came_from = origin.kept() if origin.what in From.values and origin.what != From.NEED else ""
    row.save(force_insert=True)
    key = uuid4()
    wrapped = ring.make(key)
    line = AssistanceDecision(id=row.decision, key_id=key, words=told.words)
    _called(
        "core.ask_help",
        row.pk,
        key,
        wrapped,
        kind.pk,
        told.amount,
        told.fund,
        told.vouchers,
        sealed_value(line, "words"),
    )
    mark(by=by, participant=participant, at=row.at, room="provisions", kind="money", ref=row.pk)
    return row


@act(Can.ASK_MONEY, said=_("changed what help with money was asked for"))
def change_help(
    *, by: Actor, participant: UUID, asking: UUID, told: rules.Asked, seen: int
) -> AssistanceRequest:
    """Put an asking right that nobody has decided about. Raises ChangedMeanwhile, PointsAtSomebody or NotHere."""
    row = held(AssistanceRequest, asking, participant_id=participant)
    kind = _look_at(participant, told)
    _say(row, told, kind)
    row.version += 1
    row.save(update_fields=["purpose", "kind_said", "amount_said", "unsafe", "version"])
    line = AssistanceDecision.objects.get(pk=row.decision)
    line.words = told.words
    given = (kind.pk, told.amount, told.fund, told.vouchers, sealed_value(line, "words"))
    _called("core.change_help", row.decision, seen, *given)
    return row


@act(Can.ASK_MONEY, said=_("kept what belongs to help with money"))
def keep_receipt(
    *, by: Actor, participant: UUID, asking: UUID, receipt: str, unsafe: bool, seen: int | None = None
) -> AssistanceRequest:
    """Say where a receipt is, if there is one, and whether the person's own page leaves this out. Raises
    ChangedMeanwhile or NotHere."""
    row = held(AssistanceRequest, asking, seen, participant_id=participant)
    row.receipt, row.unsafe = receipt, "yes" if unsafe else ""
    row.version += 1
    row.save(update_fields=["receipt", "unsafe", "version"])
    return row


@act(Can.DECIDE_MONEY)
def decide_help(
    *,
    by: Actor,
    line: UUID,
    seen: int,
    agrees: bool,
    fund: UUID | None = None,
    answer: str = "",
    past: str = "",
) -> AssistanceDecision:
    """Agree, which sets the money aside, or say not this time, with words. A press counts once.

    Raises NotOnesOwn, AboveTheLimit, PastTheCap (without words for `past`), SaysWhyNot, NoFund, NotEnough, FundClosed,
    ChangedMeanwhile or TurnedDown.
    """
    row = AssistanceDecision.objects.filter(pk=line).first()
    if row is None:
        raise TurnedDown("not_here")
    row.answer, row.past_cap = answer, past
    words = [
        sealed_value(row, name) if said.strip() else None
        for name, said in (("answer", answer), ("past_cap", past))
    ]
    _called("core.decide_help", line, seen, agrees, fund, *words)
    return AssistanceDecision.objects.get(pk=line)


@act(Can.DECIDE_MONEY)
def undo_decision(*, by: Actor, line: UUID, seen: int) -> bool:
    """Take back what one decided, as long as nothing came after it. Raises ChangedMeanwhile or TurnedDown."""
    return _called("core.undo_help", line, seen, []) is not None


def _stepped(function: str, participant: UUID, asking: UUID, seen: int) -> AssistanceRequest:
    row = held(AssistanceRequest, asking, participant_id=participant)
    had = () if function == "core.hand_over_help" else (rules.numbers_in(row.numbers),)
    given = _called(function, row.decision, seen, *had)
    if given is None:
        return row
    state = AssistanceDecision.objects.values_list("state", flat=True).get(pk=row.decision)
    row.handed_on = clock.today() if state == "handed_over" else None
    row.numbers = " ".join(map(str, given))
    row.version += 1
    row.save(update_fields=["handed_on", "numbers", "version"])
    return row


@act(Can.ASK_MONEY, said=_("handed over help with money"))
def hand_over_help(*, by: Actor, participant: UUID, asking: UUID, seen: int) -> AssistanceRequest:
    """Hand over what was agreed; what was set aside is spent. A press counts once. Raises ChangedMeanwhile or
    NotHere."""
    return _stepped("core.hand_over_help", participant, asking, seen)


@act(Can.ASK_MONEY, said=_("took back help with money"))
def take_help_back(*, by: Actor, participant: UUID, asking: UUID, seen: int) -> AssistanceRequest:
    """Give money back that is not needed; before anybody decided, the asking ends. Raises ChangedMeanwhile or
    NotHere."""
    return _stepped("core.take_help_back", participant, asking, seen)


@act(Can.ASK_MONEY, said=_("undid the last step of help with money"))
def undo_help(*, by: Actor, participant: UUID, asking: UUID, seen: int) -> AssistanceRequest:
    """Undo handing over or taking back, once. Raises ChangedMeanwhile, NotEnough, FundClosed, PastTheCap or NotHere."""
    return _stepped("core.undo_help", participant, asking, seen)


@act(Can.KEEP_FUNDS)
def begin_vouchers(*, by: Actor, vouchers: UUID, told: rules.Vouchers) -> VoucherRange:
    """Write down a range of vouchers or gift cards; out of a fund their worth is set aside. A press counts once. Raises
    NothingWritten, NotARange, InAnotherRange, NotEnough or FundClosed."""
    if not told.name.strip():
        raise NothingWritten
    said = (told.name.strip(), told.prefix.strip(), told.first, told.last, told.width, told.worth, told.fund)
    _called("core.begin_vouchers", vouchers, *said)
    return VoucherRange.objects.get(pk=vouchers)


@act(Can.KEEP_FUNDS)
def end_vouchers(*, by: Actor, vouchers: UUID) -> bool:
    """Give out no more of a range; the worth of what is left goes back to its fund. Raises StillPromised."""
    return bool(_called("core.end_vouchers", vouchers))


@act(Can.KEEP_MONEY_RULES)
def save_kind_of_help(*, by: Actor, kind: UUID, told: rules.Kind, seen: int | None = None) -> AssistanceKind:
    """Name a kind of help, with words for participants, or hide it. Raises NothingWritten, NameTaken or
    ChangedMeanwhile."""
    row = held_or_new(AssistanceKind, kind, seen)
    if row is not None and seen is None:
        return row
    _put_kind(row or AssistanceKind(id=kind, version=0), told)
    return AssistanceKind.objects.get(pk=kind)


def _put_kind(row: AssistanceKind, told: rules.Kind) -> None:
    if not told.name.strip() and not row.key:
        raise NothingWritten
    is_new = row.version == 0
    row.name, row.words, row.place, row.hidden = (
        told.name.strip(),
        told.words.strip(),
        told.place,
        told.hidden,
    )
    row.version += 1
    with refused_as({"a_kind_of_help_has_a_name_of_its_own": rules.NameTaken}):
        if is_new:
            row.save(force_insert=True)
        else:
            row.save(update_fields=["name", "words", "place", "hidden", "version"])


@act(Can.KEEP_MONEY_RULES)
def save_limits(*, by: Actor, told: rules.Limits, seen: int | None = None) -> AssistanceRules:
    """Set the limit, the cap of a year, and with which month that year begins. Raises ChangedMeanwhile."""
    row = held(AssistanceRules, 1, seen)  # type: ignore[arg-type]
    row.limit, row.cap, row.year_from = told.limit, told.cap, told.year_from
    row.version += 1
    row.save(update_fields=["limit", "cap", "year_from", "version"])
    return row


@act(Can.SET_UP_AGENCY)
def import_kinds_of_help(*, by: Actor, kinds: Sequence[Mapping[str, Any]], limits: rules.Limits) -> None:
    """Take kinds of help and limits out of another agency's set-up file. Raises NameTaken."""
    for each in kinds:
        name = each["name"].strip()
        found = (
            AssistanceKind.objects.filter(key=each["key"]).first()
            if each["key"]
            else AssistanceKind.objects.filter(name__iexact=name).first()
        )
        row = found or AssistanceKind(key=each["key"], version=0)
        _put_kind(row, rules.Kind(name, each["words"], each["place"], each["hidden"]))
    row_of_rules = held(AssistanceRules, 1)  # type: ignore[arg-type]
    row_of_rules.limit, row_of_rules.cap, row_of_rules.year_from = limits.limit, limits.cap, limits.year_from
    row_of_rules.version += 1
    row_of_rules.save(update_fields=["limit", "cap", "year_from", "version"])
