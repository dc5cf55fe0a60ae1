"""Partners and services, reached through acts; and a small published directory of our own making."""

import uuid
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.test import Client

from alongside.partners import actions
from alongside.partners.actions import Agreed, Described, Offered, Situated
from tests import cast

STRANGER = [
    each for each in cast.CAST if each not in (cast.CM1, cast.CM2, cast.CM3, cast.SUPERVISOR, cast.DIRECTOR)
]


def agency(name: str = "Legal clinic", kind: str = "attorney", **told: Any) -> uuid.UUID:
    """A partner, kept by case manager 1."""
    key = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        actions.save_agency(by=by, agency=key, told=Described(name=name, kind=kind, **told))
    return key


def service(
    name: str = "Dental clinic", *, of: str = "Smiles", agency: uuid.UUID | None = None, **told: Any
) -> uuid.UUID:
    """A service, kept by case manager 1."""
    key = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        row = actions.save_organization(by=by, organization=uuid.uuid4(), name=of, agency=agency)
        actions.save_service(by=by, service=key, organization=row.pk, told=Offered(name=name, **told))
    return key


def place(of: uuid.UUID, **told: Any) -> uuid.UUID:
    """Where a service is given."""
    key = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        actions.save_location(by=by, place=key, service=of, told=Situated(**told))
    return key


def agreement(of: uuid.UUID, **told: Any) -> uuid.UUID:
    """An agreement with a partner."""
    key = uuid.uuid4()
    with cast.acting(cast.DIRECTOR) as by:
        actions.save_agreement(by=by, agreement=key, agency=of, told=Agreed(**told))
    return key


def one_of_each() -> dict[str, uuid.UUID]:
    """A partner, a service that stays inside, and what belongs to both, by their names in addresses."""
    names = "partner colleague pact promise thanks advice service other place seen batch entry"
    made = {name: uuid.uuid4() for name in names.split()}
    with cast.acting(cast.CM1) as by:
        of: Any = {"by": by, "agency": made["partner"]}
        actions.save_agency(**of, told=Described(name="Dental clinic"))
        actions.add_point_of_contact(**of, contact=made["colleague"], name="Attorney Fern")
        actions.save_agreement(**of, agreement=made["pact"], told=Agreed(), paper=b"%PDF-1.7")
        actions.add_commitment(**of, commitment=made["promise"], words="A list")
        actions.appreciate(**of, appreciation=made["thanks"], words="They stayed")
        actions.write_preparation(
            by=by, note=made["advice"], languages=("Tigrinya",), community="", words="Coffee takes its time."
        )
        house = actions.save_organization(by=by, organization=uuid.uuid4(), name="House").pk
        for each in ("service", "other"):
            actions.save_service(by=by, service=made[each], organization=house, told=Offered(name="Rooms"))
        actions.save_location(by=by, place=made["place"], service=made["service"], told=Situated(name="Door"))
        actions.log_visit_to_provider(by=by, visit=made["seen"], organization=house, on=cast.BEGINS.date())
        actions.import_directory(by=by, batch=made["batch"], entries=[])
    return made


def page(client: Client, address: str, status: int = 200, **query: Any) -> str:
    """What somebody reads at an address."""
    answer: HttpResponse = client.get(address, query)
    assert answer.status_code == status, (address, answer.status_code)
    return answer.content.decode()


def entry(number: int, **more: Any) -> dict[str, Any]:
    """One published service of an invented town."""
    key = uuid.UUID(int=number + 1)
    return {
        "id": str(key),
        "name": f"Service {number:05d}",
        "description": "Help with papers.",
        "status": "active",
        "fees_description": "Nothing.",
        "languages": [{"id": str(uuid.UUID(int=10**6 + number)), "name": "Tigrinya", "code": "ti"}],
        "phones": [{"id": str(uuid.UUID(int=2 * 10**6 + number)), "number": "555-0140", "extension": 7}],
        "schedules": [
            {
                "id": str(uuid.UUID(int=3 * 10**6 + number)),
                "freq": "WEEKLY",
                "byday": "MO,TU",
                "opens_at": "09:00:00",
                "closes_at": "17:00:00",
            }
        ],
        "accreditations": "A property we have no column for",
        "organization": {
            "id": str(uuid.UUID(int=4 * 10**6 + number % 7)),
            "name": f"Organization {number % 7}",
            "description": "An organization of an invented town.",
            "year_incorporated": 1999,
        },
        "service_at_locations": [
            {
                "id": str(uuid.UUID(int=5 * 10**6 + number)),
                "description": "Second floor",
                "location": {
                    "id": str(uuid.UUID(int=6 * 10**6 + number)),
                    "location_type": "physical",
                    "name": "The corner house",
                    "latitude": 41.5,
                    "addresses": [
                        {
                            "id": str(uuid.UUID(int=7 * 10**6 + number)),
                            "address_1": f"{number} Example Street",
                            "city": "Riverbend",
                            "state_province": "XX",
                            "postal_code": "00000",
                            "country": "US",
                            "address_type": "physical",
                        }
                    ],
                },
            }
        ],
        **more,
    }


def take_in(*entries: dict[str, Any], public: bool = True, publisher: str = "") -> Any:
    """An import by the director."""
    with cast.acting(cast.DIRECTOR) as by:
        return actions.import_directory(
            by=by, batch=uuid.uuid4(), entries=entries, is_public=public, publisher=publisher
        )


def day(text: str) -> date:
    """A day, as a test writes it."""
    return date.fromisoformat(text)
