"""The component gallery, for those who build pages: every component, by day, by night, from the right.

It shows made-up words only and reads nothing. Open it in the demo at /gallery/, with ?theme=dark or ?dir=rtl.
"""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib.messages import get_messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from alongside import clock
from alongside.ui import widgets
from alongside.ui.forms import DayField, KindForm, WordsField, how_to_ask
from alongside.ui.frame import framed
from alongside.ui.undo import say

HUES = ("new", "steady", "close", "distant", "quiet", "returning")


class SampleForm(KindForm):
    """One of every question."""

    alias = forms.CharField(label="Alias", max_length=40, widget=widgets.Line(theirs=True))
    called = how_to_ask(
        WordsField(label="What would you like us to call you?", help_text="Any name."),
        "Say your own name first. Then ask which name they would like, today.",
    )
    health = how_to_ask(
        WordsField(label="Anything about your health we should know to be useful?"),
        "Ask only if it helps with what they came for.",
        gently=True,
    )
    skip = forms.ChoiceField(
        label="Or",
        required=False,
        choices=[("rather_not", "Rather not"), ("not_now", "Not now"), ("ask_later", "Ask me later")],
        widget=widgets.Chips(take_back=True),
    )
    happened = WordsField(label="What happened", theirs=False, rows=3)
    services = forms.MultipleChoiceField(
        label="Services given",
        required=False,
        choices=[("ride", "A ride"), ("letter", "A letter"), ("interpreter", "An interpreter")],
        widget=widgets.ChipsMany,
    )
    day = DayField(label="Day", required=False, widget=widgets.Day)
    language = forms.ChoiceField(
        label="Language", required=False, choices=[("am", "Amharic"), ("ar", "Arabic")], widget=widgets.Pick
    )
    share = forms.BooleanField(label="Share this with the participant", required=False, widget=widgets.Tick)


def _rows() -> list[dict[str, Any]]:
    return [
        {
            "name": "Lantern", "url": "#", "hue": "s-new", "chip": "first meeting, 10:00",
            "why": "Interpreter: a woman, by phone, not from here. Never call after 6 PM.",
            "words": "“a room with a lock”, “my tooth”", "act_url": "#", "act_label": "Prepare",
        },
        {
            "name": "Harbor", "url": "#", "hue": "s-quiet", "chip": "quiet for a while", "chip_kind": "calm",
            "why": "A gentle hello was agreed for about now.", "act_url": "#", "act_label": "Write it",
        },
        {
            "name": "Lantern, welcome", "mark_text": "10:00", "why": "Room 2.",
            "act_url": "#", "act_label": "We met",
        },
    ]  # fmt: skip


def sample_frame(theme: str = "") -> dict[str, Any]:
    """A frame with everything in it, for the gallery and for tests of the look."""
    return framed(
        {
            "umbrella": "Riverbend Community Services",
            "demo": True,
            "clock_banner": clock.now(),
            "nav": [
                {"label": label, "url": "#", "current": label == "Today"}
                for label in ("Today", "People", "Partners", "Practice", "Program")
            ],
            "search_url": "/people/",
            "note_url": "/note/",
            "on_call": "advocate, until 8:00",
            "on_call_url": "/on-call/",
            "languages": [
                {"code": "en", "name": "English", "current": True},
                {"code": "es", "name": "Español", "current": False},
            ],
            "language_url": "/language/",
            "me": "R. Okafor",
            "menu": [
                {"label": _("My sign-ins"), "url": "#", "post": False},
                {"label": _("Sign out"), "url": "/sign-out/", "post": True},
            ],
            "lock_url": "/lock/",
            "draft_url": "/drafts/",
            "idle_seconds": 900,
            "theme": theme,
        }
    )


