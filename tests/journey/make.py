"""Builders for the tests of welcome and intake."""

import uuid
from typing import Any

from django.test import Client

from alongside.agency.actions import reword
from alongside.journey import queries
from alongside.journey.actions import save_answers, talk_about_welcome
from alongside.journey.rules import Said
from alongside.participants.actions import assign, open_case, save_alias
from alongside.participants.choices import Part
from tests import cast


def person(*, welcomed: bool = True) -> uuid.UUID:
    """A participant of case manager 1, with case manager 2 as backup."""
    ref = uuid.uuid4()
    with cast.acting(cast.SUPERVISOR) as by:
        save_alias(by=by, participant=ref, alias="Lantern", needs=["a room with a lock"])
        assign(by=by, participant=ref, staff=cast.CM1.id, part=Part.CASE_MANAGER)
        assign(by=by, participant=ref, staff=cast.CM2.id, part=Part.BACKUP)
    with cast.acting(cast.CM1) as by:
        open_case(by=by, participant=ref, need="my tooth")
        if welcomed:
            talk_about_welcome(
                by=by,
                participant=ref,
                welcomed=uuid.uuid4(),
                wording="w",
                language="en",
                interpreter="by phone",
            )
    return ref


def own_law(*languages: str) -> None:
    """The agency says in its own words what its law asks of it."""
    with cast.acting(cast.ADMIN) as by:
        for language in languages or ("en",):
            for key in ("limits", "young"):
                reword(
                    by=by,
                    key=f"journey.{key}",
                    language=language,
                    text=f"Our own law about {key}, {language}.",
                )


def tell(ref: uuid.UUID, part: str, member: cast.Member = cast.CM1, **said: Any) -> Any:
    """Keep answers of a part: `health="…"` for words, `health=Said(…)` for more."""
    with cast.acting(member) as by:
        section = next(each for each in queries.parts() if each.key == part)
        asked = {question.key.replace("-", "_"): question.id for question in queries.questions(section.id)}
        return save_answers(
            by=by,
            participant=ref,
            section=section.id,
            sitting=uuid.uuid4(),
            said={asked[key]: each if isinstance(each, Said) else Said(each) for key, each in said.items()},
            language="en",
            seen=None,
        )


def page(client: Client, ref: uuid.UUID, path: str) -> str:
    """The text of a page."""
    answer = client.get(f"/people/{ref}/{path}")
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def form_of(client: Client, ref: uuid.UUID, path: str) -> dict[str, str]:
    """The fields of a page's form as a browser would send them back."""
    form = client.get(f"/people/{ref}/{path}").context["form"]
    return {bound.html_name: str(bound.value() or "") for bound in form}
