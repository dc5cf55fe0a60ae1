"""What one looks for in the directory, and what is asked about a service."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from alongside.partners.choices import AtNight, Cost, Fit, Serves, ServiceCategory, ServiceStatus
from alongside.partners.folding import fold
from alongside.partners.forms.agencies import AboutNobody, ours, words_of_languages
from alongside.partners.languages import LISTED, code_of
from alongside.partners.searching import Sought
from alongside.ui.forms import DayField, KindForm
from alongside.ui.widgets import Chips, ChipsMany, Line, Pick, Tick

Choices = Iterable[tuple[str, Any]]
LARGEST_FILE = 60 * 1024 * 1024


def languages_offered() -> list[tuple[str, str]]:
    """The languages of our list under their names in the language of the page, where we have them."""
    named = []
    for name in LISTED:
        try:
            named.append((name, str(get_language_info(code_of(name))["name_translated"])))
        except KeyError:
            named.append((name, name))
    return sorted(named, key=lambda each: fold(each[1]))


class SearchForm(forms.Form):
    """What one looks for. Everything is optional, and nonsense is left aside."""

    use_required_attribute = False

    words = forms.CharField(label=_("Name, or part of it"), required=False, max_length=80, widget=Line())
    kind = forms.ChoiceField(label=_("What for"), required=False, widget=Pick())
    serves = forms.MultipleChoiceField(
        label=_("Who is served"), choices=Serves.choices, required=False, widget=ChipsMany()
    )
    language = forms.ChoiceField(label=_("In which language"), required=False, widget=Pick())
    tonight = forms.BooleanField(label=_("Open tonight"), required=False, widget=Tick())
    openings = forms.BooleanField(label=_("Has openings"), required=False, widget=Tick())
    cost = forms.ChoiceField(label=_("Cost"), required=False, widget=Pick())
    fits = forms.MultipleChoiceField(
        label=_("What makes it fit"), choices=Fit.choices, required=False, widget=ChipsMany()
    )
    network = forms.ChoiceField(label=_("Network"), required=False, widget=Pick())
    ours = forms.BooleanField(label=_("Our own services only"), required=False, widget=Tick())

    def __init__(self, *args: Any, networks: Choices, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["kind"].choices = [("", _("Anything")), *ServiceCategory.choices]
        fields["language"].choices = [("", _("Any language")), *languages_offered()]
        fields["cost"].choices = [("", _("Any cost")), *(each for each in Cost.choices if each[0])]
        fields["network"].choices = [("", _("Any network or none")), *networks]

    def sought(self) -> Sought:
        """What of it can be looked for."""
        self.full_clean()
        told = getattr(self, "cleaned_data", {})
        return Sought(
            words=told.get("words", ""),
            kind=told.get("kind", ""),
            serves=tuple(told.get("serves", ())),
            language=told.get("language", ""),
            fits=tuple(told.get("fits", ())),
            tonight=told.get("tonight", False),
            openings=told.get("openings", False),
            cost=told.get("cost", ""),
        )

    def network_sought(self) -> UUID | None:
        """The network, where one is chosen."""
        told = getattr(self, "cleaned_data", {}).get("network")
        return UUID(told) if told else None


class ServiceForm(AboutNobody):
    """What a service offers."""

    name = forms.CharField(label=_("Name of the service"), max_length=300, widget=Line())
    kind = forms.ChoiceField(
        label=_("What for"), choices=ServiceCategory.choices, required=False, widget=Pick()
    )
    description = ours(_("What they do"))
    serves = forms.MultipleChoiceField(
        label=_("Who is served"),
        choices=Serves.choices,
        required=False,
        widget=ChipsMany(),
        help_text=_("Leave open what nobody has asked yet: it is then shown as not known."),
    )
    languages = forms.CharField(
        label=_("Languages spoken there"),
        required=False,
        max_length=400,
        widget=Line(),
        help_text=_("With commas between them, as in: English, Tigrinya."),
    )
    at_night = forms.ChoiceField(label=_("At night"), choices=AtNight.choices, required=False, widget=Chips())
    hours = ours(_("Hours"), rows=1)
    cost = forms.ChoiceField(label=_("Cost"), choices=Cost.choices, required=False, widget=Chips())
    cost_words = ours(_("More about the cost"), rows=1)
    eligibility = ours(_("Who may come"))
    how_to_apply = ours(_("How one gets in"))
    phone = forms.CharField(label=_("Phone"), max_length=80, required=False, widget=Line({"dir": "ltr"}))
    email = forms.EmailField(label=_("Mail"), max_length=254, required=False, widget=Line({"dir": "ltr"}))
    url = forms.URLField(
        label=_("Web page"),
        max_length=500,
        required=False,
        assume_scheme="https",
        widget=Line({"dir": "ltr"}),
        error_messages={"invalid": _("We could not read this as the address of a web page.")},
    )
    fits = forms.MultipleChoiceField(
        label=_("What makes it fit"), choices=Fit.choices, required=False, widget=ChipsMany()
    )
    culture = ours(
        _("Culture and faith: what to ask"),
        _("Do not assume - ask. What we know from being there; it stays inside."),
    )
    status = forms.ChoiceField(
        label=_("Is it running"), choices=ServiceStatus.choices, required=False, widget=Chips()
    )
    is_public = forms.BooleanField(
        label=_("Others may read this entry in our public directory"),
        required=False,
        widget=Tick(),
        help_text=_(
            "Left unticked, it stays inside. Notes on culture and on our visits stay inside in any case."
        ),
    )

    def clean_languages(self) -> list[str]:
        """The languages one by one."""
        return words_of_languages(self.cleaned_data["languages"])

    def clean_kind(self) -> str:
        """Something else, where nothing was chosen."""
        return self.cleaned_data["kind"] or str(ServiceCategory.OTHER)

    def clean_status(self) -> str:
        """Running, where nothing was chosen."""
        return self.cleaned_data["status"] or str(ServiceStatus.ACTIVE)


class NewServiceForm(ServiceForm):
    """The same, with who offers it."""

    agency = forms.ChoiceField(label=_("Offered by a partner"), required=False, widget=Pick())
    other = forms.CharField(label=_("Or by somebody else"), max_length=300, required=False, widget=Line())
    is_ours = forms.BooleanField(label=_("This is a service of our own"), required=False, widget=Tick())
    field_order = ("name", "agency", "other", "is_ours")

    def __init__(self, *args: Any, agencies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found: Any = self.fields["agency"]
        found.choices = [("", _("None of these")), *agencies]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and not told.get("agency") and not told.get("other"):
            self.add_error("other", _("A name is needed here, so that one knows who offers it."))
        return told


class PlaceForm(AboutNobody):
    """Where a service is given."""

    confidential = forms.BooleanField(
        label=_("Confidential place"),
        required=False,
        widget=Tick(),
        help_text=_(
            "No address is kept here then, and one that was kept is wiped for good. "
            "Ask them by phone, each time."
        ),
    )
    name = forms.CharField(label=_("Name of the place"), max_length=300, required=False, widget=Line())
    street = forms.CharField(label=_("Street and number"), max_length=200, required=False, widget=Line())
    city = forms.CharField(label=_("City"), max_length=100, required=False, widget=Line())
    state = forms.CharField(label=_("State"), max_length=60, required=False, widget=Line())
    postal_code = forms.CharField(label=_("Postal code"), max_length=20, required=False, widget=Line())
    how_to_get_there = ours(_("How one gets there"), rows=1)
    is_public = forms.BooleanField(
        label=_("Others may read this place in our public directory"), required=False, widget=Tick()
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("confidential") and told.get("is_public"):
            self.add_error("is_public", _("A confidential place is never public."))
        return told


class OpeningsForm(AboutNobody):
    """How many places are free, as heard just now."""

    openings = forms.IntegerField(
        label=_("Places free now"),
        required=False,
        min_value=0,
        max_value=9999,
        widget=Line({"inputmode": "numeric"}),
    )
    wait = forms.CharField(label=_("How long one waits"), max_length=200, required=False, widget=Line())


class VisitForm(AboutNobody):
    """What was checked when one of us went to see them."""

    on = DayField(label=_("When"))
    training_offered = forms.BooleanField(
        label=_("Trafficking training offered"), required=False, widget=Tick()
    )
    training_done = forms.BooleanField(label=_("Trafficking training done"), required=False, widget=Tick())
    culture_checked = forms.BooleanField(
        label=_("Talked about culture, faith and language"), required=False, widget=Tick()
    )
    words = ours(_("What we saw"), rows=1)


class MonthsForm(KindForm):
    """After how many months to visit again."""

    months = forms.IntegerField(
        label=_("Visit again after, in months"),
        min_value=1,
        max_value=60,
        widget=Line({"inputmode": "numeric"}),
    )


class ImportForm(KindForm):
    """A file of a published directory."""

    file = forms.FileField(
        label=_("A file in HSDS format (JSON)"),
        error_messages={"required": _("Please choose a file first."), "empty": _("This file is empty.")},
    )
    publisher = forms.CharField(
        label=_("Whose directory this is"),
        help_text=_(
            "Needed where its entries are only numbered, like 1, 2, 3. Please always write it the same way."
        ),
        required=False,
        max_length=200,
        widget=Line(),
    )
    is_public = forms.BooleanField(
        label=_("These entries are published already; others may read them in our public directory too"),
        required=False,
        widget=Tick(),
    )

    def clean_file(self) -> Any:
        """The file, when it is not too large to be one."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(
                _("This file is larger than 60 MB. Please take it in by the command line.")
            )
        return file
