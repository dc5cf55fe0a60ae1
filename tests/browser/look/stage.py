"""A small stage for the look alone: its pages with a made-up frame, and a server that only listens.

Run as a program with a port. What was sent to it can be read at /log/; ?draft=500 there makes it fail.
"""

import os
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from jinja2 import StrictUndefined

ROOT = Path(__file__).resolve().parents[3]
LOG: list[tuple[str, dict[str, Any]]] = []
ANSWERS = {"draft": 204}


def frame(request: HttpRequest) -> dict[str, Any]:
    """A frame whose idle time a test may choose."""
    from alongside.ui.views import sample_frame

    return {
        "frame": {
            **sample_frame(request.GET.get("theme", "")),
            "idle_seconds": request.GET.get("idle", "900"),
        },
        "nearly_full": False,
    }


def draft(request: HttpRequest) -> HttpResponse:
    """Take a draft, or fail as asked."""
    LOG.append(("draft", request.POST.dict()))
    return HttpResponse(status=ANSWERS["draft"], headers={"X-Kept": "10%3A42%20AM"})


def lock(request: HttpRequest) -> HttpResponse:
    """Take note of a lock."""
    LOG.append(("lock", {}))
    return HttpResponse(status=204)


def unlock(request: HttpRequest) -> HttpResponse:
    """Open for one password."""
    good = request.POST.get("password") == "an open door"
    LOG.append(("open", {"ok": good}))
    return JsonResponse({"ok": good}, status=200 if good else 403)


def note(request: HttpRequest) -> HttpResponse:
    """A note with a few questions."""
    from django.shortcuts import redirect, render

    from alongside.ui.views import SampleForm

    if request.method == "POST":
        LOG.append(("note", request.POST.dict()))
        # As the product does: what was saved leads on, and a page that waits is told where to.
        if request.headers.get("X-Sent-Ahead"):
            return HttpResponse(status=204, headers={"X-Go-To": "/note/?kept"})
        return redirect("/note/?kept")
    if "kept" in request.GET:
        return render(request, "stage_kept.html")
    return render(request, "stage_note.html", {"form": SampleForm(initial={"draft": "note"})})


def log(request: HttpRequest) -> HttpResponse:
    """What was sent so far."""
    ANSWERS["draft"] = int(request.GET.get("draft", ANSWERS["draft"]))
    return JsonResponse(LOG, safe=False)


def held(request: HttpRequest) -> HttpResponse:
    """A form that is always given back."""
    from alongside.ui.held import hold

    return hold(request, "This page had been open for a long time.", "Send it again.", 200)


def page(name: str) -> Any:
    """A view that shows a template."""
    from django.shortcuts import render

    return lambda request: render(request, name)


def set_up() -> None:
    """Settings of the stage: no database, no other room, the real headers."""
    settings.configure(
        SECRET_KEY="a stage",
        MODE="test",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        INSTALLED_APPS=["alongside.ui", "django.contrib.messages", "django.contrib.staticfiles"],
        MIDDLEWARE=[
            "alongside.project.headers.HeadersMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
        ],
        MESSAGE_STORAGE="django.contrib.messages.storage.cookie.CookieStorage",
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.jinja2.Jinja2",
                "DIRS": [Path(__file__).parent / "templates"],
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.messages.context_processors.messages",
                        f"{__name__}.frame",
                    ],
                    "environment": "alongside.ui.jinja.environment",
                    "extensions": ["jinja2.ext.i18n"],
                    "undefined": StrictUndefined,
                    "lstrip_blocks": True,
                },
            },
        ],
        FORM_RENDERER="alongside.ui.forms.Renderer",
        CSRF_FAILURE_VIEW="alongside.ui.held.csrf_failure",
        STATIC_URL="/s/",
        STATICFILES_DIRS=[ROOT / "build" / "assets"],
        USE_TZ=True,
        TIME_ZONE="America/New_York",
    )
    django.setup()


def addresses() -> list[Any]:
    """Where everything on the stage is."""
    from django.contrib.staticfiles.views import serve
    from django.urls import include, path, re_path

    from alongside.ui.views import gallery

    return [
        path("gallery/", gallery),
        path("note/", note),
        # Every frame asks where the languages are.
        path("language/", include(([path("", log, name="language")], "access"))),
        path("sign-out/", log, name="account_logout"),
        path("drafts/", draft),
        path("lock/", lock),
        path("lock/open/", unlock),
        path("held/", held),
        path("log/", log),
        path("paper/", page("stage_paper.html")),
        path("nothing/", page("404.html")),
        path("trouble/", page("500.html")),
        re_path(r"^s/(?P<path>.*)$", serve, {"insecure": True}),
    ]


class Threads(ThreadingMixIn, WSGIServer):
    """Answers several tabs at once."""

    daemon_threads = True


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_given: Any) -> None:
        """Be silent."""


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    set_up()
    from django.core.wsgi import get_wsgi_application

    urlpatterns = addresses()
    make_server("127.0.0.1", int(sys.argv[1]), get_wsgi_application(), Threads, Quiet).serve_forever()
