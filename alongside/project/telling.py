"""What the house tells whoever keeps it: that it lives, one line a request, and numbers. Never a word, never who.

A route's name stands for an address, since an address names a person. Of a library's own message only its
place is told, since it may quote one.
"""

import json
import logging
import uuid
from collections.abc import Callable
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram

from alongside import clock
from alongside.access.doors import public
from alongside.project import numbers

Answer = Callable[[HttpRequest], HttpResponse]
METHODS = ("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE")

log = logging.getLogger("alongside.requests")
_numbers = CollectorRegistry()
ANSWERS = Counter("alongside_answers", "Pages answered", ("method", "route", "status"), registry=_numbers)
SECONDS = Histogram(
    "alongside_answer_seconds",
    "How long a page took",
    ("route",),
    registry=_numbers,
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
QUERIES = Counter("alongside_queries", "Statements sent to the database", ("route",), registry=_numbers)


class Lines(logging.Formatter):
    """One line of JSON for each thing told."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "at": clock.wall().isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
        }
        if record.exc_info and record.exc_info[0] is not None:
            kind, _value, trace = record.exc_info
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            told["error"] = kind.__name__
            told["place"] = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
        elif record.name.startswith("alongside."):
            told |= getattr(record, "told", None) or {"said": str(record.msg)}
        else:
            told["place"] = f"{record.module}:{record.lineno}"
            if action := getattr(record, "action", ""):
                told["action"] = action
        return json.dumps(told)


class TellingMiddleware:
    """Counts and times every answer, and gives it a number by which it is found in the log."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun, number, asked = perf_counter(), uuid.uuid4().hex[:16], 0

        def count(execute: Any, *args: Any) -> Any:
            nonlocal asked
            asked += 1
            return execute(*args)

        with connection.execute_wrapper(count):
            response = self.get_response(request)
        response["X-Request-Id"] = number
        if not request.path.startswith(settings.STATIC_URL):
            self._tell(request, response, number, perf_counter() - begun, asked)
        return response

    @staticmethod
    def _tell(request: HttpRequest, response: HttpResponse, number: str, took: float, asked: int) -> None:
        found = getattr(request, "resolver_match", None)
        route = (found.view_name if found else "") or EARLY_NAMES.get(request.path, "nowhere")
        method = request.method if request.method in METHODS else "other"
        ANSWERS.labels(method, route, str(response.status_code)).inc()
        SECONDS.labels(route).observe(took)
        QUERIES.labels(route).inc(asked)
        numbers.write_soon(_numbers, settings.NUMBERS)
        log.info(
            "answered",
            extra={
                "told": {
                    "request": number,
                    "method": method,
                    "route": route,
                    "status": response.status_code,
                    "ms": round(took * 1000, 1),
                    "queries": asked,
                }
            },
        )


@public(because="a load balancer asks whether this process lives, and hears nothing else")
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """This process answers."""
    return HttpResponse("ok", content_type="text/plain")


@public(because="a load balancer asks whether pages can be served, and hears yes or no")
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers, and its walls stand."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("select access.actor()")
    except DatabaseError:
        connection.close()
        return HttpResponse("not ok", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")


@public(because="numbers for whoever holds the metrics key; nobody else finds anything here")
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Numbers in Prometheus's form, of every web process where they share a folder."""
    told = request.headers.get("Authorization", "")
    if not settings.KEYS.has("metrics.key"):  # a door that is given no such key tells no numbers
        return HttpResponse(status=404)
    if not constant_time_compare(told, f"Bearer {settings.KEYS.read('metrics.key')}"):
        return HttpResponse(status=404)
    return HttpResponse(numbers.added_up(_numbers, settings.NUMBERS), content_type=CONTENT_TYPE_LATEST)


EARLY = {"/health/live": live, "/health/ready": ready, "/metrics": metrics}
EARLY_NAMES = {path: path.strip("/").replace("/", "_") for path in EARLY}


class EarlyMiddleware:
    """Answers these addresses before the wall, so that they answer while the database does not."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        view = EARLY.get(request.path)
        return self.get_response(request) if view is None else view(request)


__all__ = ["EARLY", "EarlyMiddleware", "Lines", "TellingMiddleware"]
