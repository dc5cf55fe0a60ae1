"""What is asked about a referral, a waiting list, the first steps there, an answer and a barrier."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.consent.choices import OF_A_WAY, Method, Purpose
from alongside.referrals import rules
from alongside.referrals.choices import TURNS, Answer, Rhythm, State, Stuck, System, Way
from alongside.ui.forms import DayField, KindForm, MomentField, WordsField
from alongside.ui.widgets import Chips, ChipsMany, Day, Pick, Tick

if TYPE_CHECKING:
    from alongside.consent.models import InformationKind
    from alongside.partners.models import Service

KEPT_INSIDE = _("Kept on our own pages; it does not go out.")
WAYS = [each for each in Method.choices if each[0] != Method.FILE]
WITHOUT_A_PAGE = [each for each in WAYS if each[0] != Method.WORKSPACE]
NOBODY_SIGNS_IN = _("Nobody there signs in here yet, so it cannot stand on a page of theirs.")


class ReferralForm(KindForm):
    """A referral as it is thought of. Whom it goes to is enough to keep it."""

    agency = forms.ChoiceField(required=False, widget=Pick, label=_("To which partner"))
    provider = WordsField(theirs=False, label=_("Or to whom, by name and place"))
    need = WordsField(rows=2, label=_("What for, in their words"), help_text=KEPT_INSIDE)
    fit = WordsField(
        label=_("What makes it fit for them"), help_text=_("They choose: this place, another, or none.")
    )
    ways = forms.MultipleChoiceField(
        required=False, choices=Way, widget=ChipsMany, label=_("How we go with them")
    )
    together_at = MomentField(
        required=False,
        label=_("When we do it together"),
        help_text=_("It goes into the calendar when the referral is sent."),
    )
    information = forms.MultipleChoiceField(
        required=False,
        widget=ChipsMany,
        label=_("What it tells"),
        help_text=_("Tick what stands in the text."),
    )
    purpose = forms.ChoiceField(required=False, choices=OF_A_WAY, widget=Pick, label=_("What it is for"))
    method = forms.ChoiceField(required=False, choices=WAYS, widget=Pick, label=_("How it goes out"))
    text = WordsField(
        theirs=False,
        rows=6,
        label=_("The text"),
        help_text=_("They see or hear it before it goes out. How we go with them is added at its end."),
    )
    cost = WordsField(theirs=False, label=_("What it costs"))
    who_pays = WordsField(theirs=False, label=_("Who pays"))
    called = WordsField(
        theirs=False,
        label=_("What we call it on their own pages"),
        help_text=_("Words that tell others little: the clinic, the office."),
    )
    can_see = forms.BooleanField(
        required=False, widget=Tick, label=_("It is safe to show this on their own pages")
    )

    STEPS = (
        (_("To whom, and how we go"), ("agency", "provider", "need", "fit", "ways", "together_at")),
        (_("What goes out"), ("information", "purpose", "method", "text")),
        (_("Cost, and their own pages"), ("cost", "who_pays", "called", "can_see")),
    )

    def __init__(
        self,
        *args: Any,
        kinds: "Iterable[InformationKind]",
        agencies: Iterable[tuple[str, str]],
        pages: Mapping[UUID, str],
        service: "Service | None" = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.service, self.pages = service.pk if service else None, pages
        self.partner = service.organization.agency_id if service else None
        fields: Any = self.fields
        fields["information"].choices = [(kind.key, kind.called) for kind in kinds]
        fields["agency"].choices = [("", _("Somebody else")), *agencies]
        self._offer_a_page(dict(fields["agency"].choices))
        if service:
            del self.fields["agency"], self.fields["provider"]

    def _offer_a_page(self, names: dict[str, Any]) -> None:
        """A page of theirs is a way out where somebody there signs in; else it is said why it is not among these."""
        method: Any = self.fields["method"]
        if self.service:
            who = self.pages.get(self.partner) if self.partner else None
            told = _("On their own page: %(who)s reads it there while the permission stands.") % {"who": who}
        else:
            who = ", ".join(names[str(each)] for each in self.pages if str(each) in names)
            told = _("A page of their own is open to: %(who)s.") % {"who": who}
        method.help_text = told if who else NOBODY_SIGNS_IN
        if not who:
            method.choices = WITHOUT_A_PAGE

    def clean(self) -> None:
        """A page of theirs needs somebody there who signs in."""
        said = self.cleaned_data
        partner = str(self.partner or "") if self.service else said.get("agency", "")
        if said.get("method") == Method.WORKSPACE and partner not in map(str, self.pages):
            self.add_error("method", NOBODY_SIGNS_IN)

    def drafted(self, goal: UUID | None = None, instead_of: UUID | None = None) -> rules.Drafted:
        """What was said, as the act takes it."""
        said = self.cleaned_data
        words = {
            name: said.get(name) or ""
            for name in ("provider", "called", "need", "fit", "text", "cost", "who_pays")
        }
        return rules.Drafted(
            **words,
            service=self.service,
            agency=UUID(said["agency"]) if said.get("agency") else None,
            ways=tuple(said["ways"]),
            together_at=said["together_at"],
            information=tuple(said["information"]),
            purpose=said["purpose"] or Purpose.SERVICE,
            method=said["method"] or Method.LETTER,
            goal=goal,
            instead_of=instead_of,
            can_see=said["can_see"],
        )


class WaitingForm(KindForm):
    """A place on a waiting list, when it is joined and each time we ask."""

    joined_on = DayField(
        required=False,
        label=_("Joined on"),
        help_text=_("Today, unless you say another day. It stays, whatever comes."),
    )
    said_wait = WordsField(theirs=False, label=_("How long they say it takes"))
    every_days = forms.TypedChoiceField(
        required=False,
        choices=Rhythm,
        coerce=int,
        empty_value=None,
        widget=Chips(take_back=True),
        label=_("How often we ask"),
    )
    next_on = DayField(
        required=False, label=_("Or ask on this day"), help_text=_("It comes up on Today then.")
    )
    interim = WordsField(
        theirs=False,
        rows=2,
        label=_("What helps meanwhile"),
        help_text=_("Who is there until a place is free."),
    )
    offer = WordsField(theirs=False, label=_("What they have offered"))
    words = WordsField(theirs=False, rows=2, label=_("What they said today"))

    def __init__(self, *args: Any, joined: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if joined:
            del self.fields["joined_on"]
            self.order_fields(["words", "offer"])

    def waited(self) -> rules.Waited:
        """What was said, as the act takes it."""
        names = rules.Waited.__dataclass_fields__
        return rules.Waited(**{name: self.cleaned_data[name] for name in names if name in self.cleaned_data})


class WarmForm(KindForm):
    """The steps of a warm connection; their view is asked."""

    introduced_on = DayField(required=False, label=_("We introduced them on"))
    first_contact_on = DayField(required=False, label=_("First contact on"))
    went = WordsField(
        rows=2,
        label=_("How it went, in their words"),
        help_text=_("Sealed: only who walks with them reads it."),
    )
    follow_up_on = DayField(required=False, label=_("We ask again on"))

    def warm(self) -> rules.Warm:
        """What was said, as the act takes it."""
        return rules.Warm(**{name: self.cleaned_data[name] for name in rules.Warm.__dataclass_fields__})


class TurnForm(KindForm):
    """Where a referral is now: where it stands comes first, and is what stays unless another is chosen."""

    state = forms.ChoiceField(required=False, widget=Chips, label=_("Status"))
    words = WordsField(theirs=False, label=_("In a few words, if you like"))

    def __init__(self, *args: Any, stands: State, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", "turn-%s")
        super().__init__(*args, initial={"state": stands}, **kwargs)
        now = _("%(state)s (now)") % {"state": stands.label}
        others = [(each, each.label) for each in TURNS if each != stands]
        self.fields["state"].choices = [(stands, now), *others]  # type: ignore[attr-defined]


class AnswerForm(KindForm):
    """What the other side said."""

    answer = forms.ChoiceField(required=False, choices=Answer, widget=Chips, label=_("What they say"))
    words = WordsField(theirs=False, rows=2, label=_("In a few words"))


class BarrierForm(KindForm):
    """What is stuck in a system."""

    system = forms.ChoiceField(required=False, choices=System, widget=Chips, label=_("Which system"))
    stuck = forms.ChoiceField(required=False, choices=Stuck, widget=Chips, label=_("What is stuck there"))
    what = WordsField(
        theirs=False,
        rows=2,
        label=_("What happens there"),
        help_text=_("What the system does; never what somebody did or did not do."),
    )
    tried = WordsField(theirs=False, rows=2, label=_("What we tried"))
