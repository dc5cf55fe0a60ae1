"""Addresses of signing in. Each of allauth's views is named here one by one, with who may come in."""

from allauth.account import views as account
from allauth.account.decorators import reauthentication_required
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path

from alongside.access import views
from alongside.access.doors import public, staff
from alongside.access.first_code import or_the_first_set_up
from alongside.access.fresh import with_the_factor
from alongside.access.roles import Can

signing_in = public(because="nobody is signed in before signing in")
own = staff(Can.WORK_HERE)
first_steps = staff(Can.WORK_HERE, before_second_factor=True)
leaving = staff(Can.WORK_HERE, before_second_factor=True, while_locked=True)
# Whoever finds a desk open does not take the codes along.
asked_again = reauthentication_required(app="allauth.mfa")

app_name = "access"

# Allauth reverses its own names, so these stand outside the namespace.
allauth_urls = [
    path("sign-in/", signing_in(or_the_first_set_up(account.login)), name="account_login"),
    path("sign-in/code/", signing_in(factor.authenticate), name="mfa_authenticate"),
    path("sign-in/passkey/", signing_in(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/closed/", signing_in(account.account_inactive), name="account_inactive"),
    path("sign-out/", leaving(account.logout), name="account_logout"),
    path("me/again/", first_steps(with_the_factor(account.reauthenticate)), name="account_reauthenticate"),
    path("me/again/code/", first_steps(factor.reauthenticate), name="mfa_reauthenticate"),
    path(
        "me/again/passkey/", first_steps(webauthn.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"
    ),
    path("me/password/", own(asked_again(account.password_change)), name="account_change_password"),
    path("me/second-factor/", own(factor.index), name="mfa_index"),
    path("me/second-factor/code/", first_steps(totp.activate_totp), name="mfa_activate_totp"),
    path("me/second-factor/code/off/", own(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("me/passkeys/", own(webauthn.list_webauthn), name="mfa_list_webauthn"),
    path("me/passkeys/add/", first_steps(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("me/passkeys/<int:pk>/remove/", own(webauthn.remove_webauthn), name="mfa_remove_webauthn"),
    path("me/passkeys/<int:pk>/edit/", own(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
    path(
        "me/recovery-codes/", own(asked_again(recovery.view_recovery_codes)), name="mfa_view_recovery_codes"
    ),
    path("me/recovery-codes/new/", own(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path(
        "me/recovery-codes/download/",
        own(asked_again(recovery.download_recovery_codes)),
        name="mfa_download_recovery_codes",
    ),
]

urlpatterns = [
    path("lock/", views.lock, name="lock"),
    path("lock/open/", views.unlock, name="unlock"),
    path("me/sessions/", views.signed_in, name="signed_in"),
    path("me/begin/", views.second_factor, name="second_factor"),
    path("language/", views.set_language, name="language"),
]
