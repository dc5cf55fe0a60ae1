"""The walls: cards and words are read by all staff, counts name nobody, a reflection is its author's alone.

A question to colleagues is open to everybody who may consult, and once closed to its asker alone; its key goes with
it. That a debrief was asked for is known to the worker and to their supervisor.
"""

from dataclasses import replace

from alongside.access.wall import (
    ME,
    SIGNED_IN,
    Function,
    Joined,
    Policy,
    Wall,
    of_agency,
    of_participant,
    own_rows,
)
from alongside.practice import walls_checkins, walls_supervision, walls_training

_MAY_CONSULT = "(select core.may_consult())"
_MINE = f"by_id = {ME}"
_SEEN_CONSULT = "consult_id in (select c.id from core.practice_consult c)"
# Whoever has no supervisor of their own asks all of them.
_THEIR_SUPERVISOR = (
    "(select access.has_role('supervisor')) and by_id in (select s.id from core.agency_staff s"
    f" where s.supervisor_id = {ME} or s.supervisor_id is null)"
)

# The practice lead, the administrator and the survivor adviser; nobody else words the guard.
EDITORS = ("practice_lead", "administrator", "adviser")
WORDS_THE_GUARD = "(select " + " or ".join(f"access.has_role('{role}')" for role in EDITORS) + ")"

WALLS = [
    Wall(
        "core.practice_card",
        (Policy("staff read", on="select", using=SIGNED_IN),),
        {"desk": "select"},
        keeper="select",
        excuse="the agency's own cards; no participant's data",
    ),
    replace(of_agency("core.practice_cardwording", who="practice_lead"), keeper="select, insert, update"),
    Wall(
        "core.practice_cardtally",
        (Policy("practice lead reads", on="select", using="(select access.has_role('practice_lead'))"),),
        {"desk": "select"},
        keeper="select, insert, update",
    ),
    Wall(
        "core.practice_guardentry",
        (
            Policy("staff read", on="select", using=SIGNED_IN),
            Policy("editors add", on="insert", check=WORDS_THE_GUARD),
            Policy("editors reword", on="update", using=WORDS_THE_GUARD, check=WORDS_THE_GUARD),
        ),
        {"desk": "select, insert, update"},
        excuse="the agency's own words; no participant's data",
    ),
    own_rows("core.practice_reflection", "by_id", "select, insert, update, delete"),
    Wall(
        "core.practice_consult",
        (
            Policy(
                "colleagues who consult",
                on="select",
                using=f"{_MAY_CONSULT} and (closed_at is null or {_MINE})",
                to=("desk",),
            ),
            Policy(
                "in one's own name",
                on="insert",
                check=f"{_MAY_CONSULT} and {_MINE} and core.has_no_key(id)",
                to=("desk",),
            ),
            Policy("closed by its asker", on="update", using=_MINE, check=_MINE, to=("desk",)),
        ),
        {"desk": "select, insert, update (closed_at)"},
        keeper="select, delete",
    ),
    Wall(
        "core.practice_consultreply",
        (
            Policy(
                "beside a question one sees",
                on="select",
                using=f"{_SEEN_CONSULT} and (removed_at is null or {_MINE})",
                to=("desk",),
            ),
            Policy("in one's own name", on="insert", check=f"{_MINE} and {_SEEN_CONSULT}", to=("desk",)),
            Policy("taken back by its writer", on="update", using=_MINE, check=_MINE, to=("desk",)),
        ),
        {"desk": "select, insert, update (removed_at)"},
        keeper="select, update, delete",
    ),
    Wall(
        "core.practice_debrief",
        (
            Policy("one's own", on="select", using=_MINE, to=("desk",)),
            Policy("one asks for oneself", on="insert", check=f"{_MINE} and seen_at is null", to=("desk",)),
            Policy("taken back", on="delete", using=_MINE, to=("desk",)),
            Policy("their supervisor", on="select", using=_THEIR_SUPERVISOR, to=("desk",)),
            Policy(
                "their supervisor has seen",
                on="update",
                using=_THEIR_SUPERVISOR,
                check=f"seen_by_id is null or seen_by_id = {ME}",
                to=("desk",),
            ),
        ),
        {"desk": "select, insert, delete, update (seen_at, seen_by_id)"},
    ),
    of_participant("core.practice_lookagain", "select, insert, update, delete", author="by_id"),
    *walls_checkins.WALLS,
    *walls_supervision.WALLS,
    *walls_training.WALLS,
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of questions one sees",
            on="select",
            using="thing_id is not null and exists"
            " (select from core.practice_consult c where c.id = thing_id and c.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
    Joined(
        "vault.vault_key",
        Policy(
            "the key of one's own question",
            on="insert",
            check="thing_id is not null and participant_id is null and contact_id is null and staff_id is null"
            " and door = access.door() and exists (select from core.practice_consult c"
            f" where c.id = thing_id and c.key_id = vault_key.key_id and c.by_id = {ME})",
            to=("desk",),
        ),
    ),
    *walls_supervision.JOINED,
    *walls_training.JOINED,
]

