"""What the house demands, as functions that name what is wrong; the tests run them, and run them on planted faults."""

import ast
import inspect
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.urls import get_resolver

from alongside.access.checks import views
from alongside.access.doors import policy_of
from alongside.access.wall import SCHEMAS, declared
from alongside.vault.fields import SealedText

ROOT = Path(__file__).parents[2]
ROOMS = [
    config.name.split(".")[1] for config in apps.get_app_configs() if config.name.startswith("alongside.")
]

# Text in clear, each with the reason why no participant's word can be in it.
IN_CLEAR = {
    "access.Account.username": "a sign-in name of staff",
    "access.Account.name": "a name of staff",
    "access.Account.door": "a door's name",
    "access.Session.name": "a hash of a hash",
    "access.Session.door": "a door's name",
    "access.Session.browser": "what a browser of staff says it is",
    "access.SigningKey.door": "a door's name",
    "care.CareOffer.name": "the agency's own",
    "care.CareOffer.about": "the agency's own",
    "care.CareOffer.reach": "the agency's own",
    "care.CareOffer.cost": "the agency's own",
    "care.CareOffer.hours": "the agency's own",
    "care.CareOffer.source": "the agency's own",
    "care.ReviewQuestion.key": "a question's name, held by the code",
    "care.ReviewQuestion.name": "the agency's own",
    "care.OrganisationReview.roles": "names of roles",
    "agency.Agency.umbrella_name": "the agency's own",
    "agency.Agency.short_name": "the agency's own",
    "agency.Agency.hotline": "the agency's own",
    "agency.Agency.hotline_hours": "the agency's own",
    "agency.ClosedDay.name": "what the agency calls a day on which it is closed",
    "agency.Agency.time_zone": "a time zone's name",
    "agency.Pattern.zone": "a time zone's name",
    "agency.Agency.features_off": "names of modules, held by the code",
    "agency.ProposedWording.key": "a phrase's name",
    "agency.ProposedWording.language": "a language code",
    "agency.ProposedWording.fingerprint": "a hash of the agency's own words",
    "agency.ProposedWording.words": "an adviser's wording of the agency's own words; advisers open no case",
    "agency.Reviewed.key": "a phrase's name",
    "agency.Reviewed.language": "a language code",
    "agency.Reviewed.fingerprint": "a hash of the agency's own words",
    "agency.Program.name": "the agency's own",
    "agency.Site.name": "the agency's own",
    "agency.Staff.name": "a name of staff",
    "agency.Staff.languages": "languages of staff",
    "agency.Staff.credentials": "credentials of staff",
    "agency.Staff.hours": "working hours of staff",
    "agency.Wording.key": "a phrase's name",
    "agency.Wording.language": "a language code",
    "agency.Wording.text": "the agency's own words, read by survivors",
    "benefits.ClockRule.key": "a kind's name in the code",
    "benefits.ClockRule.name": "the agency's own name for a rule",
    "benefits.ClockRule.jurisdiction": "the code of a state or country",
    "benefits.ClockRule.who": "whom a rule of law is about, never somebody",
    "benefits.ClockRule.anchor": "what starts it",
    "benefits.ClockRule.says": "what a rule of law says",
    "benefits.ClockRule.figures": "numbers of a rule of law",
    "benefits.ClockRule.excludes": "kinds' names in the code",
    "benefits.ClockRule.source_title": "where a rule of law stands",
    "benefits.ClockRule.source_url": "where a rule of law stands",
    "benefits.ClockRule.source_date": "where a rule of law stands",
    "benefits.ClockRule.note": "what is known of a rule of law",
    "caseload.OtherPeople.called": "what a program is called; nobody is named",
    "funding.Fund.name": "the agency's own",
    "funding.Fund.kind": "the agency's own",
    "reports.Report.form": "a form's name in the data",
    "reports.Report.made_of": "which services counted as what; nobody is in it",
    "reports.Report.cells": "codes of rows and numbers that were told; nobody is in it",
    "funding.Stream.name": "the agency's own",
    "funding.Stream.form": "a form's name in the data",
    "funders.ReportAnswer.form": "a form's name in the data; of whom, only their team reads",
    "funders.ReportAnswer.item": "an item's name in the data",
    "funders.ReportAnswer.value": "the name of one value of a form, as functions count it",
    "funders.CrosswalkRow.form": "a form's name in the data",
    "funders.CrosswalkRow.item": "an item's name in the data",
    "funders.FormField.form": "a form's name in the data",
    "funders.FormField.item": "an item's name in the data",
    "funders.FormField.language": "a language code",
    "funders.FormField.label": "what a funder's form calls a field",
    "funders.FormField.why": "the agency's own reason, about nobody",
    "funders.FormField.wording": "the agency's own words, about nobody",
    "funders.FormField.values": "values of a funder's form",
    "funding.Stream.zone": "the name of a time zone",
    "funding.Stream.who": "the agency's own rule, about nobody",
    "funding.Stream.guide": "the agency's own guide, about nobody",
    "circle.RaisedConcern.agreed": "what agencies agreed on, about nobody; names are refused",
    "custody.KnownColumn.field": "a field's name in the code",
    "consent.SharingRule.jurisdiction": "the code of a state or country",
    "consent.SharingRule.falls_back_on": "the code of a state or country",
    "consent.SharingRule.source": "where a rule of law stands",
    "consent.InformationKind.key": "a kind's name in the code",
    "consent.InformationKind.name": "the agency's own name for a kind of information",
    "consent.ReleaseWording.language": "a language code",
    "consent.ReleaseWording.title": "the agency's own words, read by survivors",
    "consent.ReleaseWording.text": "the agency's own words, read by survivors",
    "consent.OutingWords.language": "a language code",
    "consent.OutingWords.words": "the agency's own list of words about nobody",
    "consent.Release.information": "names of kinds of information",
    "consent.LawfulException.information": "names of kinds of information",
    "consent.Disclosure.information": "names of kinds of information",
    "referrals.Referral.information": "names of kinds of information",
    "consent.Disclosure.what": "the name of a thing, held by the code",
    "connection.ServiceKind.key": "a service's name in the code",
    "connection.ServiceKind.name": "the agency's own name for a service",
    "journey.Section.key": "a section's name",
    "journey.SectionWording.language": "a language code",
    "journey.SectionWording.title": "the agency's own words, read by survivors",
    "journey.SectionWording.about": "the agency's own words, read by survivors",
    "journey.Question.key": "a question's name",
    "journey.Question.feeds": "the name of a detail, held by the code",
    "journey.Question.why": "the agency's own reason for a question",
    "journey.QuestionVersion.language": "a language code",
    "journey.QuestionVersion.text": "the agency's own question",
    "journey.QuestionVersion.hint": "the agency's own words, read by survivors",
    "journey.QuestionVersion.how": "the agency's own help for whoever asks",
    "journey.Answer.asked_in": "a language code",
    "journey.QuestionWording.language": "a language code",
    "journey.QuestionWording.text": "the agency's own question",
    "journey.QuestionWording.hint": "the agency's own words, read by survivors",
    "journey.QuestionWording.how": "the agency's own help for whoever asks",
    "journey.Welcome.language": "a language code",
    "journey.Welcome.wording": "a hash of the agency's own words",
    "partners.PartnerAgency.name": "what we say of a partner agency, about nobody we walk with",
    "partners.PartnerAgency.role": "what we say of a partner agency, about nobody we walk with",
    "partners.PartnerAgency.responsibilities": "what we say of a partner agency, about nobody we walk with",
    "partners.PartnerAgency.perspective": "what we say of a partner agency, about nobody we walk with",
    "partners.PartnerAgency.their_limits": "what we say of a partner agency, about nobody we walk with",
    "partners.PartnerAgency.our_limits": "what we say of a partner agency, about nobody we walk with",
    "partners.PartnerAgency.cannot_do": "what we say of a partner agency, about nobody we walk with",
    "partners.PartnerAgency.time_zone": "a time zone's name",
    "partners.PartnerAgency.languages": "languages of a partner agency",
    "partners.PointOfContact.name": "a colleague at a partner agency",
    "partners.PartnerAccess.username": "a sign-in name of a colleague at a partner agency",
    "partners.PartnerAccessRequest.username": "a sign-in name of a colleague at a partner agency",
    "partners.PointOfContact.reach": "a work address of a colleague elsewhere",
    "partners.PartnerAgreement.parties": "what is agreed between agencies",
    "partners.PartnerAgreement.scope": "what is agreed between agencies",
    "partners.PartnerAgreement.may_share": "what is agreed between agencies",
    "partners.Commitment.words": "what agencies said to each other, about nobody",
    "partners.Commitment.who": "what agencies said to each other, about nobody",
    "partners.Appreciation.words": "thanks to an agency, about nobody",
    "partners.PreparationNote.languages": "the agency's own preparation, about nobody",
    "partners.PreparationNote.community": "the agency's own preparation, about nobody",
    "partners.PreparationNote.words": "the agency's own preparation, about nobody",
    "partners.Organization.name": "a published entry of a directory",
    "partners.Organization.description": "a published entry of a directory",
    "partners.Organization.email": "a published entry of a directory",
    "partners.Organization.website": "a published entry of a directory",
    "partners.Organization.more": "a published entry of a directory",
    "partners.Location.name": "a published address; a confidential place has none",
    "partners.Location.address": "a published address; a confidential place has none",
    "partners.Location.how_to_get_there": "a published address; a confidential place has none",
    "partners.Location.more": "a published address; a confidential place has none",
    "partners.Service.name": "what a service offers",
    "partners.Service.description": "what a service offers",
    "partners.Service.languages": "what a service offers",
    "partners.Service.cost_words": "what a service offers",
    "partners.Service.eligibility": "what a service offers",
    "partners.Service.hours": "what a service offers",
    "partners.Service.phone": "what a service offers",
    "partners.Service.email": "what a service offers",
    "partners.Service.url": "what a service offers",
    "partners.Service.how_to_apply": "what a service offers",
    "partners.Service.culture": "what a service offers",
    "partners.Service.wait": "what a service offers",
    "partners.Service.more": "what a service offers",
    "partners.Service.drawn": "what a service offers",
    "partners.DirectoryImport.told": "names of published entries that were not kept",
    "partners.ServiceAtLocation.description": "a published entry of a directory",
    "partners.ServiceAtLocation.more": "a published entry of a directory",
    "partners.SearchKey.key": "made from the name of a service",
    "partners.ReplacedRow.was": "an entry of a directory as it was",
    "partners.Visit.words": "what we saw at a provider, about nobody",
    "partners.Gap.sought": "made from our own lists, nothing typed",
    "practice.Card.key": "a card's name",
    "practice.CardWording.language": "a language code",
    "practice.CardWording.title": "the agency's own words about nobody",
    "practice.CardWording.words": "the agency's own words about nobody",
    "practice.WordingSuggestion.key": "an entry's name",
    "practice.WordingSuggestion.language": "a language code",
    "practice.WordingSuggestion.phrases": "the agency's own list of words about nobody",
    "practice.WordingSuggestion.fine": "the agency's own list of words about nobody",
    "practice.WordingSuggestion.why": "the agency's own words about nobody",
    "practice.WordingSuggestion.options": "the agency's own list of words about nobody",
    "practice.TrainingTopic.key": "a topic's name in the code",
    "practice.TrainingTopic.name": "the agency's own name for a topic",
    "practice.TrainingSession.title": "the agency's own words about a training",
    "practice.TrainingSession.facilitator": "who leads a training: staff, or a guest of the agency",
    "practice.TrainingSession.where": "where the agency trains",
    "drafts.Draft.form": "the name of a form and a reference",
    "drafts.SavedForm.led_to": "an address of ours; it holds references alone",
    "drafts.SavedForm.mark": "a keyed hash",
    "participants.Moment.room": "a room's name, held by the code",
    "participants.Moment.kind": "a kind's name, held by the code",
    "vault.Key.door": "a door's name",
    "trail.TrailEntry.door": "a door's name",
    "trail.TrailEntry.act": "a verb, held by a constraint",
    "trail.TrailEntry.kind": "a name, held by a constraint",
    "provisions.AssistanceKind.key": "a kind of help's name in the code",
    "provisions.AssistanceKind.name": "the agency's own",
    "provisions.AssistanceKind.words": "the agency's own",
    "provisions.VoucherRange.name": "the agency's own",
    "provisions.VoucherRange.prefix": "the agency's own",
    "provisions.StockThing.name": "the agency's own",
    "provisions.StockThing.sizes": "the agency's own",
    "provisions.StockLine.size": "the agency's own",
}


