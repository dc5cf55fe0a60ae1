"""The partners of the demo, their services, and how it is to work with them. All of it is fictitious."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.partners import actions
from alongside.partners.actions import Agreed, Described, Offered, Situated
from alongside.project.demo.cast import CM1, CM2, DIRECTOR, SUPERVISOR, Member, known_id
from alongside.project.demo.people import at

NETWORK = "County Coordinated Service Referral Network"


@dataclass(frozen=True)
class Partner:
    """One partner of the demo and whom to turn to there; nobody, where nobody is named yet."""

    told: Described
    contact: str = ""
    reach: str = ""
    backup: str = ""


PARTNERS = (
    Partner(
        Described(
            NETWORK,
            "network",
            role="Eleven agencies that take each other's calls first.",
            responsibilities="A meeting each month; a shared list of rooms.",
        ),
        "Network coordinator",
        "555-0170, weekdays",
    ),
    Partner(
        Described(
            "Riverside Legal Clinic",
            "attorney",
            role="Free advice on immigration and custody.",
            responsibilities="Represents the person, not us.",
            perspective="What the person they represent has asked of them.",
            their_limits="They cannot tell us what somebody told them.",
            our_limits="We do not sit in on what is between the two.",
            languages=("English", "Spanish"),
        ),
        "Staff attorney",
        "555-0131. Leave a time to call back, and no names.",
        "Paralegal",
    ),
    Partner(
        Described(
            "Bright Street Dental Clinic", "health", role="Dental care by income.", languages=("English",)
        ),
        "Front desk lead",
        "555-0132, mornings",
    ),
    Partner(
        Described(
            "Family Shelter on the Hill",
            "shelter",
            role="Rooms for adults with children, thirty days at a time.",
            perspective="Safety of everybody in the house; beds for those who have none.",
            their_limits="They cannot say who stays with them.",
            cannot_do="No room until the 15th. We hold the search ourselves meanwhile.",
        ),
        "Shift lead",
        "555-0133, day and night",
        "House director",
    ),
    Partner(Described("Maple Lane Guesthouse", "shelter", role="Two guest rooms with a family.")),
    Partner(
        Described(
            "County Prosecutor, victim-witness office",
            "prosecutor",
            role="Keeps witnesses informed and goes with them to court.",
            responsibilities="Notices of hearings; fees for witnesses.",
            perspective="What can be shown in court.",
            their_limits="They cannot tell us what the investigation knows.",
            our_limits="We cannot tell them what somebody told us, unless they said yes to it.",
        ),
        "Victim-witness coordinator",
        "555-0134",
    ),
    Partner(
        Described(
            "Police Department, special investigations",
            "law_enforcement",
            role="Investigates trafficking and violence.",
            perspective="Evidence, arrests, public safety.",
            their_limits="They cannot promise anything about status or charges.",
            our_limits="We confirm nothing, not even whether we know somebody.",
        ),
        "Detective",
        "555-0135",
    ),
    Partner(
        Described(
            "County Child Welfare Office",
            "child_welfare",
            role="Safety of children; visits between parents and children.",
            cannot_do="One worker for forty families: calls back within two weeks.",
        ),
        "Intake worker",
        "555-0136",
    ),
    Partner(Described("Harbor Youth Shelter", "youth", role="Beds and school for ages 14 to 20.")),
)

SERVICES: tuple[tuple[str, Offered], ...] = (
    (
        "Riverside Legal Clinic",
        Offered(
            "Immigration advice", kind="legal", serves=("any_gender", "families", "children"), cost="free",
            languages=("English", "Spanish"), phone="555-0131", hours="Tuesday and Thursday, 9 to 4",
            fits=("wheelchair", "interpreter"), how_to_apply="Call first; walk-ins on Thursday.", is_public=True,
        ),
    ),
    (
        "Bright Street Dental Clinic",
        Offered(
            "Dental clinic", kind="dental", serves=("any_gender", "families"), cost="sliding", languages=("English",),
            phone="555-0132", hours="Monday to Friday, 8 to 12", is_public=True,
        ),
    ),
    (
        "Family Shelter on the Hill",
        Offered(
            "Family rooms", kind="shelter", serves=("women", "families"), cost="free", at_night="yes",
            languages=("English", "Spanish", "Arabic"), phone="555-0133", fits=("halal", "women_staff", "prayer"),
            culture="Shared kitchen: ask about halal pots, and whether men may visit.",
        ),
    ),
    (
        "Maple Lane Guesthouse",
        Offered("Guest room", kind="shelter", cost="free", description="Two rooms in a family's house."),
    ),
    (
        "Harbor Youth Shelter",
        Offered(
            "Beds for young people", kind="shelter", serves=("any_gender", "children"), cost="free",
            languages=("English", "Tigrinya"), at_night="yes", phone="555-0137", is_public=True,
        ),
    ),
)  # fmt: skip


def _do(member: Member, when: Any, act: Any, **given: Any) -> Any:
    with transaction.atomic(), clock.stopped_at(when), as_actor(member.actor):
        result = act(by=member.actor, **given)
        trail.flush()
    return result


def load() -> None:
    """Partners of last autumn, and what was agreed, promised and seen since."""
    autumn = at(date(2026, 9, 14), 10)
    for each in PARTNERS:
        _partner(each, autumn)
    for partner, told in SERVICES:
        _service(partner, told, autumn)
    _together()
    words = "Coffee is offered and takes its time; saying yes is kind, saying no as well. Many fast before feasts."
    amharic = known_id("note on Amharic")
    church = (
        "Wednesdays and Fridays may be days of fasting. Some pray before they eat. Ask which days matter."
    )
    _do(
        CM1,
        autumn,
        actions.write_preparation,
        note=amharic,
        languages=("Amharic",),
        community="",
        words=church,
    )
    note = known_id("note on Tigrinya")
    _do(CM1, autumn, actions.write_preparation, note=note, languages=("Tigrinya",),
        community="Eritrean Orthodox", words=words)  # fmt: skip


def _partner(each: Partner, when: Any) -> None:
    told, name = each.told, each.told.name
    inside = (known_id(NETWORK),) if told.kind in ("attorney", "shelter", "health") else ()
    told = Described(**{**vars(told), "networks": inside, "owner": SUPERVISOR.id})
    _do(SUPERVISOR, when, actions.save_agency, agency=known_id(name), told=told)
    for part, who in (("main", each.contact), ("backup", each.backup)):
        if who:
            _do(SUPERVISOR, when, actions.add_point_of_contact, agency=known_id(name), contact=known_id(name + part),
                name=who, reach=each.reach, part=part)  # fmt: skip


def _service(partner: str, told: Offered, when: Any) -> None:
    agency, service = known_id(partner), known_id(f"service of {partner}")
    house = _do(
        CM1, when, actions.save_organization, organization=known_id(f"house of {partner}"), agency=agency
    )
    _do(CM1, when, actions.save_service, service=service, organization=house.pk, told=told)
    if told.kind == "shelter":
        confidential = Situated(name="The house", confidential=True)
        _do(
            CM1,
            when,
            actions.save_location,
            place=known_id(f"place of {partner}"),
            service=service,
            told=confidential,
        )
    if partner == "Family Shelter on the Hill":
        soon = at(date(2027, 1, 5), 16)
        _do(CM2, soon, actions.save_openings, service=service, openings=0, wait="about ten days")
    if partner in ("Riverside Legal Clinic", "Family Shelter on the Hill"):
        day = date(2026, 10, 6) if "Legal" in partner else date(2025, 11, 3)
        _do(CM1, at(date(2026, 10, 6), 17), actions.log_visit_to_provider, visit=known_id(f"visit to {partner}"),
            organization=house.pk, on=day, training_offered=True, training_done="Legal" in partner,
            culture_checked=True)  # fmt: skip


def _together() -> None:
    clinic, shelter = known_id("Riverside Legal Clinic"), known_id("Family Shelter on the Hill")
    holds = Agreed(
        kind="mou",
        scope="Warm introductions, and a room at the clinic on Thursdays.",
        may_share="Alias, language and the matter, with a live permission for each person.",
        starts_on=date(2026, 3, 1),
        ends_on=date(2028, 2, 29),
        review_on=date(2027, 1, 15),
    )
    ended = Agreed(
        kind="sharing",
        scope="How we tell each other about free rooms.",
        may_share="Number of people and days; no names.",
        starts_on=date(2025, 1, 1),
        ends_on=date(2026, 12, 31),
    )
    when = at(date(2026, 9, 15), 11)
    for agency, told, name in ((clinic, holds, "clinic"), (shelter, ended, "shelter")):
        _do(DIRECTOR, when, actions.save_agreement, agreement=known_id(f"agreement with the {name}"),
            agency=agency, told=told)  # fmt: skip
    promise: UUID = known_id("promise of the clinic")
    _do(CM1, when, actions.add_commitment, commitment=promise, agency=clinic, side="they", who="Staff attorney",
        words="Send the new intake hours", by_when=date(2026, 12, 1))  # fmt: skip
    _do(CM1, at(date(2026, 12, 3), 9), actions.renegotiate, commitment=promise, by_when=date(2027, 2, 1))
    _do(CM2, at(date(2026, 12, 9), 9), actions.add_commitment, commitment=known_id("our promise to the shelter"),
        agency=shelter, side="we", words="A training for the night shift", by_when=date(2027, 3, 15))  # fmt: skip
    _do(CM1, at(date(2026, 11, 20), 9), actions.appreciate, appreciation=known_id("thanks to the clinic"),
        agency=clinic, words="They stayed two hours past closing, so that nobody had to come twice.")  # fmt: skip
