"""What a service says of its hours, telephone and languages, drawn from every level at which HSDS may tell it.

A schedule, a phone or a language may stand at the service, at its place, at the service at that place, or (a phone)
at the organisation or a contact. What is drawn is kept beside the columns it fills, so that what somebody of ours wrote
over it is told apart, and so that it goes out where it came in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from alongside.partners.choices import AtNight
from alongside.partners.hsds.hours import changes_on, hours_of, is_night
from alongside.partners.hsds.shape import LONGEST, Doc, objects
from alongside.partners.languages import name_of

MOST_LANGUAGES = 100


@dataclass(frozen=True)
class Levels:
    """What published entries say around one service, as it came."""

    service: Doc
    organization: Doc
    at_places: tuple[Doc, ...] = ()
    places: tuple[Doc, ...] = ()

    def all(self, name: str) -> list[Doc]:
        """One kind of thing, the nearest to the service first, each once."""
        found = chain.from_iterable(
            objects(each, name)
            for each in (self.service, *self.at_places, *self.places, *self._further(name))
        )
        return list({str(each.get("id") or each): each for each in found}.values())

    def _further(self, name: str) -> Iterator[Doc]:
        """Where a phone may stand as well."""
        if name == "phones":
            for each in (self.service, *self.at_places, *self.places, self.organization):
                yield from objects(each, "contacts")
            yield self.organization


def drawn(levels: Levels, today: date) -> Doc:
    """What the columns of a service hold where nobody of ours has written over them."""
    schedules = levels.all("schedules")
    phones = levels.all("phones")
    spoken = levels.all("languages") + [each for phone in phones for each in objects(phone, "languages")]
    night = is_night(schedules, today)
    changes = changes_on(schedules, today)
    return {
        "hours": hours_of(schedules, today),
        "phone": phone_of(phones),
        "languages": languages_of(spoken)[:MOST_LANGUAGES],
        "at_night": "" if night is None else (AtNight.YES if night else AtNight.NO).value,
        "until": changes.isoformat() if changes else "",
    }


def drawn_of(row: Any, today: date) -> Doc:
    """What is drawn for a service that was read with its organisation and places."""
    at_places = list(row.at_places.all())
    levels = Levels(
        row.more,
        row.organization.more,
        tuple(each.more for each in at_places),
        tuple(each.place.more for each in at_places),
    )
    return drawn(levels, today)


def has_ended(told: Doc, today: date) -> bool:
    """Whether other hours hold by now than those that were drawn."""
    return bool(told.get("until")) and str(told["until"]) <= today.isoformat()


def languages_of(docs: Iterable[Doc]) -> list[str]:
    """Names of languages, each once."""
    names = (str(each.get("name") or name_of(str(each.get("code") or ""))).strip()[:60] for each in docs)
    return list(dict.fromkeys(name for name in names if name))


def phone_of(docs: Iterable[Doc]) -> str:
    """The first phone number."""
    numbers = (str(each.get("number") or "").strip() for each in docs)
    return next((number[: LONGEST["phone"]] for number in numbers if number), "")