def unmarked_views(patterns: Iterable[Any] | None = None) -> list[str]:
    """Addresses whose view does not say who may come in."""
    found = get_resolver().url_patterns if patterns is None else patterns
    return [route for route, pattern in views(found) if policy_of(pattern.callback) is None]


def unwalled_tables() -> list[str]:
    """Tables without row-level security that is forced, or a written excuse; or with a wall nobody declared."""
    walls, _functions, _joined = declared()
    wrong = []
    with connection.cursor() as cursor:
        cursor.execute(
            "select n.nspname || '.' || c.relname, c.relrowsecurity, c.relforcerowsecurity,"
            " (select count(*) from pg_policy p where p.polrelid = c.oid) from pg_class c"
            " join pg_namespace n on n.oid = c.relnamespace"
            " where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname = any(%s)",
            [[*SCHEMAS, "public"]],
        )
        for name, enabled, forced, policies in cursor.fetchall():
            wall = walls.get(name)
            if wall is None:
                wrong.append(f"{name}: no wall is declared")
            elif not enabled:
                wrong.append(f"{name}: row-level security is off")
            elif not wall.excuse and not forced:
                wrong.append(f"{name}: row-level security is not forced")
            elif wall.grants and not policies:
                wrong.append(f"{name}: grants without a policy")
    return wrong


