"""What is asked when somebody gives a yes, when a letter is written, and when an exception is asked for."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.agency.modules import is_off
from alongside.consent import rules
from alongside.consent.choices import (
    COMPELLING,
    NEEDS_WORDS,
    OF_A_WAY,
    Harm,
    Method,
    Purpose,
    Reply,
    Signer,
    Signing,
    TellFirst,
    Told,
)
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips, ChipsMany, Pick

if TYPE_CHECKING:
    from alongside.consent.models import InformationKind

KIND: dict[str, Any] = {
    "person": _("Please name one recipient: an agency, or one person by name."),
    "information": _("Please choose what may be shared. A permission for everything is none."),
    "purpose": _("Please choose what it is for."),
    "purpose_words": _("Please say in a few words what it is for."),
    "methods": _("Please choose how it may be shared."),
    "kind": _("Please choose what orders it."),
    "reason": _("Please write why, with the date and number of the order if there is one."),
    "tell_first": _("Please say whether they are told before anything goes out."),
    "tell_first_why": _("Please write why they are not told first."),
    "name": _("Please name the program, in their words."),
}
TOO_WIDE = _("This names everything. Please name only what is needed; a permission for everything is none.")
TOO_LONG = _("A permission ends, on a day after today and within %(days)s days.")
NOT_TOLD = _(
    "Before they sign, tell them the risks, that they can take it back, and that it is their choice."
)
NOT_SIGNED: dict[str, tuple[str, Any]] = {
    "participant": ("mark", _("Their mark is needed here, or where the signed paper is kept.")),
    "guardian": (
        "second_part",
        _("Under 18: a parent or guardian signs too, or write below why their own yes is enough here."),
    ),
    "not_answered": ("may_have_harmed", _("Please answer this before the other person's signature counts.")),
    "harmed": (
        "may_have_harmed",
        _(
            "Whoever may have harmed them cannot sign. Leave this signature out, and talk with your supervisor."
        ),
    ),
}


def _chosen(field: forms.Field, kinds: "Iterable[InformationKind]") -> None:
    field.choices = [(kind.key, kind.called) for kind in kinds]  # type: ignore[attr-defined]


class GrantForm(KindForm):
    """Their yes: what, what for, how, until when, what was told, and who signed."""

    wording = forms.CharField(required=False, widget=forms.HiddenInput)
    person = WordsField(label=_("Who, by name, and where they work"))
    information = forms.MultipleChoiceField(
        required=False, widget=ChipsMany, label=_("What may be shared"), help_text=_("Only what is needed.")
    )
    exactly = WordsField(rows=2, label=_("Exactly what, in their words"))
    not_shared = WordsField(label=_("What is not to be shared"))
    purpose = forms.ChoiceField(required=False, choices=Purpose, widget=Chips, label=_("What it is for"))
    purpose_words = WordsField(label=_("In a few words, if you like"))
    methods = forms.MultipleChoiceField(
        required=False, choices=Method, widget=ChipsMany, label=_("How it may be shared")
    )
    starts_on = DayField(required=False, label=_("From"), help_text=_("Today, unless you say another day."))
    ends_on = DayField(required=False, label=_("Until"))
    told = forms.MultipleChoiceField(
        required=False, choices=Told, widget=ChipsMany, label=_("What was said before they signed")
    )
    how = forms.ChoiceField(
        required=False, choices=Signing, initial=Signing.SCREEN, widget=Chips, label=_("How they signed")
    )
    mark = WordsField(
        label=_("Their mark"), help_text=_("A letter, a name they choose, a cross: typed by them.")
    )
    paper_at = WordsField(theirs=False, label=_("If on paper: where it is kept"))
    interpreter = WordsField(theirs=False, label=_("Interpreter, if one helped"))
    second_part = forms.ChoiceField(
        required=False,
        choices=[("", _("Nobody else")), *[each for each in Signer.choices if each[0] != Signer.PARTICIPANT]],
        widget=Chips,
        label=_("Who else signs"),
    )
    may_have_harmed = forms.ChoiceField(
        required=False,
        choices=Harm,
        widget=Chips,
        label=_("Is it said that this person has harmed them, or harmed their other parent?"),
        help_text=_("You answer this, not they. If yes, or if it may be so, this person cannot sign."),
    )
    second_name = WordsField(theirs=False, label=_("Name of the other person"))
    second_how = forms.ChoiceField(
        required=False, choices=Signing, initial=Signing.SCREEN, widget=Chips, label=_("How they signed")
    )
    second_mark = WordsField(label=_("The other person's mark"))
    second_paper_at = WordsField(theirs=False, label=_("If on paper: where it is kept"))
    alone_because = WordsField(
        theirs=False,
        label=_("Why their own yes is enough, although they are under 18"),
        help_text=_("Which rule of your state lets them use this help by themselves, and where it stands."),
    )

    STEPS = (
        (_("The information"), ("person", "information", "exactly", "not_shared")),
        (_("What for, how and until when"), ("purpose", "purpose_words", "methods", "starts_on", "ends_on")),
        (
            _("Read it, and their signature"),
            (
                "told", "interpreter", "how", "mark", "paper_at", "second_part", "may_have_harmed",
                "second_name", "second_how", "second_mark", "second_paper_at", "alone_because",
            ),
        ),
    )  # fmt: skip
    WHAT = ("information", "exactly", "not_shared", "purpose", "purpose_words", "methods")
    WHEN = ("starts_on", "ends_on")
    SECOND = (
        "second_part", "may_have_harmed", "second_name", "second_how", "second_mark", "second_paper_at",
        "alone_because",
    )  # fmt: skip

    def __init__(self, *args: Any, kinds: "Iterable[InformationKind]", by_name: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _chosen(self.fields["information"], kinds)
        if not by_name:
            del self.fields["person"]
        # A file goes to an agency that we know, never to a person by name.
        if by_name or is_off("extracts:extracts"):
            of_a_letter: Any = self.fields
            of_a_letter["purpose"].choices = OF_A_WAY
            of_a_letter["methods"].choices = [each for each in Method.choices if each[0] != Method.FILE]

    def clean(self) -> None:
        """A wide kind is named in words: a permission for everything about health is none."""
        said = self.cleaned_data
        if not said.get("exactly") and set(said.get("information", ())) & set(NEEDS_WORDS):
            self.add_error("exactly", _("Write which health, legal or family information, and only that."))

    def part_second(self) -> list[Any]:
        """The questions about a second signature."""
        return [self[name] for name in self.SECOND]

    def signatures(self) -> list[rules.Signature]:
        """Who signed and how."""
        said = self.cleaned_data
        theirs = rules.Signature(
            "participant", said["how"] or "screen", mark=said["mark"], kept_at=said["paper_at"]
        )
        if not said["second_part"]:
            return [theirs]
        second = rules.Signature(
            said["second_part"],
            said["second_how"] or "screen",
            mark=said["second_mark"],
            name=said["second_name"],
            kept_at=said["second_paper_at"],
            may_have_harmed=said["may_have_harmed"],
        )
        return [theirs, second]


class LetterForm(KindForm):
    """A letter, before it is looked at."""

    information = forms.MultipleChoiceField(
        required=False,
        widget=ChipsMany,
        label=_("What it tells"),
        help_text=_("Tick what stands in the text."),
    )
    purpose = forms.ChoiceField(required=False, choices=OF_A_WAY, widget=Pick, label=_("What it is for"))
    text = WordsField(
        theirs=False, rows=8, label=_("The text"), help_text=_("They see or hear it before it goes out.")
    )
    previewed = forms.CharField(required=False, widget=forms.HiddenInput)
    knowing = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kinds: "Iterable[InformationKind]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _chosen(self.fields["information"], kinds)


class ToldForm(KindForm):
    """On which day they were told of what goes out without their yes."""

    told_on = DayField(required=False, label=_("We told them on"))


class SayForm(KindForm):
    """A word back to a partner, on their page."""

    kind = forms.ChoiceField(
        required=False,
        choices=[(Reply.ANSWER, Reply.ANSWER.label), (Reply.ASK, Reply.ASK.label)],
        widget=Chips,
        label=_("What it is"),
    )
    words = WordsField(
        theirs=False,
        rows=4,
        label=_("Your words"),
        help_text=_("Nothing that goes further than what their permission names."),
    )

    def clean(self) -> None:
        """A sentence is needed."""
        said = self.cleaned_data
        said["kind"] = said.get("kind") or Reply.ANSWER
        if not said.get("words"):
            self.add_error("words", _("A sentence is needed here before it can be sent."))


class ExceptionForm(KindForm):
    """What has to go out without a permission, why, and how little."""

    agency = forms.ChoiceField(required=False, widget=Pick, label=_("To which agency"))
    person = WordsField(theirs=False, label=_("Or to whom, by name and office"))
    kind = forms.ChoiceField(
        required=False,
        choices=COMPELLING,
        widget=Chips,
        label=_("What orders it"),
    )
    reason = WordsField(
        theirs=False, rows=3, label=_("Why"), help_text=_("Who asks, by what paper, of which day.")
    )
    information = forms.MultipleChoiceField(
        required=False,
        widget=ChipsMany,
        label=_("What has to go out"),
        help_text=_("The least that is ordered."),
    )
    minimum = WordsField(theirs=False, rows=2, label=_("What stays out, and how little is enough"))
    methods = forms.MultipleChoiceField(
        required=False,
        choices=[each for each in Method.choices if each[0] not in (Method.WORKSPACE, Method.FILE)],
        widget=ChipsMany,
        label=_("How"),
    )
    purpose = forms.ChoiceField(
        required=False, choices=OF_A_WAY, initial=Purpose.OTHER, widget=Pick, label=_("What it is for")
    )
    tell_first = forms.ChoiceField(
        required=False,
        choices=[each for each in TellFirst.choices if each[0]],
        widget=Chips,
        label=_("Are they told first?"),
    )
    tell_first_why = WordsField(theirs=False, rows=2, label=_("How they are told, or why not"))
    protects = WordsField(theirs=False, rows=2, label=_("What we do for their safety"))

    def __init__(
        self,
        *args: Any,
        kinds: "Iterable[InformationKind]",
        agencies: Iterable[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _chosen(self.fields["information"], kinds)
        self.fields["agency"].choices = [("", _("Nobody of these")), *agencies]  # type: ignore[attr-defined]
