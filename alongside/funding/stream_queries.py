"""Reading streams, and who is enrolled in them. Who reads what is the walls' matter."""

from uuid import UUID

from alongside.agency.models import Program
from alongside.connection.models import ServiceKind
from alongside.funding.stream_models import Enrolment, Stream


def streams(*, ended: bool = True) -> list[Stream]:
    """The streams in the order in which they pay, those that ended last."""
    rows = Stream.objects.select_related("program").order_by("place", "name", "id")
    found = sorted(rows, key=lambda each: each.ended_at is not None)
    return found if ended else [each for each in found if each.ended_at is None]


def stream_named(stream: UUID) -> Stream | None:
    """One stream."""
    return Stream.objects.select_related("program").filter(pk=stream).first()


def enrolments(participant: UUID) -> list[Enrolment]:
    """From when until when somebody is enrolled in which streams, what runs first."""
    rows = Enrolment.objects.filter(participant_id=participant, removed_at=None).select_related(
        "stream", "by"
    )
    return sorted(
        rows, key=lambda each: (each.ends_on is not None, each.stream.place, -each.begins_on.toordinal())
    )


def enrolment_named(participant: UUID, enrolment: UUID) -> Enrolment | None:
    """One enrolment of somebody, one that was taken away too."""
    rows = Enrolment.objects.filter(pk=enrolment, participant_id=participant)
    return rows.select_related("stream", "participant").first()


def kinds() -> list[ServiceKind]:
    """The kinds of service on the agency's list."""
    return list(ServiceKind.objects.filter(hidden=False).order_by("place", "id"))


def kind_names() -> dict[UUID, str]:
    """What every kind of service is called, those that are hidden too."""
    return {each.pk: each.called for each in ServiceKind.objects.all()}


def programs() -> list[Program]:
    """The programs that are not closed, by name."""
    return list(Program.objects.filter(closed_at=None).order_by("name"))
