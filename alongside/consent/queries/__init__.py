"""What can be read about permissions, wishes and what went out. Whose they are is the wall's matter."""

from alongside.consent.queries.agency import (
    jurisdictions,
    kinds,
    rules_kept,
    span_now,
    wording_named,
    wording_now,
    wordings,
)
from alongside.consent.queries.outing import outing_list, outing_lists
from alongside.consent.queries.pointing import never_on_paper, points_at
from alongside.consent.queries.shared import answered_beside, conversation, new_replies, replies_about
from alongside.consent.queries.sharing import (
    disclosure_named,
    disclosures,
    exception_named,
    exceptions,
    exceptions_to_decide,
    hold_of,
    permission_to,
    release_named,
    releases,
    releases_for_today,
    was_handed_over,
)
from alongside.consent.queries.wishes import (
    cover_named,
    cover_words,
    covers_beside,
    covers_of,
    covers_to,
    forbidden,
    identity_program,
    program_named,
    programs,
    sender,
    wish_bars,
    wishes_said,
    words_with_them,
)