def _own_functions(module: ModuleType) -> list[tuple[str, Callable[..., Any]]]:
    return [
        (name, thing)
        for name, thing in vars(module).items()
        if inspect.isfunction(inspect.unwrap(thing) if callable(thing) else thing)
        and thing.__module__ == module.__name__
        and not name.startswith("_")
    ]


def modules(*names: str) -> list[ModuleType]:
    """The modules of these names in every room that has them; where one is a folder, what is in it too."""
    return [
        module
        for room in ROOMS
        for name in names
        if find_spec(f"alongside.{room}.{name}")
        for module in with_its_folder(import_module(f"alongside.{room}.{name}"))
    ]


def with_its_folder(module: ModuleType) -> list[ModuleType]:
    """A module and, where it is a folder, every module in it but those the folder keeps to itself (`_name`)."""
    inside = walk_packages(getattr(module, "__path__", []), f"{module.__name__}.")
    return [module, *(import_module(each.name) for each in inside if not _kept_to_itself(each.name))]


def _kept_to_itself(name: str) -> bool:
    return name.rpartition(".")[2].startswith("_")


def reached_past_a_folder(source: str, module: str) -> list[str]:
    """What a file of this module name imports out of a folder that keeps it to itself."""
    return [
        named
        for node in ast.walk(ast.parse(source))
        for named in _imported(node)
        if _kept_to_itself(named) and named.startswith("alongside.")
        if not module.startswith(named.rpartition(".")[0] + ".")
    ]


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [each.name for each in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module, *(f"{node.module}.{each.name}" for each in node.names)]
    return []


