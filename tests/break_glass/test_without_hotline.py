"""Where the agency has no hotline somebody is on call all the same: what the night leads to opens, and no button leads
to a call that is not logged there."""

from tests import cast
from tests.agency.test_modules import leave_off
from tests.break_glass.make import known, on_call, opened


def test_with_the_hotline_turned_off_the_night_opens_what_it_opened() -> None:
    about, brief = known()
    on_call()
    leave_off("hotline")
    client = cast.signed_in(cast.ON_CALL)
    assert f"/on-call/briefs/{brief}/" in client.get("/").content.decode()
    assert opened(cast.ON_CALL, brief) == 302
    assert "no knocking" in client.get(f"/on-call/briefs/{brief}/").content.decode()
    assert "She brought the letter." in client.get(f"/people/{about}/timeline/").content.decode()
    find = client.get("/on-call/briefs/")
    nothing = client.post("/on-call/briefs/", {"alias": "Nobody", "word": "wrong word"}, follow=True)
    for answer in (find, nothing):
        page = answer.content.decode()
        assert answer.status_code == 200 and "Log a call" not in page and "says-known" not in page
    assert "No record opened" in nothing.content.decode()
    assert client.get("/on-call/says-known/").status_code == 403
    for stranger in (cast.CM3, cast.DIRECTOR, cast.ADMIN):
        assert cast.signed_in(stranger).get(f"/on-call/briefs/{brief}/").status_code == 403
