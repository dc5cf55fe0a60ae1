"""What in a text points at somebody, or says what kind of place we are: for papers that are about nobody."""

from collections.abc import Iterable
from uuid import UUID

from alongside.agency import queries as agencies
from alongside.consent import pointing, rules
from alongside.consent.queries.outing import outing_words
from alongside.consent.queries.wishes import cover_words
from alongside.participants import queries as people


def never_on_paper(texts: Iterable[str]) -> list[list[str]]:
    """What in each text says what we are, names one of us or ours, or could be called, written or gone to."""
    names, staff = agencies.names_of_ours()
    known = pointing.Known(said=tuple(staff))
    phrases = outing_words()
    return [_said(text, names, phrases, known) for text in texts]


def _said(text: str, names: list[str], phrases: list[str], known: pointing.Known) -> list[str]:
    said = rules.says_too_much(text, never=(), names=names, umbrella=True, says_what_we_are=phrases)
    return list(dict.fromkeys([*said, *pointing.pointing(text, known), *pointing.like_an_address(text)]))


def tells_on(participant: UUID, texts: Iterable[str]) -> list[list[str]]:
    """What in each text would tell a finder who somebody is, or that they come to us. Numbers and places may stand:
    a paper for their own hands is of use by them."""
    person, told = people.participant_named(participant), people.details(participant)
    covers = cover_words(participant)
    names, staff = agencies.names_of_ours()
    known = pointing.Known(
        names=tuple(each for each in (person.alias if person else "", told.name if told else "") if each),
        said=(*staff, *(one.who for one in covers if len(one.who.strip()) >= pointing.LETTERS)),
    )
    never = [line for each in covers for line in rules.lines(each.never)]
    phrases = outing_words()
    return [
        [
            *rules.says_too_much(text, never=never, names=names, umbrella=True, says_what_we_are=phrases),
            *pointing.pointing(text, known),
        ]
        for text in texts
    ]


def points_at(participant: UUID, text: str) -> list[str]:
    """What in a text would tell who this person is, or that they come to us. All of it stays inside."""
    person = people.participant_named(participant)
    told = people.details(participant)
    points = [*people.contact_points(participant), *people.removed_contact_points(participant)]
    covers = cover_words(participant)
    known = pointing.Known(
        names=tuple(
            each for each in (person.alias if person else "", told.name if told else "") if each.strip()
        ),
        said=tuple(
            each.strip()
            for each in (*(point.code_word for point in points), *(one.who for one in covers))
            if len(each.strip()) >= pointing.LETTERS
        ),
        reached=tuple(each for point in points if len(each := point.address.strip()) >= pointing.LETTERS),
    )
    never = [line for each in covers for line in rules.lines(each.never)]
    theirs = rules.says_too_much(text, never=never, names=(), umbrella=False)
    found = [*theirs, *pointing.pointing(text, known), *never_on_paper([text])[0]]
    return list(dict.fromkeys(found))
