"""Made-up words. Nobody is meant: syllables for aliases, plain sentences for notes."""

import random

_BEGIN = ("Ma", "Lin", "Ju", "Peb", "Har", "Sol", "Ri", "Wil", "Ces", "Fen", "Lo", "Tam", "Bri", "Os", "Eda")
_MIDDLE = ("ra", "de", "ni", "vo", "la", "mi", "su", "te", "ro", "ka")
_END = ("ple", "den", "per", "ble", "bor", "ne", "lia", "wan", "dar", "mer", "sha", "tén", "ño")
_PIECES = (
    "We met at the usual place and talked about the week.",
    "I texted once, as agreed, and said there is no need to answer.",
    "We sat with the letter from the office and read it line by line.",
    "The clinic called back; the place on their list is kept.",
    "They said: “I slept through the night.”",
    "We went to the counter together and waited for the number.",
    "I listened. Nothing had to be decided.",
    "We moved one step to together and set the other aside.",
    "Bus, tea, and the long way round by the river.",
    "Rang the shelter for them; no bed tonight, I wrote the gap down.",
)
RARE = "a blue umbrella by the door"  # stands in few notes, so that a search has something to find


def alias(chance: random.Random) -> str:
    """An alias of some seven letters."""
    return chance.choice(_BEGIN) + chance.choice(_MIDDLE) + chance.choice(_END)


def sentences(chance: random.Random, least: int = 1, most: int = 5) -> str:
    """Some sentences, as a note has them."""
    return " ".join(chance.choice(_PIECES) for _each in range(chance.randint(least, most)))
