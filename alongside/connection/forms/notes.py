"""The questions a note puts: who, what happened, how we responded. Everything else may stay folded."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from alongside.connection import rules
from alongside.connection.choices import NoteKind, NoteTag
from alongside.connection.queries import Choosable
from alongside.ui.forms import KindForm, MomentField, WordsField
from alongside.ui.widgets import Chips, ChipsMany, Line, Pick, Tick

FOLDED = ("kind", "services", "minutes", "at", "seen_by")
A_WORD = _("A word is enough: what happened, how we responded, a service or the minutes.")
STILL_TO_COME = _("This time is still to come. A note tells of what has been; please choose an earlier time.")

if TYPE_CHECKING:
    from alongside.connection.models import Note, ServiceKind


class _NoteWords(KindForm):
    """What any note asks; nothing of it has to be answered."""

    happened = WordsField(theirs=False, rows=3, label=_("What happened"))
    responded = WordsField(theirs=False, rows=3, label=_("How we responded"))
    tags = forms.MultipleChoiceField(
        required=False, choices=NoteTag.choices, widget=ChipsMany, label=_("Was it one of these?")
    )
    kind = forms.ChoiceField(
        required=False,
        choices=NoteKind.choices,
        initial=NoteKind.MET,
        widget=Chips,
        label=_("What it was"),
        help_text=_("Work without contact is advocacy, planning, waiting with, holding."),
    )
    services = forms.MultipleChoiceField(required=False, widget=ChipsMany, label=_("Services given"))
    minutes = forms.IntegerField(
        required=False,
        min_value=1,
        max_value=rules.LONGEST_MINUTES,
        label=_("Minutes, if you want to count them"),
    )
    at = MomentField(required=False, label=_("When"))

    def __init__(self, *args: Any, services: "Sequence[ServiceKind]" = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["services"].choices = [  # type: ignore[attr-defined]
            (str(kind.pk), kind.called) for kind in services
        ]
        self.fields["minutes"].widget.attrs |= {"class": "form-control short", "inputmode": "numeric"}

    def clean_kind(self) -> str:
        """No choice means the first one offered."""
        return self.cleaned_data["kind"] or NoteKind.MET

    def said(self) -> dict[str, Any]:
        """The words and facts as the act takes them."""
        clean = self.cleaned_data
        return {
            "happened": clean["happened"],
            "responded": clean["responded"],
            "kind": clean["kind"],
            "minutes": clean["minutes"],
            "tags": clean["tags"],
            "services": [UUID(each) for each in clean["services"]],
            "at": clean["at"],
        }

    def unfolded(self) -> bool:
        """Whether what is folded away has something to show."""
        if any(self.errors.get(name) for name in FOLDED if self.is_bound):
            return True
        first: dict[str, Any] = {"kind": NoteKind.MET, "seen_by": "yes"}
        shown = (name for name in FOLDED if name in self.fields)
        return any(bool((self[name].value() or "") not in ("", [], first.get(name))) for name in shown)


class QuickNote(_NoteWords):
    """A note about one of my people: three questions in sight."""

    participant = forms.ChoiceField(
        widget=Pick,
        label=pgettext_lazy("a note with somebody", "With"),
        error_messages={
            "required": _("Please choose who this is about. Your words are still here."),
            "invalid_choice": _("This person is not among yours just now. Your words are still here."),
        },
    )
    seen_by = forms.ChoiceField(
        required=False,
        choices=[("yes", _("Yes, they can see it")), ("no", _("For us alone"))],
        initial="yes",
        widget=Chips,
        label=_("The participant can see this"),
    )
    heavy = forms.BooleanField(
        required=False,
        widget=forms.CheckboxInput({"class": "choice-input"}),
        label=_("Heavy for me"),
        help_text=_("For you alone: a pause is offered once, and the tick is not kept."),
    )
    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, people: Sequence[Choosable] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(people)
        self.fields["at"].help_text = _("Now, unless you say another time.")

    def offer(self, people: Sequence[Choosable]) -> None:
        """Let these people be chosen."""
        mine = [(str(each.id), each.alias) for each in people if each.mine]
        others = [(str(each.id), each.alias) for each in people if not each.mine]
        groups: list[Any] = [("", _("Choose somebody"))]
        groups += (
            [(_("My people"), mine), (_("Others within my reach"), others)]
            if mine and others
            else mine or others
        )
        self.fields["participant"].choices = groups  # type: ignore[attr-defined]

    def participant_id(self) -> UUID:
        """Who the note is about."""
        return UUID(self.cleaned_data["participant"])

    def participant_can_see(self) -> bool:
        """Whether they can see it; they can, where nothing else was said."""
        return bool(self.cleaned_data["seen_by"] != "no")


class AmendedNote(_NoteWords):
    """The words of a note once more."""

    def said_of(self, note: "Note") -> dict[str, Any]:
        """As `said`; a time left as it was shown, without its seconds, is no other time."""
        said = self.said()
        at: datetime | None = said["at"]
        if at is not None and at.astimezone(UTC) == note.at.replace(second=0, microsecond=0):
            said["at"] = None
        return said


class Statement(KindForm):
    """The participant's own statement beside a note."""

    words = WordsField(theirs=True, rows=5, label=_("In their words"))
    at = MomentField(
        required=False,
        label=_("When they said it"),
        help_text=_("Now, unless you say another time."),
    )


class Service(KindForm):
    """A service on the agency's list."""

    name = forms.CharField(
        required=False,
        max_length=rules.LONGEST_SERVICE_NAME,
        widget=Line,
        label=_("What your agency calls it"),
    )
    hidden = forms.BooleanField(required=False, widget=Tick, label=_("Do not offer this on new notes"))
