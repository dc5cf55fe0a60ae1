"""A way on is shown only to whoever may go it."""

from tests import cast


def test_whoever_brings_nothing_to_supervision_is_not_shown_the_way() -> None:
    shown = cast.signed_in(cast.ADVISER).get("/what-next/").content.decode()
    assert "Bring it to supervision" not in shown
    assert "Bring it to supervision" in cast.signed_in(cast.CM1).get("/what-next/").content.decode()
