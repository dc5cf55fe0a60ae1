"""What a partner's point of contact reads at their own door, and what is said about it.

The desk writes a copy and never reads it again; the partner's door reads copies and knows of nobody. Between
the two stands `SharedLink`, which only the desk may read.
"""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import localtime

from alongside.consent.choices import Purpose, Reply, ReplySide, WayOut
from alongside.consent.models.sharing import Disclosure
from alongside.consent.rules import last_day
from alongside.participants.models import Participant
from alongside.vault.codes import Code
from alongside.vault.models import SealedRow, SealedText


class SharedItem(SealedRow):
    """A copy of what was disclosed to a partner, sealed under a key of its own. Emptied when the permission ends.

    `way` says what is asked of them: an answer, or whether what they said they would do is done.
    It names nobody by a reference: its id is told to no other table but the link. `held` is kept true by
    triggers while they wish that everything stands still, or that we are not in touch with this partner.
    """

    agency_id = models.UUIDField()
    way = Code(max_length=10, choices=WayOut, default=WayOut.WORKSPACE)
    purpose = Code(max_length=12, choices=Purpose)
    purpose_words = SealedText()
    text = SealedText()
    at = models.DateTimeField()
    until = models.DateTimeField()
    held = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency_id", "-at"], name="shared_with_a_partner")]

    @property
    def last_day(self) -> date:
        """The last day on which it can be read, as our own pages say it."""
        return last_day(localtime(self.until))


class SharedKey(models.Model):
    """A data key wrapped for the partner's door: of a copy, or of what is said about it. Destroyed when the
    permission ends; in no copy of the data."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key_id = models.UUIDField(unique=True)
    item = models.ForeignKey(SharedItem, on_delete=models.CASCADE, related_name="keys")
    wrapped = models.BinaryField()


class SharedLink(models.Model):
    """Whose disclosure a copy at the partner's door is. Kept as long as the disclosure; the desk's alone.

    Its id is the copy's. `replies_key` seals what is said about it; it is on their own ring as well.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    disclosure = models.OneToOneField(Disclosure, on_delete=models.PROTECT, related_name="shared")
    replies_key = models.UUIDField()


class SharedReply(SealedRow):
    """What a partner or we said about something shared. Kept with the disclosure; theirs to read.

    A partner reads it while the permission stands. Who wrote it (`by_id`) is told at the desk alone.
    """

    item = models.ForeignKey(
        SharedLink, on_delete=models.PROTECT, related_name="replies", db_column="item_id", db_index=False
    )
    side = Code(max_length=4, choices=ReplySide)
    kind = Code(max_length=8, choices=Reply)
    words = SealedText()
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(side=ReplySide.THEY, kind__in=Reply.values)
                    | Q(side=ReplySide.WE, kind__in=[Reply.ASK, Reply.ANSWER])
                ),
                name="each_side_says_what_is_its_own_to_say",
            )
        ]
        indexes = [
            models.Index(fields=["item", "at"], name="said_about_an_item"),
            models.Index(fields=["-at"], condition=Q(side="they", seen_at=None), name="said_and_not_seen"),
        ]
