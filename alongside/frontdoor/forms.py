"""The forms of the front door. Nothing in them is required."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.frontdoor import rules, sentences
from alongside.frontdoor.queries import Unlinked
from alongside.participants.rules import LONGEST_ALIAS
from alongside.ui.forms import KindForm, MomentField, WordsField
from alongside.ui.widgets import Blank, Chips, ChipsMany, Line, Tick

FOCUS = {"autofocus": True}
NEEDS_SHOWN = 2
MOST_NEEDS = 30


class LogForm(KindForm):
    """What somebody said who came to us."""

    YOUNG = rules.YOUNG

    words = WordsField(widget=Blank(FOCUS, rows=5), label=_("What they said, in their words"))
    at = MomentField(
        required=False,
        label=_("If it was not just now: when"),
        help_text=_("Left blank, it is this moment."),
    )

    def says_under_18(self) -> bool:
        """Whether what is typed may be of somebody under 18: the safeguards open beside it."""
        return rules.says_under_18(self["words"].value() or "")

    def clean_at(self) -> datetime | None:
        """A contact has happened already."""
        at: datetime | None = self.cleaned_data["at"]
        if at is not None and at > clock.now():
            raise forms.ValidationError(_("That time is still to come. Leave it blank for this moment."))
        return at


class VisitForm(LogForm):
    """A visit to the drop-in."""


class CallForm(LogForm):
    """A hotline call. Where somebody asks about another person, there is no place for who that is."""

    ABOUT_ANOTHER = _("What they asked, and what we passed on")

    do_not_call_back = forms.BooleanField(required=False, widget=Tick(), label=_("Do not call back"))
    safe_to_call_back = WordsField(label=_("If they would like a call back: when and how it is safe"))
    heavy = forms.BooleanField(
        required=False,
        widget=Tick(),
        label=_("This was heavy for me"),
        help_text=_("A pause is offered once the call is kept; the tick is not kept."),
    )
    asked_by_other = forms.BooleanField(required=False, widget=forms.HiddenInput)

    field_order = ["words", "do_not_call_back", "safe_to_call_back", "at", "heavy"]

    def __init__(self, *args: Any, about_another: bool | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if about_another is None:
            about_another = self["asked_by_other"].value() in (True, "True", "on", "true")
        self.about_another = about_another
        if self.is_bound:
            self.data["asked_by_other"] = "on" if about_another else ""  # type: ignore[index]
        self.initial["asked_by_other"] = "on" if about_another else ""
        if about_another:
            self.fields["words"].label = self.ABOUT_ANOTHER
            self.fields["words"].help_text = _("Nothing that tells who the other person is.")

    def clean_asked_by_other(self) -> bool:
        """Whether somebody asked about another person."""
        return bool(self.about_another)


class AmendForm(KindForm):
    """One's own words about a contact, put right."""

    words = WordsField(widget=Blank(FOCUS, rows=5), label=_("What they said, in their words"))
    do_not_call_back = forms.BooleanField(required=False, widget=Tick(), label=_("Do not call back"))
    safe_to_call_back = WordsField(label=_("If they would like a call back: when and how it is safe"))


class AliasForm(KindForm):
    """What we may call somebody, what they need, and what they wish to have joined."""

    alias = forms.CharField(
        required=False,
        max_length=LONGEST_ALIAS,
        widget=Line(FOCUS, theirs=True),
        label=_("What they would like to be called"),
        help_text=_("Any word they choose. It may stay blank."),
    )
    also = forms.MultipleChoiceField(
        required=False,
        widget=ChipsMany(),
        label=_("Earlier calls and visits that are theirs"),
        help_text=_("Only those they ask us to join. Their words open to you then, and that is noted."),
    )

    def __init__(self, *args: Any, offered: list[Unlinked], lines: int = NEEDS_SHOWN, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        field = self.fields["also"]
        field.choices = [  # type: ignore[attr-defined]
            (str(row.id), f"{row.door_name}, {sentences.short_time(row.at)} · {row.sign}") for row in offered
        ]
        if not offered:
            del self.fields["also"]
        known = self.data if self.is_bound else self.initial
        filled = [int(name[5:]) for name in known if name.startswith("need_") and name[5:].isdigit()]
        self.lines = min(MOST_NEEDS, max([lines, *filled]))
        for number in range(1, self.lines + 1):
            self.fields[f"need_{number}"] = WordsField(
                label=_("A need, in their own words") if number == 1 else _("Another need, if there is one")
            )

    def needs(self) -> list[str]:
        """The needs that were told."""
        told = [self.cleaned_data.get(f"need_{number}") or "" for number in range(1, self.lines + 1)]
        return [words for words in told if words.strip()]

    def also_joined(self) -> list[UUID]:
        """The earlier contacts they wish to have joined."""
        return [UUID(value) for value in self.cleaned_data.get("also") or []]

    def need_fields(self) -> list[forms.BoundField]:
        """The blanks for needs, in order."""
        return [self[f"need_{number}"] for number in range(1, self.lines + 1)]


class AssignForm(KindForm):
    """Who will walk with somebody."""

    alias = forms.CharField(
        required=False,
        max_length=LONGEST_ALIAS,
        widget=Line(theirs=True),
        label=_("What we may call them, if they have said"),
    )
    case_manager = forms.UUIDField(
        required=True,
        widget=forms.HiddenInput,
        error_messages={
            "required": _("Who will be their case manager? Please choose one of your colleagues.")
        },
    )
    backup = forms.UUIDField(required=False, widget=forms.HiddenInput)
    why = WordsField(
        required=False, widget=Blank(rows=2), label=_("Why them, and what they have at their side")
    )


class StartForm(KindForm):
    """One sentence, and nothing else, starts case management."""

    need = WordsField(
        widget=Blank(FOCUS, rows=3), label=_("What would they like help with? One sentence is enough.")
    )


class NeedForm(KindForm):
    """A need told at the drop-in."""

    words = WordsField(widget=Blank(rows=2), label=_("A need, in their own words"))


class SearchForm(forms.Form):
    """A part of an alias."""

    q = forms.CharField(
        required=False,
        max_length=LONGEST_ALIAS,
        widget=Line({"autofocus": True, "type": "search"}, theirs=True),
        label=_("What they are called, or any part of it"),
        label_suffix="",
    )


class ReadHereForm(KindForm):
    """Whether the drop-in may read what helps them."""

    agreed = forms.ChoiceField(
        required=False,
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=Chips(),
        label=_("Do they agree that people at the drop-in read this?"),
        help_text=_(
            "“Would it help if they know there what helps you? You can say no, and change it any time.”"
        ),
    )
