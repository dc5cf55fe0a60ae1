"""Records opened at night, who came back, and restricted records."""

import uuid

from django.db import models

from alongside.agency.models import Staff
from alongside.break_glass.choices import Outcome
from alongside.frontdoor.models import Contact
from alongside.keeping.columns import Authored
from alongside.participants.models import CallBrief, OfParticipant, Participant
from alongside.vault.fields import SealedChoice
from alongside.vault.models import SealedText


class Opening(OfParticipant, Authored):
    """That whoever is on call opened a record for a stated reason, until when; whether the person was told, and what
    their supervisor said of it. Only the keeper writes it.

    Read by whoever reaches the person, and by the one who opened it while it is open. The reason and what follows are
    sealed under the key of the brief it was opened from. In clear: who, when, until when, when it was told and looked
    at. Of two records each keeps its own. Kept as the record is, and forgotten with it; stays here when the record
    goes elsewhere. The same at any age.
    """

    brief = models.ForeignKey(CallBrief, on_delete=models.PROTECT, related_name="+", db_index=False)
    until = models.DateTimeField()
    reason = SealedText()
    told_at = models.DateTimeField(null=True, blank=True)
    told_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    outcome = SealedChoice(choices=Outcome)
    follows = SealedText()

    class Meta:
        indexes = [
            models.Index(fields=["participant", "-at"], name="night_openings_of"),
            models.Index(fields=["by", "-at"], name="night_openings_by"),
        ]


class CodeTry(Authored):
    """That somebody on call tried an alias and a code word, and whose they were, where they were exactly one person's.
    Neither is kept. Only the keeper writes it.

    Read by whoever tried; one that led to nobody, or to a closed record, by their supervisor; one that led to somebody,
    by whoever reaches them. No words, so no key; in clear is that it was tried, when, and the reference. Of two tied
    records the one that is kept is named. It leaves with nothing and is kept as the trail is; the same at any age.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(
        Participant, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    looked_at = models.DateTimeField(null=True, blank=True)
    looked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["by", "-at"], name="code_tries_by"),
            models.Index(fields=["participant", "-at"], name="code_tries_of"),
            models.Index(
                fields=["-at"], name="code_tries_not_seen", condition=models.Q(looked_at__isnull=True)
            ),
        ]


class SaysKnown(Authored):
    """A call in which somebody said that they were with us, and nothing opened; until supervision has looked whom it
    may be of. The words stand in the call, under its key; whoever reads the call reads this. Kept as the call is; it
    leaves with nothing; the same at any age."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")


class Restriction(OfParticipant, Authored):
    """That a record is open to named colleagues alone, of those who would reach it. Decides reach: only the keeper
    writes it. Why is sealed under the person's key; read by whoever still reaches them. Holds for both of two tied
    records. It stays here when the record goes elsewhere; kept as the record is; the same at any age."""

    words = SealedText()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant"],
                name="one_restriction_at_a_time",
                condition=models.Q(ended_at__isnull=True),
            )
        ]
        indexes = [models.Index(fields=["participant", "-at"], name="restrictions_of")]


class Named(models.Model):
    """A colleague to whom a restricted record stays open. No words; read as the restriction is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    restriction = models.ForeignKey(
        Restriction, on_delete=models.PROTECT, related_name="named", db_index=False
    )
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["restriction", "staff"], name="named_once_for_a_restriction")
        ]
