"""The references of one of everything that somebody has, and of what is around them."""

import uuid
from dataclasses import dataclass, field


@dataclass
class World:
    """The references of one participant's things."""

    word: str
    participant: uuid.UUID = field(default_factory=uuid.uuid4)
    note: uuid.UUID = field(default_factory=uuid.uuid4)
    statement: uuid.UUID = field(default_factory=uuid.uuid4)
    meeting: uuid.UUID = field(default_factory=uuid.uuid4)
    interpreting: uuid.UUID = field(default_factory=uuid.uuid4)
    point: uuid.UUID = field(default_factory=uuid.uuid4)
    contact: uuid.UUID = field(default_factory=uuid.uuid4)
    alone: uuid.UUID = field(default_factory=uuid.uuid4)  # a contact joined to nobody
    welcomed: uuid.UUID = field(default_factory=uuid.uuid4)
    sitting: uuid.UUID = field(default_factory=uuid.uuid4)
    goal: uuid.UUID = field(default_factory=uuid.uuid4)
    step: uuid.UUID = field(default_factory=uuid.uuid4)
    sign: uuid.UUID = field(default_factory=uuid.uuid4)
    option: uuid.UUID = field(default_factory=uuid.uuid4)
    change: uuid.UUID = field(default_factory=uuid.uuid4)  # of their state
    need: uuid.UUID = field(default_factory=uuid.uuid4)
    noticed: uuid.UUID = field(default_factory=uuid.uuid4)  # a shift
    season: uuid.UUID = field(default_factory=uuid.uuid4)  # a change of season
    movement: uuid.UUID = field(default_factory=uuid.uuid4)
    awaited: uuid.UUID = field(default_factory=uuid.uuid4)  # a question of theirs
    brief: uuid.UUID = field(default_factory=uuid.uuid4)  # for the one on call
    away: uuid.UUID = field(default_factory=uuid.uuid4)  # while their case manager was away
    brief_line: uuid.UUID = field(default_factory=uuid.uuid4)
    opening: uuid.UUID = field(default_factory=uuid.uuid4)  # of the brief, by nobody
    record_opening: uuid.UUID = field(default_factory=uuid.uuid4)  # on call
    came: uuid.UUID = field(default_factory=uuid.uuid4)  # by alias and code word
    attempt: uuid.UUID = field(default_factory=uuid.uuid4)  # that opened nothing, of nobody
    says_known: uuid.UUID = field(default_factory=uuid.uuid4)
    period: uuid.UUID = field(default_factory=uuid.uuid4)  # a critical one
    ask: uuid.UUID = field(default_factory=uuid.uuid4)  # a wish for another case manager
    pair: uuid.UUID = field(default_factory=uuid.uuid4)  # with another record of theirs, brought together
    description: uuid.UUID = field(default_factory=uuid.uuid4)
    thing: uuid.UUID = field(default_factory=uuid.uuid4)  # learned
    about: str = "law"
    agreement: uuid.UUID = field(default_factory=uuid.uuid4)
    stand_in: uuid.UUID = field(default_factory=uuid.uuid4)
    token: str = "nothing-of-the-kind"
    question: str = "call-me"
    section: str = "none"
    information: str = str(uuid.UUID(int=7))  # no kind of information has this name
    language: str = "en"
    card: str = "activated"
    reflection: uuid.UUID = field(default_factory=uuid.uuid4)
    consult: uuid.UUID = field(default_factory=uuid.uuid4)  # open to colleagues, and about nobody
    reply: uuid.UUID = field(default_factory=uuid.uuid4)
    debrief: uuid.UUID = field(default_factory=uuid.uuid4)
    signal: uuid.UUID = field(default_factory=uuid.uuid4)  # of the worker's capacity
    other: uuid.UUID = field(default_factory=uuid.uuid4)  # people in the caseload, of whom no record is here
    asked: uuid.UUID = field(default_factory=uuid.uuid4)  # of those who know them
    said: uuid.UUID = field(default_factory=uuid.uuid4)  # about a card, and about nobody
    answered: uuid.UUID = field(default_factory=uuid.uuid4)  # by one of them
    release: uuid.UUID = field(default_factory=uuid.uuid4)
    disclosure: uuid.UUID = field(default_factory=uuid.uuid4)
    exception: uuid.UUID = field(default_factory=uuid.uuid4)
    known: uuid.UUID = field(default_factory=uuid.uuid4)  # a program they work with already
    cover: uuid.UUID = field(default_factory=uuid.uuid4)
    check_in: uuid.UUID = field(default_factory=uuid.uuid4)
    brought: uuid.UUID = field(default_factory=uuid.uuid4)
    supervision: uuid.UUID = field(default_factory=uuid.uuid4)
    worker: uuid.UUID = field(default_factory=uuid.uuid4)
    training: uuid.UUID = field(default_factory=uuid.uuid4)  # with a scenario nobody has approved
    kept: uuid.UUID = field(default_factory=uuid.uuid4)
    office: uuid.UUID = field(default_factory=uuid.uuid4)  # a partner with a page of its own
    member: uuid.UUID = field(default_factory=uuid.uuid4)  # of their Circle
    matter: uuid.UUID = field(default_factory=uuid.uuid4)
    decision: uuid.UUID = field(default_factory=uuid.uuid4)
    commitment: uuid.UUID = field(default_factory=uuid.uuid4)
    huddle: uuid.UUID = field(default_factory=uuid.uuid4)
    attendee: uuid.UUID = field(default_factory=uuid.uuid4)
    worry: uuid.UUID = field(default_factory=uuid.uuid4)  # the worker's own
    concern: uuid.UUID = field(default_factory=uuid.uuid4)
    read: uuid.UUID = field(default_factory=uuid.uuid4)  # a colleague's, of a concern
    running: uuid.UUID = field(default_factory=uuid.uuid4)  # a benefit's clock
    kin: uuid.UUID = field(default_factory=uuid.uuid4)  # somebody of their family
    trip: uuid.UUID = field(default_factory=uuid.uuid4)  # out of the country
    dated: uuid.UUID = field(default_factory=uuid.uuid4)  # a document about certification
    approval: uuid.UUID = field(default_factory=uuid.uuid4)  # from month to month
    referral: uuid.UUID = field(default_factory=uuid.uuid4)
    turn: uuid.UUID = field(default_factory=uuid.uuid4)  # of the referral
    answer: uuid.UUID = field(default_factory=uuid.uuid4)  # a partner's, to the referral
    barrier: uuid.UUID = field(default_factory=uuid.uuid4)
    donation: uuid.UUID = field(default_factory=uuid.uuid4)  # asked of donors
    given: uuid.UUID = field(default_factory=uuid.uuid4)  # from stock
    assistance: uuid.UUID = field(default_factory=uuid.uuid4)  # help with money
    site: uuid.UUID = field(default_factory=uuid.uuid4)  # the agency's own, like its stock
    stock_thing: uuid.UUID = field(default_factory=uuid.uuid4)
    stock_line: uuid.UUID = field(default_factory=uuid.uuid4)
    movement: uuid.UUID = field(default_factory=uuid.uuid4)
    thanked: uuid.UUID = field(default_factory=uuid.uuid4)  # the worker, by the supervisor
    felt: uuid.UUID = field(default_factory=uuid.uuid4)  # said past their case manager
    wished: uuid.UUID = field(default_factory=uuid.uuid4)  # by the worker, of their supervisor
    line: uuid.UUID = field(default_factory=uuid.uuid4)  # what they read of it, which is about nobody
    strand: uuid.UUID = field(default_factory=uuid.uuid4)
    event: uuid.UUID = field(default_factory=uuid.uuid4)  # of the strand, and its meeting
    plan: uuid.UUID = field(default_factory=uuid.uuid4)  # for their safety
    talked: uuid.UUID = field(default_factory=uuid.uuid4)  # a plain page
    page: str = "federal_case"
    opener: uuid.UUID = field(default_factory=uuid.uuid4)
    move: uuid.UUID = field(default_factory=uuid.uuid4)  # asked for by nobody
    asked_to: uuid.UUID = field(default_factory=uuid.uuid4)  # whether a colleague can walk with them
    stream: uuid.UUID = field(default_factory=uuid.uuid4)  # of money, which every colleague may know
    enrolment: uuid.UUID = field(default_factory=uuid.uuid4)
    hours: uuid.UUID = field(default_factory=uuid.uuid4)  # of the worker
    house: dict[str, uuid.UUID] = field(
        default_factory=dict
    )  # of the agency's own: partners, services, words

    def references(self) -> list[uuid.UUID]:
        """All of them but what every colleague may know."""
        found = (
            value
            for name, value in vars(self).items()
            if name not in ("worker", "training", "kept", "office", "away", "stream")
        )
        return [value for value in found if isinstance(value, uuid.UUID)]
