"""The floors that the house is compared with: lean Django without a wall, a seal or a trail.

An empty view, a list page of fifty rows behind a session and an account, and a form that inserts one row. The same
framework, server, database and machine; nothing of ours. Served by `gunicorn bench.floors:application`.
"""

import os
import uuid
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

ROWS = 50
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>People</title></head><body>
<nav>{% for place in places %}<a href="/{{ place }}/">{{ place }}</a>{% endfor %} {{ request.user.username }}</nav>
<main><h1>People</h1>{% for row in rows %}<div class="row"><a href="/people/{{ row.pk }}/">{{ row.alias }}</a>
<span class="chip">{{ row.state }}</span><p>{{ row.words }}</p><time>{{ row.at|date:"j F Y" }}</time></div>
{% endfor %}</main><form method="post" action="/insert/">{% csrf_token %}<textarea name="happened"></textarea>
<button>Save</button></form></body></html>"""


def database() -> dict[str, Any]:
    """The lean database beside the house's own, reached by the same socket."""
    parts = urlsplit(os.environ["FLOORS_DATABASE"])
    asked = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": parts.username,
        "PASSWORD": parts.password,
        "HOST": asked["host"],
        "PORT": asked["port"],
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


if not settings.configured:
    settings.configure(
        SECRET_KEY="of the floors alone",
        ALLOWED_HOSTS=["desk.localhost"],
        ROOT_URLCONF=__name__,
        DATABASES={"default": database()},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                    ],
                    "loaders": [("django.template.loaders.locmem.Loader", {"list.html": PAGE})],
                },
            }
        ],
        USE_TZ=True,
    )
    django.setup()

from django.contrib.auth.decorators import login_required  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.shortcuts import redirect, render  # noqa: E402
from django.utils import timezone  # noqa: E402


class Person(models.Model):
    """A plain row about somebody made up."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    alias = models.TextField()
    state = models.TextField()
    words = models.TextField()
    at = models.DateTimeField()
    worker = models.IntegerField(db_index=True)
    objects: models.Manager["Person"] = models.Manager()

    class Meta:
        app_label = "floors"


class Note(models.Model):
    """A plain note."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    at = models.DateTimeField(db_index=True)
    happened = models.TextField()
    objects: models.Manager["Note"] = models.Manager()

    class Meta:
        app_label = "floors"


def empty(request: HttpRequest) -> HttpResponse:
    """Nothing at all."""
    return HttpResponse("")


@login_required
def people(request: HttpRequest) -> HttpResponse:
    """Fifty rows of one worker."""
    rows = list(Person.objects.filter(worker=1).order_by("-at")[:ROWS])
    return render(request, "list.html", {"rows": rows, "places": ("today", "people", "practice", "program")})


@login_required
@transaction.atomic
def insert(request: HttpRequest) -> HttpResponse:
    """One row more."""
    person = Person.objects.filter(worker=1).order_by("-at")[0]
    Note.objects.create(person=person, at=timezone.now(), happened=request.POST["happened"])
    return redirect("/list/")


urlpatterns = [path("empty/", empty), path("list/", people), path("insert/", insert)]
application = get_wsgi_application()
__all__ = ["Note", "Person", "application", "connection", "timezone"]
