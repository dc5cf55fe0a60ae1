"""Tables of notes and services, and of the strand of connection."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from alongside.agency.models import Staff
from alongside.connection.choices import (
    Lane,
    Lens,
    NoteKind,
    NoteTag,
    Response,
    Rhythm,
    Season,
    SetBy,
    ShiftKind,
    service_name,
)
from alongside.keeping.columns import Authored, Removable, Versioned
from alongside.meetings.models import Meeting
from alongside.participants.models import Need, OfParticipant, Participant
from alongside.vault.codes import Code, NumberCode
from alongside.vault.models import SealedChoice, SealedChoices, SealedText


class Note(OfParticipant, Authored, Versioned, Removable):
    """One contact, attempt or piece of work without contact. Kept as the participant's record is; only a
    release lets it leave, and then only where the participant can see it."""

    service_ids: list[uuid.UUID]  # comes with the queries that show a note

    kind = Code(max_length=10, choices=NoteKind, default=NoteKind.MET)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    tags = SealedChoices(choices=NoteTag)
    happened = SealedText()
    responded = SealedText()
    participant_can_see = models.BooleanField(default=True)
    written_at = models.DateTimeField()
    amended_at = models.DateTimeField(null=True, blank=True)
    amended_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(version=1, amended_at__isnull=True)
                | models.Q(version__gt=1, amended_at__isnull=False),
                name="an_amended_note_has_a_later_version",
            ),
        ]
        indexes = [
            models.Index(fields=["participant", "-at", "id"], name="note_of"),
            models.Index(fields=["at"], name="note_by_time"),
        ]


class NoteVersion(OfParticipant, Authored):
    """The words of a note as they stood before it was amended. Never rewritten; kept as long as the note."""

    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="+", db_index=False)
    version = models.PositiveIntegerField()
    kind = SealedChoice(choices=NoteKind)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    services = ArrayField(models.UUIDField(), default=list)
    tags = SealedChoices(choices=NoteTag)
    happened = SealedText()
    responded = SealedText()
    written_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["participant"], name="earlier_notes_of")]
        constraints = [
            models.UniqueConstraint(fields=["note", "version"], name="a_version_of_a_note_stands_once")
        ]


class NoteStatement(OfParticipant, Authored):
    """The participant's own statement beside a note, written down by staff as it was said. Kept and shared
    with the note."""

    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="+", db_index=False)
    words = SealedText()

    class Meta:
        indexes = [
            models.Index(fields=["participant"], name="statements_of"),
            models.Index(fields=["note", "at"], name="statement_of_note"),
        ]


class ServiceKind(models.Model):
    """A kind of service of the agency's own list. No participant's data; kept while anything counts it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=80, blank=True)
    place = models.PositiveSmallIntegerField(default=0)
    hidden = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key"], condition=~models.Q(key=""), name="a_service_of_ours_stands_once"
            ),
            models.UniqueConstraint(
                Lower("name"), condition=~models.Q(name=""), name="a_service_has_a_name_of_its_own"
            ),
            models.CheckConstraint(
                condition=~models.Q(key="") | ~models.Q(name=""), name="a_service_is_called_something"
            ),
        ]

    @property
    def called(self) -> str:
        """The agency's own name, else ours in today's language."""
        return service_name(self.key, self.name)


class ServiceGiven(models.Model):
    """A service that was given, counted by kind. Holds no words; kept as long as its note."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+", db_index=False)
    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="given", db_index=False)
    kind = models.ForeignKey(ServiceKind, on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["note", "kind"], name="a_service_is_given_once_in_a_note")
        ]
        indexes = [models.Index(fields=["participant"], name="service_given_to")]


class EngagementShift(OfParticipant, Authored, Versioned, Removable):
    """A moment when being in touch changed, noticed without a reason. Kept as the record is; what we wondered
    is no finding about anybody and leaves in no export."""

    kind = SealedChoice(choices=ShiftKind)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lens = SealedChoices(choices=Lens)
    response = SealedChoice(choices=Response)
    wondered = SealedText()
    followed = SealedText()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"],
                condition=models.Q(removed_at__isnull=True),
                name="a_meeting_is_noticed_once",
            ),
        ]
        indexes = [models.Index(fields=["participant", "at"], name="shift_of")]


class ReachOut(OfParticipant):
    """The day of the next gentle hello after a shift, and whether it was said. Kept as the record is; stays
    inside."""

    shift = models.OneToOneField(EngagementShift, on_delete=models.PROTECT, related_name="reach_out")
    on_day = models.DateField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["participant"], name="reach_outs_of"),
            models.Index(
                fields=["participant", "on_day"],
                name="reach_out_of",
                condition=models.Q(said_at__isnull=True),
            ),
        ]


class SeasonChange(OfParticipant, Authored, Removable):
    """The season of the connection from a day on, with words. Never rewritten, though it can be taken back; kept
    as the record is, and only a release lets it leave."""

    season = SealedChoice(choices=Season)
    set_by = SealedChoice(choices=SetBy)
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "at"], name="season_of")]


class PresencePlan(OfParticipant, Authored):
    """How we stay present, as agreed, one row for each version; it goes on through silence. The newest stands.
    Kept as the record is; only a release lets it leave."""

    how = SealedText()
    every_days = NumberCode(choices=Rhythm, null=True, blank=True)
    next_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "version"], name="a_version_of_a_presence_plan_stands_once"
            )
        ]


class Trust(OfParticipant, Authored):
    """What builds trust with them and what strains it, in their words, one row for each version; the newest stands.
    Read before a call. Kept as the record is; only a release lets it leave; the same at any age."""

    builds = SealedText()
    strains = SealedText()
    version = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "version"], name="a_version_of_what_builds_trust_stands_once"
            )
        ]


class CheckInReminder(Authored):
    """After how many days without contact somebody with no check-in plan comes round on Today, from a day on; never,
    where it names none. The agency's own, about nobody; kept for good."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    from_on = models.DateField()
    every_days = models.PositiveSmallIntegerField(null=True, blank=True)


class CheckInLater(OfParticipant, Authored):
    """That somebody with no check-in plan is left off Today, until a day or for as long as nobody says otherwise; the
    newest counts. Holds no words; kept as the record is; the same at any age."""

    until = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["participant", "-at"], name="check_in_later_of")]


class Agreement(OfParticipant, Authored):
    """What we agreed about being in touch, in both people's words, one row for each version. Never rewritten;
    the participant has a copy, and only a release lets it leave otherwise."""

    our_words = SealedText()
    their_words = SealedText()
    version = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "version"], name="a_version_of_an_agreement_stands_once"
            )
        ]


class ChangeOverTime(OfParticipant, Removable):
    """How engagement, connection or needs moved, from a day on, in free words; a need may take the place of an
    earlier one, which stays. Never rewritten; kept as the record is, and only a release lets it leave."""

    lane = Code(max_length=10, choices=Lane)
    on = models.DateField()
    words = SealedText()
    follows = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    need = models.ForeignKey(Need, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(follows__isnull=True, need__isnull=True) | models.Q(lane="needs"),
                name="a_need_takes_the_place_of_a_need",
            ),
        ]
        indexes = [models.Index(fields=["participant", "on"], name="movement_of")]
