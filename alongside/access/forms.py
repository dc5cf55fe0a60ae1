"""The forms that ask for a code, with our own limits: not by account alone, as allauth's are."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django import forms

from alongside.access.tries import Try


class _Counted(forms.Form):
    """Counts wrong codes, and looks at none after too many."""

    user: Any

    def clean_code(self) -> str:
        """The code, if it is right."""
        this = Try.by(context.request, self.user.username)
        if this.code_is_refused():
            raise get_adapter().validation_error("too_many_codes")
        try:
            code: str = super().clean_code()  # type: ignore[misc]
        except forms.ValidationError:
            this.code_went_wrong()
            raise
        return code


class CodeForm(_Counted, AuthenticateForm):  # type: ignore[misc]
    """A code after the password."""


class CodeAgainForm(_Counted, ReauthenticateForm):  # type: ignore[misc]
    """A code once more, before something that matters."""
