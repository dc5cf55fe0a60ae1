"""The questions this room puts: those of a note, and those of the strand of connection."""

from alongside.connection.forms.notes import A_WORD, STILL_TO_COME, AmendedNote, QuickNote, Service, Statement
from alongside.connection.forms.strand import (
    AgreementForm,
    LaterForm,
    MovementForm,
    PresenceForm,
    ReminderForm,
    SeasonForm,
    ShiftForm,
    SinceForm,
    TrustForm,
)