FUNCTIONS = [
    Function(
        # With another agency's set-up file an administrator takes its cards over, and words none otherwise.
        "core.take_card",
        "p_card text, p_language text, p_title text, p_words text",
        "void",
        """
        begin
            if not access.has_role('administrator') then
                raise insufficient_privilege using message = 'an administrator takes cards over';
            end if;
            insert into core.practice_cardwording
                (id, card_id, language, title, words, version, changed_at, changed_by_id)
                select gen_random_uuid(), c.id, p_language, p_title, p_words, 1, access.now(), access.actor()
                from core.practice_card c where c.key = p_card
                on conflict (card_id, language) do update set title = excluded.title, words = excluded.words,
                    version = core.practice_cardwording.version + 1, changed_at = excluded.changed_at,
                    changed_by_id = excluded.changed_by_id
                where (core.practice_cardwording.title, core.practice_cardwording.words)
                    is distinct from (excluded.title, excluded.words);
        end
        """,
        ("desk",),
    ),
    Function(
        # Adds one to a plain number: no worker, no participant and no hour goes with it.
        "core.count_card",
        "p_card uuid, p_helped boolean",
        "void",
        """
        begin
            if access.actor() is null then
                raise insufficient_privilege using message = 'staff count a card';
            end if;
            insert into core.practice_cardtally (id, card_id, month, helped, not_really)
                values (gen_random_uuid(), p_card, date_trunc('month', access.now() at time zone 'UTC')::date,
                        p_helped::int, (not p_helped)::int)
                on conflict (card_id, month) do update
                set helped = core.practice_cardtally.helped + excluded.helped,
                    not_really = core.practice_cardtally.not_really + excluded.not_really;
        end
        """,
        ("desk",),
    ),
    Function(
        # Everybody who works here but an adviser, who reads no word of the work.
        "core.may_consult",
        "",
        "boolean",
        """
        begin
            return exists (select from access.access_roleheld h join access.access_account a
                on a.id = h.account_id where a.id = access.actor() and a.is_active and h.role <> 'adviser');
        end
        """,
        ("desk",),
        "stable",
    ),
    Function(
        # A question named like something that has a key already would open that key, and take it along when it goes.
        "core.has_no_key",
        "p_thing uuid",
        "boolean",
        """
        begin
            return not exists (select from vault.vault_key k where k.thing_id = p_thing);
        end
        """,
        ("desk",),
        "stable",
    ),
    Function(
        # A thank-you is the asker's to give, the reply the answerer's: neither may write the other's row.
        "core.thank_for",
        "p_reply uuid",
        "void",
        """
        begin
            update core.practice_consultreply r set thanked_at = access.now()
                where r.id = p_reply and r.removed_at is null and r.thanked_at is null and exists
                (select from core.practice_consult c where c.id = r.consult_id and c.by_id = access.actor());
        end
        """,
        ("desk",),
    ),
    Function(
        # The words go, and the key goes: what an older copy of the data holds is unreadable from then on.
        "core.let_go_of_consult",
        "p_consult uuid",
        "void",
        """
        begin
            if not exists (select from core.practice_consult c
                    where c.id = p_consult and c.by_id = access.actor()) then
                raise insufficient_privilege using message = 'a question is let go by its asker';
            end if;
            delete from core.practice_consultreply where consult_id = p_consult;
            delete from core.practice_consult where id = p_consult;
            delete from vault.vault_key where thing_id = p_consult;
        end
        """,
        ("desk",),
    ),
    *walls_checkins.FUNCTIONS,
    *walls_supervision.FUNCTIONS,
    *walls_training.FUNCTIONS,
]
