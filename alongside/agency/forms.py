"""What an administrator is asked when setting up the agency and admitting staff."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module
from alongside.access.roles import ROLE_NAMES, Role
from alongside.agency import closed
from alongside.agency.nouns import ARTICLES, LABEL, is_a_word
from alongside.ui.dates import Hours, Order
from alongside.ui.forms import DayField, KindForm, WordsField
from alongside.ui.widgets import Chips, ChipsMany, Line, OurWords, Pick, Tick

_ZONES = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles",
    "America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico", "Pacific/Guam", "America/Mexico_City",
    "America/Toronto", "Europe/London", "Europe/Berlin", "UTC",
)  # fmt: skip
_BY_ZONE = _("As usual in our time zone")
ZONES = list(dict.fromkeys([settings.TIME_ZONE, *_ZONES]))


class AgencyForm(KindForm):
    """The umbrella identity, the hotline, the time zone, and how days and hours are written."""

    umbrella_name = forms.CharField(
        label=_("Name that people outside read"),
        max_length=120,
        widget=Line(),
        help_text=_("It stands on every page, print and calendar file. The names of programs stay inside."),
    )
    short_name = forms.CharField(label=_("Short name"), max_length=40, widget=Line())
    hotline = forms.CharField(
        label=_("Hotline number"), max_length=40, required=False, widget=Line({"dir": "ltr"})
    )
    hotline_hours = forms.CharField(
        label=_("Hotline hours"),
        max_length=80,
        required=False,
        widget=Line(),
        help_text=_("Such as: 24 hours"),
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        choices=[(zone, zone.replace("_", " ")) for zone in ZONES],
        initial=settings.TIME_ZONE,
        widget=Pick(),
    )
    date_order = forms.ChoiceField(
        label=_("How days are written"),
        required=False,
        choices=[("", _BY_ZONE), *Order.choices],
        widget=Chips(),
    )
    hours_of_day = forms.ChoiceField(
        label=_("How hours are written"),
        required=False,
        choices=[("", _BY_ZONE), *Hours.choices],
        widget=Chips(),
        help_text=_("Everywhere the same: pages, prints, and the hours when somebody may be called."),
    )


class ClosedDaysForm(KindForm):
    """The days on which the agency is closed, one a line."""

    days = forms.CharField(
        label=_("Days on which you are closed"),
        required=False,
        max_length=20_000,
        widget=OurWords(rows=14, guard=""),
        help_text=_(
            "One a line: the day with its year, then what it is called. Leave years behind in the list."
        ),
    )

    def clean_days(self) -> list[closed.Day]:
        """The days that were written."""
        try:
            return closed.read(self.cleaned_data["days"])
        except closed.NoSuchDay as wrong:
            said = _("We could not read a day with its year at the beginning of this line: %(line)s")
            raise forms.ValidationError(said, params={"line": wrong.line}) from wrong


class ProgramForm(KindForm):
    """A program's own name."""

    prefix = "program"
    name = forms.CharField(label=_("Name of the program"), max_length=120, widget=Line())
    under_umbrella = forms.BooleanField(
        label=_("People outside read the umbrella name only"), required=False, initial=True, widget=Tick()
    )


class SiteForm(KindForm):
    """A place where people come in."""

    prefix = "site"
    name = forms.CharField(label=_("Name of the place"), max_length=120, widget=Line())


