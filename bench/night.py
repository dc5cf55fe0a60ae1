"""Whether an answer at night tells by its time if it was right: an alias and a code word, right and wrong by turns.

`compared` is run as somebody on call, inside a transaction; each try is taken back, so that five a shift are no bound.
"""

import statistics
import time
import uuid
from contextlib import suppress

from django.db import transaction

from alongside.access.actor import Actor
from alongside.break_glass.actions import try_code_word

TIMES = 500


class _TakenBack(Exception):
    """The try was only to see how long it takes."""


def _took(by: Actor, alias: str, word: str) -> float:
    begun = time.perf_counter()
    with suppress(_TakenBack), transaction.atomic():
        try_code_word(by=by, attempt=uuid.uuid4(), alias=alias, word=word)
        took = time.perf_counter() - begun
        raise _TakenBack
    return took


def compared(by: Actor, alias: str, word: str, times: int = TIMES) -> dict[str, float]:
    """Medians of a right and a wrong answer and how far the middle half of each is spread, in milliseconds."""
    wrong = word[::-1] + "x"
    _took(by, alias, word), _took(by, alias, wrong)
    pairs = [(_took(by, alias, word), _took(by, alias, wrong)) for _each in range(times)]
    found: dict[str, float] = {}
    for name, taken in zip(("right", "wrong"), zip(*pairs, strict=True), strict=True):
        first, middle, third = (1000 * each for each in statistics.quantiles(taken, n=4))
        found |= {name: middle, f"{name} spread": third - first}
    return found
