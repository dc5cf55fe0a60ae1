"""The words that asks choose from."""

from django.db import models
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Where an ask is. Any may follow any other."""

    ASKED = "asked", pgettext_lazy("something for somebody", "Asked for")
    PROMISED = "promised", pgettext_lazy("something for somebody", "Promised")
    HERE = "here", pgettext_lazy("something for somebody", "It is here")
    HANDED_OVER = "handed_over", pgettext_lazy("something for somebody", "Handed over")
    NOT_NEEDED = "not_needed", pgettext_lazy("something for somebody", "No longer needed")


STILL_OPEN = (State.ASKED, State.PROMISED, State.HERE)
OVER = (State.HANDED_OVER, State.NOT_NEEDED)

# What a need may be looked for under in the directory, for the long term; words of ours, the first that is met. The
# words of the need itself go into no address.
LOOKED_FOR: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("dental", ("tooth", "teeth", "dentist", "dental", "muela", "diente", "dentista")),
    ("health", ("doctor", "health", "clinic", "medicine", "glasses", "pregnan", "médic", "salud", "lentes")),
    ("mind", ("counsel", "therap", "sleep", "nightmare", "terapia", "dormir", "pesadilla")),
    ("legal", ("lawyer", "papers", "allowed to stay", "visa", "court", "abogad", "papeles", "juez", "quedarme")),
    ("housing", ("room", "home", "house", "rent", "apartment", "bed", "cuarto", "casa", "renta", "vivir")),
    ("work", ("work", "job", "english", "school", "class", "trabajo", "empleo", "inglés", "escuela", "clase")),
    ("children", ("child", "baby", "daughter", "son", "diaper", "niñ", "bebé", "hij", "pañal")),
    ("money", ("money", "benefit", "bank", "dinero", "beneficio", "banco")),
    ("transport", ("bus", "ride", "bike", "car", "transport", "autobús", "bicicleta")),
    ("food", ("food", "eat", "clothes", "coat", "shoes", "blanket", "comida", "ropa", "abrigo", "zapatos", "cobija")),
    ("community", ("church", "mosque", "temple", "friends", "iglesia", "mezquita", "amig")),
)  # fmt: skip
