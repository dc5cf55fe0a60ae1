"""The walls of the front door.

An unlinked contact is open to its author and to supervisors, a joined one to whoever has its person within
reach, its author and whoever joined it; the author alone puts its words right. Others
at the door learn that there was one, and when, from a keeper's function that knows no words. Joining and
parting go through the keeper too, because they decide who reads.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import GOES, ME, MY_PEOPLE, Joined, Policy, Wall, of_participant

_LEADS = "(select access.has_role('supervisor'))"
_UNJOINED = "participant_id is null and joined_at is null and joined_by_id is null"
_AT_THE_DOOR = (
    f"by_id = {ME} and {_UNJOINED} and ({_LEADS}"
    " or (door = 'call' and (select access.has_role('on_call')))"
    " or (door = 'visit' and (select access.has_role('drop_in'))))"
)
_OWN_UNJOINED = f"by_id = {ME} and {_UNJOINED}"

# The contact's own wall answers inside these: whoever sees the contact may open its words.
_CONTACT_SEEN = "exists (select from core.frontdoor_contact c where c.id = contact_id)"
_CONTACT_OWN = (
    "exists (select from core.frontdoor_contact c where c.id = vault_key.contact_id"
    f" and c.key_id = vault_key.key_id and c.by_id = {ME} and c.participant_id is null)"
)

WALLS = [
    Wall(
        "core.frontdoor_contact",
        (
            Policy("one's own", on="select", using=f"by_id = {ME}", to=("desk",)),
            Policy("joined by oneself", on="select", using=f"joined_by_id = {ME}", to=("desk",)),
            Policy(
                "supervisors, until it is joined",
                on="select",
                using=f"participant_id is null and {_LEADS}",
                to=("desk",),
            ),
            Policy("people within reach", on="select", using=MY_PEOPLE),
            Policy("in one's own name", on="insert", check=_AT_THE_DOOR, to=("desk",)),
            Policy(
                "one's own words put right",
                on="update",
                using=_OWN_UNJOINED,
                check=_OWN_UNJOINED,
                to=("desk",),
            ),
        ),
        {
            "desk": "select, insert,"
            " update (words, safe_to_call_back, do_not_call_back, version, amended_at)",
            "worker": "select",
        },
        keeper="select, update",
        leaves=GOES,
    ),
    of_participant("core.frontdoor_readatthedoor", keeper="select", author="by_id", leaves=GOES),
    Wall(
        "core.frontdoor_earlierwords",
        (
            Policy("where the contact is seen", on="select", using=_CONTACT_SEEN),
            Policy(
                "one's own, before they are put right",
                on="insert",
                check="exists (select from core.frontdoor_contact c where c.id = contact_id"
                f" and c.by_id = {ME} and c.participant_id is null)",
                to=("desk",),
            ),
        ),
        {"desk": "select, insert", "worker": "select"},
        leaves=GOES,
    ),
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of contacts seen",
            on="select",
            using=f"contact_id is not null and {_CONTACT_SEEN}",
            to=("desk",),
        ),
    ),
    Joined(
        "vault.vault_key",
        Policy(
            "the key of one's own contact",
            on="insert",
            check="contact_id is not null and participant_id is null and staff_id is null"
            f" and door = access.door() and {_CONTACT_OWN}",
            to=("desk",),
        ),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.unlinked_contacts": ("desk",),
        "core.link_contact": ("desk",),
        "core.what_helps_here": ("desk",),
        "core.unlink_contact": ("desk",),
    },
)
