"""What they wish of others who know them, and how we show ourselves outside."""

import uuid

from django.db import models
from django.db.models import Q

from alongside.agency.models import Program, Staff
from alongside.consent.choices import Wish
from alongside.keeping.columns import Authored, Removable, Versioned
from alongside.participants.models import OfParticipant
from alongside.partners.models import PartnerAgency
from alongside.vault.codes import Code
from alongside.vault.models import SealedChoice, SealedText


class ProgramInTouch(OfParticipant, Authored, Removable):
    """A program they work with already, and their wish about it. Kept as the participant is; stays in."""

    agency = models.ForeignKey(
        PartnerAgency, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = SealedText()
    reach = SealedText()
    helps_with = SealedText()
    wish = Code(max_length=8, choices=Wish, default="", blank=True)

    class Meta:
        indexes = [models.Index(fields=["participant"], name="program_in_touch_of")]


class WishSaid(OfParticipant, Authored):
    """Each wish about a program, as it was said. Never rewritten; kept with its program; stays in."""

    program = models.ForeignKey(ProgramInTouch, on_delete=models.PROTECT, related_name="wishes")
    wish = SealedChoice(choices=Wish)
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="wish_of")]


class CoverWords(OfParticipant, Versioned, Removable):
    """How I introduce myself to one recipient, or to anybody (a blank `who`). Kept as the participant is.

    `never` holds one thing I never say on each line. It stays in; what it says is spoken, not sent.
    """

    who = SealedText()
    agency = models.ForeignKey(
        PartnerAgency, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_usual = models.BooleanField(default=False)
    introduce = SealedText()
    why = SealedText()
    never = SealedText()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                condition=Q(is_usual=True, removed_at__isnull=True),
                name="the_usual_cover_words_stand_once",
            )
        ]
        indexes = [models.Index(fields=["participant"], name="cover_words_of")]


class OutwardIdentity(Authored):
    """In whose name we write, as they chose: the umbrella's where no program is named. No words; stays in.

    Rows only come; the newest counts, and where there is none the umbrella does.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(
        "participants.Participant", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    program = models.ForeignKey(Program, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="identity_of")]
