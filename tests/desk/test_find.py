"""Finding while typing: the hits alone, and the only one opens."""

from tests import cast
from tests.desk import make


def test_the_hits_come_alone_and_no_more_than_fit() -> None:
    for number in range(12):
        make.person(f"Heron {number:02}", backup=None)
    make.person("Maple")
    page = cast.signed_in(cast.CM1).post("/search/", {"q": "heron", "typing": "1"}).content.decode()
    assert "<html" not in page and "Maple" not in page
    assert page.count("<li>") == 8


def test_from_the_bar_the_only_hit_opens_and_several_are_shown() -> None:
    one = make.person("Heron")
    client = cast.signed_in(cast.CM1)
    answer = client.post("/search/", {"q": "hero", "open": "1"})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/people/{one}/")
    make.person("Heroine")
    page = client.post("/search/", {"q": "hero", "open": "1"}).content.decode()
    assert "Heron" in page and "Heroine" in page
    assert client.post("/search/", {"q": "zzz", "open": "1"}).status_code == 200


def test_the_page_still_asks_first_without_a_script() -> None:
    make.person("Heron")
    answer = cast.signed_in(cast.CM1).post("/search/", {"q": "hero"})
    assert answer.status_code == 200 and "Heron" in answer.content.decode()


def test_the_key_can_be_turned_off_and_on_again() -> None:
    client = cast.signed_in(cast.CM1)
    assert "data-key" in client.get("/people/").content.decode()
    for wish, there in (("off", False), ("nonsense", False), ("on", True)):
        assert client.post("/language/", {"find_key": wish, "next": "/people/"}).url == "/people/"
        assert ("data-key" in client.get("/people/").content.decode()) == there