HEAD: dict[str, Any] = {
    "name": "Lantern",
    "url": "#",
    "is_home": False,
    "young": True,
    "rule": "Text only, before 6 PM",
    "more": ["Say “Riverbend”.", "Code word first."],
    "checked": "Checked 12 days ago",
    "reach": ("#", "Call or write"),
    "critical": ("Critical period through May 10", "#"),
    "wishes": "a woman, by phone",
    "who": "she · Amharic, some English",
    "state": ("Active", "#"),
    "team": "Case manager: you",
    "facts": [
        {"label": "Say", "ours": "Riverbend, about your appointment"},
        {"label": "What helps", "words": "ሻይ, sitting near a door"},
        {"label": "If I go quiet", "words": "رسالة واحدة ثم انتظروا"},
        {"label": "What does not", "words": ""},
    ],
}
UNASKED = {
    **HEAD,
    **{
        "name": "Willow",
        "young": False,
        "rule": "Nobody has told us how to reach them safely yet",
        "more": [],
    },
    **{"checked": "", "critical": ("", ""), "wishes": "", "facts": HEAD["facts"][3:]},
}
NOT_FITTING = {
    "alias": "x" * 50,
    "called": "ሻይ, أم خالد, Ñandú",
    "skip": "not_now",
    "day": "soon",
    "share": "on",
}
# In which state of a question each of the sample's questions is shown.
STATES = [
    ("a line", "alias"),
    ("a blank", "called"),
    ("a blank", "health"),
    ("pills", "skip"),
    ("a blank", "happened"),
    ("several", "services"),
    ("a day", "day"),
    ("a list", "language"),
    ("a tick", "share"),
]
PLACES = (
    "Together",
    "Circle",
    "Referrals",
    "Money & clocks",
    "Legal",
    "Safety plan",
    "Sharing",
    "Questions",
    "Record",
)


def _ribbon(now: datetime) -> dict[str, Any]:
    seasons = [
        ("new", 0, 80),
        ("steady", 80, 220),
        ("quiet", 300, 90),
        ("returning", 390, 80),
        ("close", 470, 130),
    ]
    stretches = [
        {
            "hue": f"s-{hue}",
            "label": hue.capitalize(),
            "x": x,
            "width": width,
            "share": width // 50,
            "begins": now - timedelta(days=600 - x),
            "ends": now - timedelta(days=600 - x - width) if hue != "close" else None,
        }
        for hue, x, width in seasons
    ]
    return {"years": [(2027, 0), (2028, 360)], "stretches": stretches, "newest_first": stretches[::-1]}


def gallery(request: HttpRequest) -> HttpResponse:
    """Every component and state on one page; there is none in an installation that serves people."""
    if not clock.may_be_set():
        raise Http404
    now = clock.now()
    if not list(get_messages(request)):
        say(request, "The note is saved.", undo_url="/gallery/")
    theme = request.GET.get("theme", "")
    context = {
        "sample": sample_frame(theme if theme in ("dark", "light") else ""),
        "direction": "rtl" if request.GET.get("dir") == "rtl" else "ltr",
        "form": SampleForm(initial={"draft": "gallery"}),
        "answered": SampleForm(NOT_FITTING, auto_id="answered_%s"),
        "unnamed": SampleForm({}, auto_id="unnamed_%s"),
        "states": STATES,
        "rows": _rows(),
        "head": HEAD,
        "unasked": UNASKED,
        "places": [(name.lower(), "#", name) for name in PLACES],
        "ribbon": _ribbon(now),
        "hues": HUES,
        "moments": [now, now - timedelta(days=1), now - timedelta(days=19), now - timedelta(days=500)],
        "years": [2028, 2027],
        "middle": Paginator(range(9), 3).page(2),
        "whole": Paginator(range(2), 3).page(1),
        "changed": ({"name": "M. Silva"}, now),
        "words": "“I want to say yes myself.”\nእኔ ራሴ አዎ ማለት እፈልጋለሁ\nأريد أن أقول نعم بنفسي",
    }
    return render(request, "ui/gallery.html", context)
