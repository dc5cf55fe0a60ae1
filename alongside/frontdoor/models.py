"""Tables of the front door. Nobody's name is asked; the words are sealed under each contact's own key."""

import uuid

from django.db import models

from alongside.agency.models import Site, Staff
from alongside.frontdoor.choices import Door
from alongside.keeping.columns import Authored, Versioned
from alongside.participants.models import Participant
from alongside.vault.codes import Code
from alongside.vault.models import SealedRow, SealedText


class Contact(SealedRow, Authored, Versioned):
    """A call or a visit. Kept as the agency's retention rules say; leaves only with a participant's release.

    `participant` stays empty until the person wishes to have it joined, or until it is where their record begins
    (`at_their_wish` tells which). Where somebody asked about another person there is no place for that person's
    name, and it is joined to nobody.
    """

    participant = models.ForeignKey(
        Participant, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    door = Code(max_length=5, choices=Door)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = SealedText()
    safe_to_call_back = SealedText()
    do_not_call_back = models.BooleanField(default=False)
    asked_by_other = models.BooleanField(default=False)
    at_their_wish = models.BooleanField(default=True)
    joined_at = models.DateTimeField(null=True, blank=True)
    joined_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    amended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(site__isnull=True) | models.Q(door=Door.VISIT),
                name="only_a_visit_has_a_site",
            ),
            models.CheckConstraint(
                condition=models.Q(participant__isnull=True, joined_at__isnull=True, joined_by__isnull=True)
                | models.Q(participant__isnull=False, joined_at__isnull=False, joined_by__isnull=False),
                name="a_joined_contact_says_when_and_by_whom",
            ),
        ]
        indexes = [
            models.Index(fields=["by", "-at"], name="contact_by_worker"),
            models.Index(fields=["participant", "-at"], name="contact_of"),
            models.Index(
                fields=["-at"], name="contact_not_joined", condition=models.Q(participant__isnull=True)
            ),
        ]


class EarlierWords(SealedRow):
    """What a contact said before it was put right. Kept and sealed as the contact is; never rewritten."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="+", db_index=False)
    words = SealedText()
    safe_to_call_back = SealedText()
    version = models.PositiveIntegerField()
    until = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contact", "version"], name="earlier_words_are_kept_once")
        ]


class ReadAtTheDoor(Authored):
    """Whether somebody agreed that the drop-in of their site reads what helps and what does not help them.

    The newest row holds; every row stays as long as the person is kept, and goes with them. In clear is the yes or no,
    with who wrote it down and when: a keeper's function compares it before it gives those two lines away. Written by
    whoever has the record open; read by them and that function alone. Of two records of one person each has its own.
    With the drop-in left off, nobody asks and nobody reads. The same under 18.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+", db_index=False)
    agreed = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="read_at_the_door_of")]