class StaffForm(KindForm):
    """What colleagues know of a member of staff, and the roles they hold."""

    name = forms.CharField(label=_("Name colleagues read"), max_length=120, widget=Line())
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=[(role.value, name) for role, name in ROLE_NAMES.items()],
        widget=ChipsMany(),
        help_text=_(
            "Several roles add up. Administrator and program director open nobody's record. A role that opens "
            "records, or may agree to one, is given by two: somebody else agrees before it counts."
        ),
        error_messages={"required": _("Please choose at least one role, so that they can do their work.")},
    )
    supervisor = forms.ChoiceField(
        label=_("Their supervisor"),
        required=False,
        widget=Pick(),
        help_text=_("A team is the people of those who name the same supervisor."),
    )
    site = forms.ChoiceField(label=_("Place where they work"), required=False, widget=Pick())
    languages = forms.CharField(
        label=_("Languages they speak"),
        required=False,
        max_length=400,
        widget=Line(),
        help_text=_("With commas between them."),
    )
    credentials = forms.CharField(
        label=_("Training and degrees"), required=False, max_length=120, widget=Line()
    )
    hours = forms.CharField(label=_("Working hours"), required=False, max_length=80, widget=Line())
    trafficking_training_on = DayField(
        label=_("Trafficking training, when"),
        required=False,
        help_text=_("Left blank, it reads: trafficking training not recorded."),
    )

    def __init__(
        self,
        *args: Any,
        supervisors: Iterable[tuple[str, str]],
        sites: Iterable[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("supervisor", supervisors), ("site", sites)):
            field: Any = self.fields[name]
            field.choices = [
                ("", _("Nobody yet") if name == "supervisor" else _("No place of its own")),
                *choices,
            ]

    def clean_languages(self) -> list[str]:
        """The languages one by one, each once."""
        told = [word.strip() for word in self.cleaned_data["languages"].replace(";", ",").split(",")]
        kept = list(dict.fromkeys(word for word in told if word))
        if any(len(word) > 40 for word in kept):
            raise forms.ValidationError(_("Please put commas between the languages."))
        return kept


def _sign_in_name(label: Any) -> forms.RegexField:
    return forms.RegexField(
        r"^[\w.@+-]+$",
        label=label,
        max_length=60,
        widget=Line({"dir": "ltr", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"invalid": _("Please use letters, figures and . @ + - _ only, without spaces.")},
    )


def _new_password() -> forms.CharField:
    return forms.CharField(
        label=_("A password of your own"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(
            {"class": "form-control", "autocomplete": "new-password", "dir": "ltr"}, render_value=False
        ),
        help_text=_("Twelve letters or more. Four or five words that do not belong together are good."),
    )


class AdmitForm(StaffForm):
    """The same, with the name they sign in with."""

    username = _sign_in_name(_("Name they sign in with"))
    field_order = ("name", "username")


class PhraseForm(KindForm):
    """One phrase in the agency's own words, in one language."""

    key = forms.CharField(max_length=80, widget=forms.HiddenInput())
    language = forms.ChoiceField(choices=settings.LANGUAGES, widget=forms.HiddenInput())
    text = WordsField(theirs=False, label=_("Our own words"), max_length=5000)
    hidden = forms.BooleanField(label=_("Do not show this at all"), required=False, widget=Tick())

    def clean_text(self) -> str:
        """The words; a label stands in our own sentences and is as short as one."""
        words: str = self.cleaned_data["text"]
        if words and self.data.get("key", "").startswith(LABEL) and not is_a_word(words):
            raise forms.ValidationError(_("A label is short, and letters only: up to 40."))
        return words


class ModulesForm(KindForm):
    """Parts of the house, each ticked while it is used."""

    used = forms.MultipleChoiceField(label=_("Features you use"), required=False, widget=ChipsMany())

    def __init__(self, *args: Any, modules: Sequence[Module], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["used"]
        field.choices = [(each.key, each.name) for each in modules]
        self.known = [each.key for each in modules]
        self.first = [each.key for each in modules if not each.begins_off]

    def left_off(self) -> list[str]:
        """The parts that are not ticked."""
        return [key for key in self.known if key not in self.cleaned_data["used"]]


class NounForm(KindForm):
    """One noun: one of them, many of them, and the article."""

    one = forms.CharField(label=_("One of them"), max_length=40, widget=Line())
    many = forms.CharField(label=_("Several of them"), max_length=40, widget=Line())
    article = forms.ChoiceField(label=_("Article before one"), widget=Chips())

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["article"]
        field.choices = [(word, word) for word in ARTICLES[language]]

    def clean(self) -> dict[str, Any]:
        """A noun is letters: no signs that mean something to a page or a pattern."""
        told: dict[str, Any] = super().clean() or {}
        for name in ("one", "many"):
            word = " ".join(str(told.get(name, "")).split())
            if word and not is_a_word(word):
                self.add_error(name, _("Please use letters only."))
            told[name] = word
        return told

    def word(self) -> dict[str, str]:
        """The noun as it was told."""
        return {name: self.cleaned_data[name] for name in ("one", "many", "article")}


class FirstCodeForm(KindForm):
    """The one-time code of the first set-up."""

    code = forms.CharField(
        label=_("The one-time code"),
        max_length=60,
        widget=Line({"dir": "ltr", "autocapitalize": "none", "spellcheck": "false"}),
        help_text=_(
            "It is shown in the window where Alongside was started. Upper or lower case and dashes do not matter."
        ),
    )


class _WithPassword(KindForm):
    """A form in which somebody chooses a password; it is checked like every other."""

    account: Any = None

    def clean(self) -> dict[str, Any]:
        """A password that is too easy is said kindly."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("password"):
            try:
                validate_password(told["password"], self.account)
            except forms.ValidationError as wrong:
                self.add_error("password", wrong)
        return told


class ComeInForm(_WithPassword):
    """Whoever opens their link chooses a password."""

    password = _new_password()

    def __init__(self, *args: Any, account: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account


class MailForm(KindForm):
    """Where a link is sent."""

    to = forms.EmailField(
        label=_("Or send it by mail to"),
        max_length=200,
        widget=forms.EmailInput({"class": "form-control", "dir": "ltr", "autocomplete": "off"}),
        help_text=_("The mail says nothing but the link. The address is kept nowhere."),
        error_messages={"invalid": _("We could not read this as a mail address.")},
    )
    token = forms.CharField(widget=forms.HiddenInput())


# What a first administrator may do besides, from the first day on; and what is ticked, so that they find Log a call and
# People. In a small agency the same person answers the phone.
_BESIDES = (Role.ON_CALL, Role.DROP_IN, Role.CASE_MANAGER, Role.SUPERVISOR, Role.DIRECTOR)
_TICKED = (Role.ON_CALL, Role.CASE_MANAGER)


class FirstForm(_WithPassword, ModulesForm, AgencyForm):
    """The first set-up on one page: the agency, what it uses, and its first administrator."""

    short_name = forms.CharField(
        label=_("Short name"),
        max_length=40,
        required=False,
        widget=Line(),
        help_text=_("For the top of a phone. Left blank, the whole name is used."),
    )
    date_order = hours_of_day = None  # type: ignore[assignment]  # by the time zone, until another is wanted
    programs = forms.CharField(
        label=_("Programs"),
        required=False,
        max_length=2000,
        widget=OurWords(rows=2),
        help_text=_("One a line. Their names stay inside. You can add them later."),
    )
    name = forms.CharField(label=_("Your name, as colleagues read it"), max_length=120, widget=Line())
    username = _sign_in_name(_("Name you sign in with"))
    password = _new_password()
    roles = forms.MultipleChoiceField(
        label=_("What else do you do here?"),
        required=False,
        choices=[(role.value, ROLE_NAMES[role]) for role in _BESIDES],
        widget=ChipsMany(),
        help_text=_(
            "You are the administrator. What is ticked brings Log a call and People; untick what colleagues do."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("used", self.first)
        self.initial.setdefault("roles", [role.value for role in _TICKED])

    def clean_programs(self) -> list[str]:
        """The programs one by one, each once."""
        told = [" ".join(line.split())[:120] for line in self.cleaned_data["programs"].splitlines()]
        kept: dict[str, str] = {}
        for name in told:
            if name:
                kept.setdefault(name.lower(), name)
        return list(kept.values())


class SetUpFileForm(KindForm):
    """Another agency's set-up file."""

    file = forms.FileField(
        label=_("The file"),
        widget=forms.ClearableFileInput({"class": "form-control", "accept": ".json,application/json"}),
        help_text=_("What it names takes the place of what is here; everything else stays."),
        error_messages={"required": _("Please choose a file first.")},
    )
