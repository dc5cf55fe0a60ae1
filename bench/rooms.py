"""What stands beside a person of a filled agency in the later rooms: strands, clocks, questions, a safety plan, how
intense it is, a transfer, a brief that was opened; and who is on call."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from psycopg.types.range import Range

from alongside.vault import sealing

ORDER = (
    "legal.Strand",
    "legal.StrandChange",
    "benefits.FamilyMember",
    "benefits.Trip",
    "benefits.Clock",
    "benefits.ClockChange",
    "benefits.Approval",
    "benefits.ApprovalTurn",
    "questions.AskedQuestion",
    "questions.QuestionUpdate",
    "participants.CriticalPeriod",
    "participants.CallBrief",
    "break_glass.Opening",
    "safety.SafetyPlan",
    "safety.PlanVersion",
    "safety.PlanOpener",
    "caseload.Intensity",
    "transfers.Transfer",
)
NIGHTS = 60  # before today and after it


@dataclass(frozen=True)
class Beside:
    """A person to whom it belongs: the key's name and the key, who walks with them, and the rules of clocks."""

    who: UUID
    name: UUID
    key: bytes
    by: UUID
    backup: UUID | None
    now: datetime
    clock_rule: UUID
    approval_rule: UUID


class Rooms:
    """Adds to a batch what one person has in each of these rooms; every word is sealed."""

    def __init__(self, add: Callable[..., Any], master: bytes, chance: random.Random) -> None:
        self.add, self.master, self.chance = add, master, chance

    def around(self, of: Beside) -> None:
        """One of nearly everything; what has a day comes up for one in fourteen."""
        self._legal(of)
        self._benefits(of)
        self._questions(of)
        self._safety(of)
        self._caseload(of)
        if self._seldom():
            self._critical(of)

    def _seldom(self) -> bool:
        return self.chance.random() < 1 / 14

    def _row(self, of: Beside, label: str, **values: Any) -> UUID:
        """A row about them; sealed under their own key, where `key` is no other."""
        row, key = values.pop("id", None) or uuid4(), values.pop("key", of.key)
        told = {
            "key_id": of.name,
            "participant_id": of.who,
            "at": of.now - timedelta(days=30),
            "by_id": of.by,
        }
        self.add(label, key, id=row, **told | values)
        return row

    def _comes_up(self, of: Beside) -> Any:
        return of.now.date() + timedelta(days=-1 if self._seldom() else self.chance.randint(10, 300))

    def _legal(self, of: Beside) -> None:
        for kind, words in (
            ("immigration", "whether I can stay"),
            ("criminal", "the case against the house"),
        ):
            here = {"state": "waiting", "waits_on": "the office", "holder": "her lawyer"}
            told = {"kind": kind, "words": words, "comes_up_on": self._comes_up(of)}
            strand = self._row(of, "legal.Strand", **here, **told)
            self._row(of, "legal.StrandChange", **here, strand_id=strand, said="we asked again")

    def _benefits(self, of: Beside) -> None:
        when = {"changed_at": of.now, "changed_by_id": of.by}
        kin = self._row(of, "benefits.FamilyMember", called="my little one", relation="child", **when)
        self._row(of, "benefits.Trip", member_id=kin, left_on="2026-03", back_on="2026-05-29", **when)
        stands = {"state": "running", "how": "by_rule", "ends_on": of.now.date() + timedelta(days=90)}
        told = {"rule_id": of.clock_rule, "starts_on": of.now.date(), "comes_up_on": self._comes_up(of)}
        clock = self._row(of, "benefits.Clock", **stands, **told, **when)
        self._row(of, "benefits.ClockChange", **stands, clock_id=clock, turn="started", on=of.now.date())
        month = {"answer": "approved", "through": of.now.date() + timedelta(days=30)}
        told = {"rule_id": of.approval_rule, "what": "rent", "comes_up_on": self._comes_up(of)}
        approval = self._row(of, "benefits.Approval", **month, **told, **when)
        self._row(
            of, "benefits.ApprovalTurn", **month, approval_id=approval, month=of.now.date().replace(day=1)
        )

    def _questions(self, of: Beside) -> None:
        told = {"words": "When is the trial?", "holder": "the prosecutor's office", "stands": "waiting"}
        asked = self._row(of, "questions.AskedQuestion", **told, next_on=self._comes_up(of))
        self._row(of, "questions.QuestionUpdate", question_id=asked, kind="no_news", words="not yet")

    def _own_key(self, thing: UUID) -> tuple[UUID, bytes]:
        """A key that is filed under a thing and not under the person."""
        name, key = uuid4(), sealing.new_key()
        wrapped = sealing.wrap(self.master, "desk", name, key)
        self.add("vault.Key", id=uuid4(), key_id=name, door="desk", thing_id=thing, wrapped=wrapped)
        return name, key

    def _safety(self, of: Beside) -> None:
        plan = uuid4()
        name, key = self._own_key(plan)
        self._row(of, "safety.SafetyPlan", key=key, id=plan, key_id=name)
        said = {"said": json.dumps({"coping": "a walk"}), "called": "{}", "copy": "none"}
        self._row(of, "safety.PlanVersion", key=key, key_id=name, plan_id=plan, version=1, **said)
        for staff in filter(None, (of.by, of.backup)):
            self._row(of, "safety.PlanOpener", plan_id=plan, staff_id=staff)

    def _caseload(self, of: Beside) -> None:
        level = self.chance.choice(("light", "steady", "close", "intense"))
        self._row(of, "caseload.Intensity", level=level, interpreter=self.chance.random() < 0.5)
        if of.backup and self._seldom():
            told = {"giver_id": of.by, "receiver_id": of.backup, "state": "proposed", "state_at": of.now}
            self._row(of, "transfers.Transfer", **told, why="a move to another town")

    def _critical(self, of: Beside) -> None:
        days = {"begins_on": of.now.date() - timedelta(days=2), "ends_on": of.now.date() + timedelta(days=9)}
        told = {"is_open": True, "kind": "court", "intensity": "more"}
        self._row(of, "participants.CriticalPeriod", **days, **told)
        brief = uuid4()
        name, key = self._own_key(brief)
        self._row(of, "participants.CallBrief", key=key, id=brief, key_id=name)
        opened = {"until": of.now, "reason": "could not speak", "told_at": of.now, "told_by_id": of.by}
        seen = {"reviewed_at": of.now, "reviewed_by_id": of.by, "outcome": "reviewed"}
        self._row(of, "break_glass.Opening", key=key, key_id=name, brief_id=brief, **opened, **seen)


def nights(add: Callable[..., Any], on_call: list[UUID], now: datetime) -> None:
    """A first one on call each night, by turns."""
    evening = now.replace(hour=18, minute=0, second=0, microsecond=0)
    for number in range(-NIGHTS, NIGHTS):
        begins = evening + timedelta(days=number)
        staff = on_call[number % len(on_call)]
        add(
            "workforce.OnCallShift",
            id=uuid4(),
            staff_id=staff,
            place="first",
            during=Range(begins, begins + timedelta(hours=14)),
            set_at=now,
            set_by_id=staff,
        )
