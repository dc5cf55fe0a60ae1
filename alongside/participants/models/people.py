"""A participant, how to reach them safely, who walks with them, and the index of their timeline."""

from datetime import datetime
from uuid import UUID, uuid4

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models

from alongside.agency.models import Site, Staff
from alongside.keeping.columns import Authored, Removable, Versioned
from alongside.participants.choices import (
    About,
    Certification,
    Channel,
    Law,
    Like,
    Part,
    PassedOn,
    Safe,
    Same,
    Stance,
    State,
    Topic,
    Under18,
)
from alongside.vault.codes import Code
from alongside.vault.models import SealedChoice, SealedRow, SealedText


class Participant(SealedRow):
    """Somebody we walk alongside. Kept as the agency's retention rules say; only a release lets it leave.

    `case_manager` repeats the open membership of that part, so that nobody without one can be overlooked.
    """

    alias = SealedText()
    state = Code(max_length=10, choices=State, default=State.CONTACT)
    state_since = models.DateTimeField()
    case_manager = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    site = models.ForeignKey(
        Site, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    first_contact_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    under_18 = Code(max_length=3, choices=Under18, default=Under18.NOT_SAID, blank=True)
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    # What a query brings along (`participants.along` and others): there where the query says so, and no column.
    opens: bool
    my_part: str | None
    covers: bool
    backup: str | None
    backup_id: UUID | None
    led_to: UUID | None
    handed_by: str | None
    mine_since: datetime | None

    class Meta:
        indexes = [
            # Those whose work has ended have no case manager either, and are far more.
            models.Index(
                fields=["id"],
                name="waits_for_a_case_manager",
                condition=models.Q(case_manager__isnull=True) & ~models.Q(state=State.CLOSED),
            ),
            models.Index(fields=["site"], name="participant_by_site"),
        ]

    @property
    def told(self) -> "Details | None":
        """What they told us about themselves, where it came along with the row."""
        return getattr(self, "details", None)

    @property
    def their_zone(self) -> str:
        """The time zone they live by, where they said one and it came along with the row."""
        told = self._state.fields_cache.get("details")
        return told.time_zone if told else ""


class OfParticipant(SealedRow):
    """A sealed row about one participant. Each table names the index by which a participant's rows are found."""

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        abstract = True


class Details(OfParticipant, Versioned):
    """What somebody told us about themselves, all of it optional. Kept and shared as the participant is."""

    participant = models.OneToOneField(Participant, on_delete=models.PROTECT, related_name="details")
    name = SealedText()
    pronouns = SealedText()
    gender = SealedText()
    languages = SealedText()
    interpreter = SealedText()
    helps = SealedText()
    does_not_help = SealedText()
    if_quiet = SealedText()
    time_zone = SealedText()  # as it is named everywhere; blank where it is ours
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")


class ContactPoint(OfParticipant, Versioned, Removable):
    """One way to reach somebody, with its safe-contact rule. Never leaves without a release."""

    channel = Code(max_length=10, choices=Channel, default=Channel.PHONE)
    address = SealedText()
    may_call = SealedChoice(choices=Safe)
    may_leave_message = SealedChoice(choices=Safe)
    may_text = SealedChoice(choices=Safe)
    may_say_who = SealedChoice(choices=Safe)
    from_time = SealedText()
    until_time = SealedText()
    hours_words = SealedText()
    code_word = SealedText()
    say = SealedText()
    who_else_sees = SealedText()
    preferred = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["participant"], name="contact_point_of"),
        ]

    @property
    def their_zone(self) -> str:
        """The time zone of whose way it is, where they came along with the row."""
        person = self._state.fields_cache.get("participant")
        return person.their_zone if person else ""


class Need(OfParticipant, Authored):
    """A need in their own words. One opens the door; drop-in staff of the site see it too."""

    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "at"], name="need_of")]


class GentleTopic(OfParticipant, Authored):
    """A topic to go gently with, or not at all; every form keeps to it. One row a topic, held by `go_gently` under the
    participant's lock, since the topic is sealed."""

    topic = SealedChoice(choices=Topic)
    stance = SealedChoice(choices=Stance)
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant"], name="gentle_topics_of")]


class StateChange(OfParticipant, Authored):
    """A change of state, with its date and words. Never rewritten: leaving and returning are normal."""

    state = Code(max_length=10, choices=State)
    again = models.BooleanField(default=False)
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "at"], name="state_change_of")]


class TheirChoice(OfParticipant, Authored):
    """Something they chose, with its day and their words; the newest about a thing stands. Never rewritten; kept
    as the record is, and only a release lets it leave. No service depends on it."""

    about = Code(max_length=6, choices=About)
    answer = SealedChoice(choices=[*Law.choices, *Certification.choices])
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["participant", "about", "at"], name="choice_of")]


