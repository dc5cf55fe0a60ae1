"""What is asked about a Circle."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.circle.choices import Clear, Holder, MatterState, MemberKind, Sees, TheirPart
from alongside.partners.choices import Side
from alongside.ui.forms import DayField, HourField, KindForm, WordsField
from alongside.ui.widgets import Chips, ChipsMany, Line, Pick, Tick

Choices = Sequence[tuple[str, str]]
A_WORD = _("Write something here first. Everything else you wrote is still here.")


def ours(label: Any, help_text: Any = "", rows: int = 1) -> WordsField:
    """An open blank for what staff write."""
    return WordsField(theirs=False, rows=rows, label=label, help_text=help_text, max_length=20_000)


def line(label: Any, help_text: Any = "") -> forms.CharField:
    """One line that staff write."""
    return forms.CharField(required=False, max_length=300, widget=Line, label=label, help_text=help_text)


def _offer(field: Any, choices: Choices, none: str = "-") -> None:
    field.choices = [("", none), *choices]


class _Worded(KindForm):
    """A form that asks for a word of its first blank before anything is kept."""

    def clean_words(self) -> str:
        """The words, or a kind sentence."""
        words = str(self.cleaned_data["words"])
        if not words.strip():
            raise forms.ValidationError(A_WORD)
        return words


class MemberForm(KindForm):
    """Somebody of the Circle: who they are, what they answer for, and where they end."""

    agency = forms.ChoiceField(required=False, widget=Pick, label=_("A partner we know"))
    name = line(_("Or somebody else"), _("The name they go by. A partner above comes first."))
    kind = forms.ChoiceField(choices=MemberKind.choices, required=False, widget=Chips, label=_("What it is"))
    role = ours(_("Their role here"))
    responsibilities = ours(_("Their responsibilities"))
    perspective = ours(_("What they answer for"), _("What they are measured by, and see first."))
    limits = ours(_("Their limits"), _("What they cannot do, or cannot tell."))
    contact = line(_("Whom to turn to"), _("Left blank, it is the contact of the partner."))

    def __init__(self, *args: Any, agencies: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["agency"], agencies)

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and not told.get("agency") and not told.get("name"):
            self.add_error("name", _("Choose a partner or write a name, so that there is somebody to keep."))
        return told


class MatterForm(_Worded):
    """Something open, and who holds it."""

    words = ours(_("What is open"), rows=2)
    holder = forms.ChoiceField(
        required=False,
        widget=Pick,
        label=_("Who is responsible"),
        help_text=_("Unclear is an honest answer."),
    )
    next = ours(_("What comes next"))
    state = forms.ChoiceField(
        choices=MatterState.choices, required=False, widget=Chips, label=_("Where it is")
    )
    shared = forms.BooleanField(
        required=False,
        initial=True,
        widget=Tick,
        label=_("They see it on “Who is doing what”"),
        help_text=_("Untick it only where it would not be safe on a page of theirs."),
    )

    def __init__(self, *args: Any, holders: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["holder"].choices = holders  # type: ignore[attr-defined]

    def held_by(self) -> dict[str, Any]:
        """The one holder, as the act wants it."""
        kind, _colon, row = str(self.cleaned_data["holder"] or Holder.UNCLEAR).partition(":")
        return {"holder": kind, **({kind: UUID(row)} if row else {})}


class DecisionForm(_Worded):
    """What was decided, and how."""

    words = ours(_("What was decided"), rows=2)
    who = line(_("Who decided"))
    consulted = line(_("Who was asked before"))
    their_part = forms.ChoiceField(
        choices=TheirPart.choices[1:],
        required=False,
        widget=Chips(take_back=True),
        label=_("Was the participant part of this?"),
        help_text=_("It can be kept without an answer, and answered later."),
    )
    voice = WordsField(label=_("What they said, in their words"))
    basis = ours(_("Why, and what it rests on"))
    revisit_on = DayField(required=False, label=_("When to look at it again"))


class ClarityForm(KindForm):
    """How clear it is who does what, to one of those involved."""

    sees = forms.ChoiceField(required=False, widget=Pick, label=_("Who says so"))
    answer = forms.ChoiceField(
        choices=Clear.choices,
        widget=Chips,
        label=_("How clear is it who does what?"),
        error_messages={"required": _("Please choose one. Your words are still here.")},
    )
    words = WordsField(label=_("In their words"))

    def __init__(self, *args: Any, seers: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sees"].choices = seers  # type: ignore[attr-defined]

    def seen_by(self) -> dict[str, Any]:
        """Whose view it is, as the act wants it."""
        kind, _colon, row = str(self.cleaned_data["sees"] or Sees.WORKER).partition(":")
        return {"sees": kind, "member": UUID(row) if row else None}


class HuddleForm(KindForm):
    """A short talk: about what, when, and who."""

    agenda = ours(_("What we talk about"), _("It stays with us. The invitation does not show it."), rows=2)
    members = forms.MultipleChoiceField(required=False, widget=ChipsMany, label=_("Who comes"))
    on = DayField(required=False, label=_("Day"))
    hour = HourField(required=False, label=_("Time"))
    place = line(_("Where, or which line"))

    def __init__(self, *args: Any, members: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["members"].choices = members  # type: ignore[attr-defined]


class InvitationForm(KindForm):
    """The text of an invitation, before it is looked at."""

    text = ours(_("The text"), _("Day, place and our name. Nothing about anybody."), rows=5)
    previewed = forms.CharField(required=False, widget=forms.HiddenInput)


class OutcomesForm(KindForm):
    """What came of a huddle: each part makes its own entry, linked to it; a promise may say by whom and when."""

    matter = ours(_("Something open"), _("It is Unclear until somebody says who holds it."))
    decision = ours(_("A decision"))
    commitment = ours(_("Something somebody said they would do"))
    side = forms.ChoiceField(choices=Side.choices, required=False, widget=Chips, label=_("Who said so"))
    member = forms.ChoiceField(required=False, widget=Pick, label=_("Between us and"))
    who = line(_("Which person, if known"))
    by_when = DayField(required=False, label=_("By when"))

    def __init__(self, *args: Any, members: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["member"], members, _now("Not said"))

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(told.get(name) for name in ("matter", "decision", "commitment")):
            self.add_error(None, _("A word in one of these is enough to keep it."))
        return told


class AnotherDayForm(KindForm):
    """Who does what was said, and by when: from now on."""

    side = forms.ChoiceField(choices=Side.choices, required=False, widget=Chips, label=_("Who said so"))
    member = forms.ChoiceField(required=False, widget=Pick, label=_("Between us and"))
    who = line(_("Which person, if known"))
    by_when = DayField(required=False, label=_("By when"))

    def __init__(self, *args: Any, members: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["member"], members, _now("Not said"))


class CommitmentForm(_Worded, AnotherDayForm):
    """What one of those involved said they would do."""

    words = ours(_("Commitment"), rows=2)
    field_order = ("words",)


class TheirPageForm(KindForm):
    """What is asked on a partner's page about something they said they would do, before it is looked at."""

    information = forms.MultipleChoiceField(
        required=False,
        widget=ChipsMany,
        label=_("What it tells"),
        help_text=_("Tick what stands in the text."),
    )
    text = ours(_("The text"), _("They see or hear it before it goes out."), rows=3)
    previewed = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kinds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        information: Any = self.fields["information"]
        information.choices = kinds