def actions_without_a_lock(module: ModuleType) -> list[str]:
    """Public functions of an actions module that are not acts."""
    return [f"{module.__name__}.{name}" for name, each in _own_functions(module) if not hasattr(each, "act")]


def plain_text_fields(these: Iterable[type[models.Model]] | None = None) -> list[str]:
    """Columns that hold free text in clear without a written reason."""
    ours = (
        [model for model in apps.get_models() if model.__module__.startswith("alongside.")]
        if these is None
        else these
    )
    return [
        f"{model._meta.app_label}.{model.__name__}.{field.name}"
        for model in ours
        for field in model._meta.concrete_fields
        if _holds_text(field) and f"{model._meta.app_label}.{model.__name__}.{field.name}" not in IN_CLEAR
    ]


def _holds_text(field: Any) -> bool:
    if isinstance(field, SealedText) or getattr(field, "choices", None):
        return False
    base = getattr(field, "base_field", None)
    if base is not None and not isinstance(field, models.ForeignKey):
        return _holds_text(base)
    return isinstance(field, models.CharField | models.TextField | models.JSONField) and not _held_by_check(
        field
    )


def _held_by_check(field: Any) -> bool:
    """Whether a constraint of the table names the values one by one."""
    return any(
        isinstance(constraint, models.CheckConstraint) and f"{field.name}__in" in str(constraint.condition)
        for constraint in field.model._meta.constraints
    )


def undocumented_models(these: Iterable[type[models.Model]] | None = None) -> list[str]:
    """Models that do not say what they hold, how long it is kept and what may leave."""
    ours = (
        [model for model in apps.get_models() if model.__module__.startswith("alongside.")]
        if these is None
        else these
    )
    return [
        model.__name__
        for model in ours
        if len((model.__doc__ or "").strip()) < 20 or "(" in (model.__doc__ or "")[: len(model.__name__) + 1]
    ]


def sources() -> list[Path]:
    """Every Python file of the product."""
    return [path for path in sorted((ROOT / "alongside").rglob("*.py")) if "migrations" not in path.parts]


def module_of(source: Path) -> str:
    """The name under which a file is imported."""
    return ".".join(source.relative_to(ROOT).with_suffix("").parts)
