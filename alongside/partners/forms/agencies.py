"""What is asked about a partner, its contacts, agreements and how we work together."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.agency.forms import ZONES
from alongside.participants.naming import names_said
from alongside.partners import rules
from alongside.partners.choices import AgencyKind, AgreementKind, ContactPart, Side
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips, ChipsMany, Line, Pick

ABOUT_NOBODY = _("About our work together. Nobody's name or alias belongs here.")
NAME_TAKEN = _("A partner of this name is in the list already. Please choose another name.")
Choices = Iterable[tuple[str, Any]]


def words_of_languages(text: str) -> list[str]:
    """Languages between commas, each once."""
    told = [word.strip() for word in text.replace(";", ",").split(",")]
    kept = list(dict.fromkeys(word for word in told if word))
    if any(len(word) > 40 for word in kept):
        raise forms.ValidationError(_("Please put commas between the languages."))
    return kept


def ours(label: Any, help_text: Any = "", rows: int = 2, **given: Any) -> WordsField:
    """An open blank for our own words."""
    return WordsField(theirs=False, rows=rows, label=label, help_text=help_text, max_length=10_000, **given)


class AboutNobody(KindForm):
    """A form whose words stand under a partner, where everybody who works here reads them.

    A name of somebody the writer walks with is pointed out before anything is kept; what only sounds like one stays.
    """

    def written(self) -> list[str]:
        """The open words that were sent, for looking through them."""
        open_words = [name for name, field in self.fields.items() if is_open(field)]
        return [str(self.cleaned_data.get(name) or "") for name in open_words]

    def names_in(self, actor: Actor) -> list[str]:
        """Whoever of those the writer walks with is named."""
        return names_said(actor, self.written())


def is_open(field: forms.Field) -> bool:
    """Whether whatever one likes can be written into this field."""
    return isinstance(field, forms.CharField) and not isinstance(field.widget, forms.HiddenInput)


class AgencyForm(AboutNobody):
    """A partner: who they are, what they answer for, and where both sides end."""

    name = forms.CharField(label=_("Name of the agency"), max_length=160, widget=Line())
    kind = forms.ChoiceField(
        label=_("What kind of partner"), choices=AgencyKind.choices, required=False, widget=Pick()
    )
    role = ours(_("Their role"), _("What they are for, in a sentence."))
    responsibilities = ours(_("Their responsibilities"))
    perspective = ours(_("What they answer for"), _("What they are measured by, and see first."))
    their_limits = ours(_("What they cannot tell us, or do"))
    our_limits = ours(_("What we cannot tell them, or do"))
    cannot_do = ours(
        _("What this system cannot do just now"),
        _("Such as: no beds, a long wait. So that nobody waits for it, and we hold it ourselves meanwhile."),
    )
    languages = forms.CharField(
        label=_("Languages they speak"),
        required=False,
        max_length=400,
        widget=Line(),
        help_text=_("With commas between them."),
    )
    time_zone = forms.ChoiceField(
        label=_("Their time zone"),
        required=False,
        choices=[("", _("The same as ours")), *((zone, zone.replace("_", " ")) for zone in ZONES)],
        widget=Pick(),
        help_text=_("Only where it is another than ours. Hours with them then say both."),
    )
    networks = forms.MultipleChoiceField(
        label=_("Networks they belong to"), required=False, widget=ChipsMany()
    )
    owner = forms.ChoiceField(label=_("Who of us keeps in touch with them"), required=False, widget=Pick())

    def __init__(self, *args: Any, networks: Choices, colleagues: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found: Any = self.fields["networks"]
        found.choices = list(networks)
        if not found.choices:
            del self.fields["networks"]
        owner: Any = self.fields["owner"]
        owner.choices = [("", _("Nobody in particular")), *colleagues]

    def clean_kind(self) -> str:
        """Something else, where nothing was chosen."""
        return self.cleaned_data["kind"] or str(AgencyKind.OTHER)

    def clean_languages(self) -> list[str]:
        """The languages one by one."""
        return words_of_languages(self.cleaned_data["languages"])


class ContactForm(AboutNobody):
    """Whom to turn to at a partner."""

    name = forms.CharField(label=_("Name"), max_length=160, widget=Line())
    reach = ours(_("How to reach them at work"), _("Phone, mail, hours; what is best to say first."))
    part = forms.ChoiceField(label=_("They are"), choices=ContactPart.choices, required=False, widget=Chips())

    def clean_part(self) -> str:
        """Our contact, where nothing was chosen."""
        return self.cleaned_data["part"] or str(ContactPart.MAIN)


class CommitmentForm(AboutNobody):
    """What one side said it would do."""

    words = ours(_("Commitment"), ABOUT_NOBODY, required=True)
    side = forms.ChoiceField(
        label=_("Whose word it is"), choices=Side.choices, required=False, widget=Chips()
    )
    who = forms.CharField(label=_("By whom"), max_length=160, required=False, widget=Line())
    by_when = DayField(label=_("By when"), required=False)

    def clean_side(self) -> str:
        """Theirs, where nothing was chosen."""
        return self.cleaned_data["side"] or str(Side.THEY)


class AnotherDayForm(KindForm):
    """Another day for a commitment."""

    by_when = DayField(
        label=_("The day we agreed on now"),
        required=False,
        help_text=_("Left blank, it stays open without a day. The day before stays beside it."),
    )


class AppreciationForm(AboutNobody):
    """Something a partner did that helped."""

    words = ours(_("What helped"), ABOUT_NOBODY, required=True)


class AgreementForm(AboutNobody):
    """What an agreement says."""

    agency = forms.ChoiceField(label=_("With whom"), widget=Pick())
    kind = forms.ChoiceField(
        label=_("What it is"), choices=AgreementKind.choices, required=False, widget=Chips()
    )
    parties = ours(_("Who else takes part"), rows=1)
    scope = ours(_("What it is about"))
    may_share = ours(_("What may be shared under it"), _("Shown when somebody is about to share."))
    starts_on = DayField(label=_("Holds from"), required=False)
    ends_on = DayField(label=_("Holds until"), required=False)
    review_on = DayField(
        label=_("Look at it again on"),
        required=False,
        help_text=_("The program director is reminded on this day."),
    )
    paper = forms.FileField(
        label=_("The signed paper"),
        required=False,
        help_text=_("A PDF or a picture, up to 5 MB. A new one takes the place of the one before."),
    )

    def __init__(self, *args: Any, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found: Any = self.fields["agency"]
        found.choices = list(agencies)

    def clean_kind(self) -> str:
        """A memorandum, where nothing was chosen."""
        return self.cleaned_data["kind"] or str(AgreementKind.MOU)

    def clean_paper(self) -> bytes:
        """The bytes of the paper, when they are what we keep."""
        file = self.cleaned_data["paper"]
        if not file:
            return b""
        content: bytes = file.read(rules.LARGEST_PAPER + 1)
        if not rules.paper_kind(content):
            raise forms.ValidationError(
                _(
                    "We keep a PDF, PNG or JPEG of up to 5 MB. Please choose another file; the rest is still here."
                )
            )
        return content

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        starts, ends = told.get("starts_on"), told.get("ends_on")
        if starts and ends and ends < starts:
            self.add_error("ends_on", _("This day is before the one it holds from."))
        return told


class InviteForm(KindForm):
    """By which name a contact signs in at their own door; one who has a page keeps theirs."""

    username = forms.RegexField(
        r"^[\w.@+-]+$",
        label=_("Name to sign in with"),
        required=False,
        max_length=60,
        widget=Line(),
        help_text=_("Letters, figures and . - + @, such as their mail at work. No spaces."),
        error_messages={"invalid": _("Please use letters, figures and . - + @ only, without spaces.")},
    )

    def __init__(self, *args: Any, known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        if known:
            del self.fields["username"]

    def clean(self) -> None:
        """A name is needed the first time."""
        if not self.known and not self.errors and not self.cleaned_data.get("username"):
            self.add_error("username", _("A name to sign in with is needed before there can be a link."))


class ReviewForm(KindForm):
    """When to look at an agreement again."""

    review_on = DayField(label=_("Look at it again on"), required=False)


class PreparationForm(AboutNobody):
    """What helps before a first meeting."""

    languages = forms.CharField(
        label=_("For somebody who speaks"),
        required=False,
        max_length=400,
        widget=Line(),
        help_text=_("With commas between them."),
    )
    community = forms.CharField(
        label=_("Or for a community or faith"), required=False, max_length=120, widget=Line()
    )
    words = ours(_("What helps us prepare"), ABOUT_NOBODY, rows=6, required=True)

    def clean_languages(self) -> list[str]:
        """The languages one by one."""
        return words_of_languages(self.cleaned_data["languages"])

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and not told.get("languages") and not told.get("community"):
            self.add_error(None, _("One language or one community is needed, so that the note can be found."))
        return told