class CaseManagerRequest(OfParticipant, Authored):
    """They ask for another case manager than the one it `concerns`, or say how it feels to work with us; that one is
    never shown it. Read by the supervisor it goes to alone; kept as the record is; does not leave."""

    concerns = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kind = SealedChoice(choices=PassedOn)
    words = SealedText()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lifted_at = models.DateTimeField(
        null=True, blank=True
    )  # they said that the one it concerns may come again

    class Meta:
        indexes = [
            models.Index(fields=["participant"], name="requests_for_another_of"),
            models.Index(
                fields=["participant"], name="asked_for_another", condition=models.Q(settled_at__isnull=True)
            ),
        ]


class Membership(models.Model):
    """Who walks with whom, in which part, from when until when. Decides reach; holds no words."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+", db_index=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+", db_index=False)
    part = Code(max_length=20, choices=Part)
    during = DateTimeRangeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="one_case_manager_and_one_backup_at_a_time",
                expressions=[
                    ("participant", RangeOperators.EQUAL),
                    ("part", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(part__in=["case_manager", "backup"]),
            ),
            models.CheckConstraint(condition=models.Q(during__isempty=False), name="a_membership_lasts"),
            models.CheckConstraint(
                condition=models.Q(part__in=["case_manager", "backup"]) | models.Q(during__upper_inf=False),
                name="a_tie_ends",
            ),
        ]
        indexes = [
            models.Index(fields=["staff"], name="membership_of_staff"),
            models.Index(fields=["participant"], name="membership_of"),
        ]


class ChosenAnyway(OfParticipant, Authored):
    """Why somebody whose training about trafficking is not recorded was chosen all the same.

    Read by whoever reaches the person; sealed under the person's own key. In clear: whom, in which part, who chose
    and when, since the team of a person is. Of two records each keeps its own. Leaves with the whole record alone;
    kept and forgotten with the person. No participant of any age is asked for it.
    """

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    part = Code(max_length=20, choices=Part)
    words = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(part__in=["case_manager", "backup"]), name="a_chosen_part_is_known"
            )
        ]
        indexes = [models.Index(fields=["participant", "at"], name="chosen_anyway_of")]


class Moment(Authored):
    """The index of the timeline: what kind of thing happened when, and where it is kept. No words."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    participant = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="+", db_index=False
    )  # timeline_of
    room = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    ref = models.UUIDField()

    class Meta:
        indexes = [
            models.Index(fields=["participant", "-at", "id"], name="timeline_of"),
            models.Index(fields=["room", "ref"], name="moment_by_ref"),
        ]


class AliasToken(models.Model):
    """A keyed token of a part of an alias. Left out of dumps, rebuilt on restore, gone with the person."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+", db_index=False)
    token = models.BinaryField()

    class Meta:
        indexes = [
            models.Index(fields=["token"], name="alias_by_token"),
            models.Index(fields=["participant"], name="tokens_of"),
        ]


class Likeness(models.Model):
    """A keyed token of a whole alias or of a number, by which two records may be alike. Read by the keeper alone;
    left out of dumps, rebuilt on restore, gone with the person. `ref` is the row it was made of; `by` and `at` say
    whose act made it, so that whoever comes second is known as the one who raises a likeness."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+", db_index=False)
    of = Code(max_length=5, choices=Like)
    ref = models.UUIDField()
    token = models.BinaryField()
    at = models.DateTimeField(null=True)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of", "ref"], name="a_likeness_is_kept_once"),
        ]
        indexes = [
            models.Index(fields=["token"], name="likeness_by_token"),
            models.Index(fields=["participant"], name="likeness_of"),
        ]


class PossibleDuplicate(models.Model):
    """Two records that may be of one person. Only supervision is shown it, and never whoever's act raised it unless
    both are open to them. What was said about it stays, so that it is not raised again."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    one = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+", db_index=False)
    two = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+", db_index=False)
    through = Code(max_length=5, choices=Like)
    found_at = models.DateTimeField()
    raised_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    answer = Code(max_length=8, choices=Same, default="", blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "two"], name="two_records_are_raised_once"),
            models.CheckConstraint(
                condition=models.Q(one__lt=models.F("two")), name="two_records_stand_in_one_order"
            ),
        ]
        indexes = [models.Index(fields=["two"], name="possibly_same_by_two")]


class LinkedRecords(Authored):
    """Two records of one person, brought together: the `other` leads to the `kept`. Nothing of either moves, and
    the tie opens nothing to anybody; it ends exactly. Kept as the records are; never rewritten but for its end."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kept = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["other"],
                name="a_record_leads_to_one",
                condition=models.Q(ended_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=~models.Q(kept=models.F("other")), name="a_record_leads_to_another"
            ),
        ]
        indexes = [
            models.Index(fields=["kept"], name="led_to", condition=models.Q(ended_at__isnull=True)),
        ]
