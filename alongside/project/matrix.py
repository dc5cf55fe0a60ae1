"""Who may do what, as the code has it: the text of docs/ROLES.md."""

from django.urls import get_resolver
from django.utils import translation

from alongside.access.acts import REGISTRY
from alongside.access.checks import views
from alongside.access.doors import policy_of
from alongside.access.roles import ABILITIES, ROLE_NAMES, Can, Role

HEAD = """# Who may do what

Written by `manage.py roles` from the code; a test fails while it differs. What somebody *reaches* is not here: the
database's walls decide that (`participants/walls.py`: one's own people and those one backs up, the team one leads,
everybody without a case manager for supervisors, alias and needs of the site at the drop-in). `tests/roles.csv` says
by hand what each role finds at each address.
"""


def matrix() -> str:
    """The whole text, in English."""
    with translation.override("en"):
        addresses = _addresses()  # first, since the pages bring along the acts they call
        return "\n".join([HEAD, *_abilities(), *_acts(), *addresses, ""])


def _abilities() -> list[str]:
    roles = list(Role)
    lines = ["## What each role brings", ""]
    lines.append("| ability | " + " | ".join(str(ROLE_NAMES[role]) for role in roles) + " |")
    lines.append("|---" * (len(roles) + 1) + "|")
    for ability in Can:
        marks = ["yes" if ability in ABILITIES[role] else "" for role in roles]
        lines.append(f"| {_plain(ability)} | " + " | ".join(marks) + " |")
    return [*lines, ""]


def _plain(ability: Can) -> str:
    return ability.value.replace("_", " ")


def _acts() -> list[str]:
    lines = ["## Acts: everything that changes something", "", "| act | room | asks for | what it does |"]
    lines.append("|---|---|---|---|")
    for each in sorted(REGISTRY.values(), key=lambda act: (act.room, act.name)):
        lines.append(f"| {each.name} | {each.room} | {_plain(each.ability)} | {each.meaning} |")
    return [*lines, ""]


def _addresses() -> list[str]:
    return [*_of_door("the desk", "desk"), "", *_of_door("the partner's door", "workspace")]


def _of_door(called: str, door: str) -> list[str]:
    lines = [f"## Addresses of {called}", "", "| address | who comes in |", "|---|---|"]
    patterns = get_resolver(f"alongside.project.urls_{door}").url_patterns
    for route, pattern in sorted(views(patterns), key=lambda each: each[0]):
        policy = policy_of(pattern.callback)
        if policy is None or route == "gallery/":
            continue
        who = f"staff who may {_plain_of(policy.ability)}"
        if policy.kind == "public":
            who = f"anybody: {policy.because}"
        elif door == "workspace":
            who = "a point of contact of a partner"
        lines.append(f"| /{route.replace('|', ' ')} | {who} |")
    return lines


def _plain_of(ability: Can | None) -> str:
    return _plain(ability) if ability else "come in"
