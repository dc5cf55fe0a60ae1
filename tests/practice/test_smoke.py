from tests import cast
from tests.people import lantern
from tests.practice import make


def test_smoke():
    lantern()
    b = make.brought()
    s = make.session()
    assert make.comes(s)
    make.scenario(s)
    c = cast.signed_in(cast.CM1)
    sup = cast.signed_in(cast.SUPERVISOR)
    assert c.post("/check-ins/new/", {"picked": ["tired", "held"], "words": "long week"}).status_code == 302
    for client in (c, sup):
        for a in (
            "/practice/",
            "/check-ins/",
            "/check-ins/new/",
            "/practice/this-month/",
            "/supervision/",
            "/supervision/bring/",
            f"/supervision/of/{cast.CM1.id}/sheet/",
            f"/supervision/of/{cast.CM1.id}/sheet/print/",
            "/training/",
            f"/training/{s}/",
            "/training/record/new/",
        ):
            r = client.get(a)
            assert r.status_code == 200, (a, r.status_code)
    for a in (
        f"/supervision/of/{cast.CM1.id}/",
        f"/supervision/of/{cast.CM1.id}/bring/",
        f"/supervision/of/{cast.CM1.id}/time/",
        "/training/new/",
        "/training/coverage/",
        "/training/topics/",
        f"/training/{s}/change/",
        f"/training/{s}/scenario/",
    ):
        r = sup.get(a)
        assert r.status_code == 200, (a, r.status_code)
    assert "I carry her" in sup.get(f"/supervision/of/{cast.CM1.id}/").content.decode()
    assert c.post("/practice/this-month/", {"answer": "heavy"}).status_code == 302
    assert sup.post(f"/training/{s}/scenario/approve/", {"version": "1"}).status_code == 302
    assert "lie to a landlord" in c.get(f"/training/{s}/").content.decode()
