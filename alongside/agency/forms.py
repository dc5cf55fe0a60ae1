"""What an administrator is asked when setting up the agency and admitting staff."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from alongside.access.roles import ROLE_NAMES
from alongside.ui.forms import KindForm, WordsField
from alongside.ui.widgets import ChipsMany, Day, Line, Pick, Tick


class AgencyForm(KindForm):
    """The umbrella identity and the hotline."""

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
        help_text=_("Several roles add up. Administrator and program director open nobody's record."),
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
    trafficking_training_on = forms.DateField(
        label=_("Trafficking training, when"),
        required=False,
        widget=Day(),
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


class AdmitForm(StaffForm):
    """The same, with the name they sign in with."""

    username = forms.RegexField(
        r"^[\w.@+-]+$",
        label=_("Name they sign in with"),
        max_length=60,
        widget=Line({"dir": "ltr", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"invalid": _("Please use letters, figures and . @ + - _ only, without spaces.")},
    )
    field_order = ("name", "username")


class PhraseForm(KindForm):
    """One phrase in the agency's own words, in one language."""

    key = forms.CharField(max_length=80, widget=forms.HiddenInput())
    language = forms.ChoiceField(choices=settings.LANGUAGES, widget=forms.HiddenInput())
    text = WordsField(theirs=False, label=_("Our own words"), max_length=5000)
    hidden = forms.BooleanField(label=_("Do not show this at all"), required=False, widget=Tick())
