"""Nothing stays in the browser: every cookie goes with it."""

from tests import cast
from tests.access.test_doors import code_of, sign_in


def test_every_cookie_ends_with_the_browser() -> None:
    client = cast.nobody()
    client.get("/sign-in/")
    client.post("/language/", {"language": "es", "next": "/sign-in/"})
    signed_in = cast.signed_in(cast.CM1)
    signed_in.get("/")
    signed_in.get("/me/sessions/")
    sign_in(client, cast.CM1)
    client.post("/sign-in/code/", {"code": code_of(cast.CM1)})
    found = {**signed_in.cookies, **client.cookies}
    assert {"desk_token", "desk_language", "desk_session", "desk_device"} == set(found)
    assert {name for name, each in found.items() if each["max-age"] or each["expires"]} == set()


def test_the_language_is_kept_while_the_browser_is_open() -> None:
    client = cast.nobody()
    client.post("/language/", {"language": "es", "next": "/sign-in/"})
    assert 'lang="es"' in client.get("/sign-in/").content.decode()
