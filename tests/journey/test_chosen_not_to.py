"""What somebody chose not to share at the intake is not asked for again on another form."""

from alongside.journey.rules import Said
from alongside.participants.models import Details
from tests import cast
from tests.journey import make

SKIPPED = "If they bring it up themselves"


def test_a_question_skipped_at_the_intake_stays_skipped_on_about() -> None:
    ref = make.person()
    client = cast.signed_in(cast.CM1)
    assert SKIPPED not in make.page(client, ref, "about/")
    make.tell(ref, "how-i-am", pronouns=Said("", "rather_not"))
    page = make.page(client, ref, "about/")
    pronouns = page.split('name="pronouns"')[0].rsplit("<p>", 1)[1]
    assert "Chose not to share" in pronouns and SKIPPED in pronouns
    assert page.count(SKIPPED) == 1 and 'name="languages"' in page
    # Left as it is, it stays their choice; said after all, it is written as any other word.
    client.post(f"/people/{ref}/about/", {"version": "0", "languages": "አማርኛ"})
    assert "Chose not to share" in make.page(client, ref, "about/")
    client.post(f"/people/{ref}/about/", {"version": "1", "languages": "አማርኛ", "pronouns": "she"})
    with cast.acting(cast.CM1):
        assert Details.objects.get().pronouns == "she"
    page = make.page(client, ref, "about/")
    assert "Chose not to share" not in page and SKIPPED not in page
