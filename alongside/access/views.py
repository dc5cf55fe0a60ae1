"""Locking and unlocking, the first steps of an account, and switching the language."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.access.doors import StaffRequest, public, staff
from alongside.access.roles import Can
from alongside.access.session_store import named
from alongside.access.sessions import mine, others
from alongside.access.tries import Try
from alongside.ui.held import locked, words_waiting


@staff(Can.WORK_HERE, before_second_factor=True, while_locked=True)
@require_POST
def lock(request: Any) -> HttpResponse:
    """Lock this session: the privacy screen, or nobody at the desk for a while."""
    request.session["locked"] = True
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return HttpResponse(status=204)
    return redirect("/")


@staff(Can.WORK_HERE, before_second_factor=True, while_locked=True)
@require_POST
def unlock(request: Any) -> HttpResponse:
    """Open a locked session with the password; words that were on their way wait here."""
    by_script = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    status = 403
    this = Try.by(request, request.user.username)
    if this.comes_again():
        wrong, status = _("Too many tries just now. Please try again in a few seconds."), 429
    elif request.user.check_password(request.POST.get("password", "")):
        request.session.pop("locked", None)
        if by_script:
            return JsonResponse({"ok": True})
        waiting = words_waiting(request)
        return waiting if waiting is not None else redirect(_own(request, request.POST.get("next", "")))
    else:
        this.went_wrong()
        wrong = _("That is not the password of this account.")
    if by_script:
        return JsonResponse({"ok": False, "wrong": wrong}, status=status)
    return locked(request, open_url=reverse("access:unlock"), wrong=wrong)


def _own(request: HttpRequest, path: str) -> str:
    fits = path.startswith("/") and url_has_allowed_host_and_scheme(path, {request.get_host()})
    return path if fits else "/"


@staff(Can.WORK_HERE)
def signed_in(request: StaffRequest) -> HttpResponse:
    """Where one is signed in, and signing out everywhere else."""
    if request.method == "POST":
        others(request).delete()
        messages.success(request, _("You are signed out everywhere else."))
        return redirect("access:signed_in")
    told = {"sessions": mine(), "here": named(request.session.session_key or "")}
    return render(request, "access/signed_in.html", told)


@staff(Can.WORK_HERE, before_second_factor=True)
def second_factor(request: StaffRequest) -> HttpResponse:
    """A second factor is asked of everybody; this is where a new account gets one."""
    if getattr(request, "has_second_factor", False):
        return redirect("/")
    return render(request, "access/second_factor.html")


@public(because="the language is chosen before signing in as well")
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Show everything in another language, or find with the key / or without, from the next page on."""
    code, key = request.POST.get("language", ""), request.POST.get("find_key", "")
    response = redirect(_own(request, request.POST.get("next", "/")))
    wishes = {}
    if translation.check_for_language(code) and code in dict(settings.LANGUAGES):
        wishes[settings.LANGUAGE_COOKIE_NAME] = code
    if key in ("on", "off"):
        wishes[settings.FIND_KEY_COOKIE_NAME] = key
    for name, wish in wishes.items():
        response.set_cookie(name, wish, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax")
    return response
