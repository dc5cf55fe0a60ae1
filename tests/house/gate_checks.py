"""Finding ways out: code that makes a file, a print or a message, and whether it goes through the one gate."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path

from tests.house.checks import ROOT

# Calls of consent/gate.py, of consent/handing.py, which stands on it, and of the act that takes a file each line of
# which passes it: they keep what goes out, or look whether it still may.
OF_THE_GATE = frozenset(
    {
        "own_copy", "disclose", "still_open", "write_to_stop", "passage", "for_anybody", "give", "own_page",
        "take_extract",
    }
)  # fmt: skip
# What makes a way out, by what stands in the code.
SIGNS = re.compile(
    r"content-disposition|application/(pdf|zip|octet-stream|vnd|xml|json)|text/(calendar|csv|vcard|xml)|attachment;",
    re.IGNORECASE,
)
CALLS = frozenset(
    {
        "FileResponse", "StreamingHttpResponse", "JsonResponse", "EmailMessage", "EmailMultiAlternatives",
        "send_mail", "send_mass_mail", "mail_admins", "mail_managers", "urlopen",
    }
)  # fmt: skip
MODULES = frozenset({"smtplib", "requests", "httpx", "urllib.request", "http.client", "socket", "ftplib"})
# Files and prints that hold nothing about a participant, each with the reason.
NOT_A_WAY_OUT: dict[str, str] = {
    "alongside.access.views.unlock": "says whether a covered screen opened",
    "alongside.project.headers": "puts headers on answers; makes none",
    "alongside.agency.views_admission.mail_link": "a link for staff to come in by; about no participant",
    "alongside.desk.take_along.give": "the agency's own set-up file; no person's data, held by its test",
    "alongside.workforce.views_outage.outage": "for the supervisor in an outage; purpose asked, a row in each trail",
    "alongside.transfers.views_pack.print_pack": "between two case managers; the trail of the person keeps it",
    "alongside.workforce.rota_share_views.calendar": "one's own hours under a neutral title; about no participant",
    "alongside.funding.claim_views.export": "sums of a month; no row of a person; purpose asked, and the log keeps it",
    "alongside.practice.views.guard.words": "the agency's own list of words, for the page that is open",
    "alongside.practice.views.sheet.print_sheet": "between a worker and their supervisor, who both reach them",
    "alongside.partners.views.agreements.paper": "an agreement between agencies; names no participant",
    "alongside.partners.views.exchange.progress": "how far an import of the directory is",
    "alongside.partners.views.exchange.export": "the directory; no participant's data",
    "alongside.custody.views.along": "the agency's own move; a second person agreed, and the trail keeps it",
    "alongside.custody.views.progress": "how far a move of one's own is",
    "alongside.provisions.stock_paper_views.on_paper": "counts of the agency's own things; about no participant",
    "alongside.provisions.stock_paper_views.as_file": "movements of the agency's own things by month; about nobody",
    "alongside.partners.views.hsds._json": "the public directory",
    "alongside.extracts.making._hud": "makes a file for take_extract, each line of which has passed the gate",
}
# Of those, what sends by itself.
MAY_SEND = frozenset({"alongside.agency.views_admission.mail_link"})


def print_templates(root: Path) -> set[str]:
    """Templates that are made for paper: those that stand on ui/print.html, or on one that does."""
    extends: dict[str, str] = {}
    for file in (each for kind in ("templates", "jinja2") for each in root.rglob(f"{kind}/**/*.html")):
        top = next(each for each in file.parents if each.name in ("templates", "jinja2"))
        name = file.relative_to(top).as_posix()
        found = re.search(r'{%\s*extends\s+"([^"]+)"', file.read_text())
        extends[name] = found[1] if found else ""
    paper = {"ui/print.html"}
    while more := {name for name, base in extends.items() if base in paper} - paper:
        paper |= more
    return paper | {name for name in extends if name.rsplit("/", 1)[-1].startswith("print")}


def _called(node: ast.AST) -> set[str]:
    names = set()
    for each in ast.walk(node):
        if isinstance(each, ast.Call):
            function = each.func
            names.add(function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", ""))
    return names


def _why_out(node: ast.AST, paper: set[str]) -> str:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            if SIGNS.search(each.value):
                return each.value
            if each.value in paper:
                return each.value
    return next(iter(sorted(_called(node) & CALLS)), "")


def _through(name: str, functions: dict[str, ast.AST], seen: frozenset[str] = frozenset()) -> bool:
    """Whether a function calls the gate, itself or through a function beside it."""
    called = _called(functions[name])
    if called & OF_THE_GATE:
        return True
    return any(_through(each, functions, seen | {name}) for each in (called & set(functions)) - seen - {name})


def ways_out(root: Path = ROOT / "alongside", paper: Iterable[str] = ()) -> list[str]:
    """Functions that let something out and do not go through the gate; modules that could send by themselves."""
    on_paper = print_templates(root) | set(paper)
    wrong = []
    for file in sorted(root.rglob("*.py")):
        module = ".".join(file.relative_to(root.parent).with_suffix("").parts)
        if (
            "migrations" in file.parts
            or module in NOT_A_WAY_OUT
            or module.startswith("alongside.consent.gate")
        ):
            continue
        tree = ast.parse(file.read_text())
        functions: dict[str, ast.AST] = {
            each.name: each for each in tree.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        for name, node in functions.items():
            why = _why_out(node, on_paper)
            if why and f"{module}.{name}" not in NOT_A_WAY_OUT and not _through(name, functions):
                wrong.append(f"{module}.{name}: {why}")
        if not any(name.startswith(f"{module}.") for name in MAY_SEND):
            wrong += [f"{module}: imports {each}" for each in sorted(_imported(tree) & MODULES)]
    return wrong


def _imported(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for each in ast.walk(tree):
        if isinstance(each, ast.Import):
            found |= {name.name for name in each.names}
        elif isinstance(each, ast.ImportFrom) and each.module:
            found.add(each.module)
    return found
