"""The walls around permissions. Nothing goes out under nothing: what went out is written by `core.disclose` alone.

That function holds the permission's row until the send is kept. A withdrawal that was first has won: the send
finds no live permission and is turned down. One that comes second waits for the send and then holds.
"""

from alongside.access.wall import (
    ME,
    MY_PEOPLE,
    Function,
    Policy,
    Wall,
    of_agency,
    of_participant,
    stays_with_its_person,
)
from alongside.consent import shared_walls

_STOPPED_STAYS_STOPPED = """
    create or replace function core.stays_stopped() returns trigger language plpgsql as $body$
    begin
        if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
            raise insufficient_privilege using message = 'what was stopped stays stopped';
        end if;
        return new;
    end $body$;
    revoke execute on function core.stays_stopped() from public;
    drop trigger if exists stays_stopped on core.consent_release;
    create trigger stays_stopped before update on core.consent_release
        for each row execute function core.stays_stopped()
"""
_STOPPING = (
    "withdrawn_at, withdrawn_by_id, withdrawn_how, withdrawn_words,"
    " follow_up, followed_up_at, followed_up_by_id"
)


def _in_own_name(
    table: str, check: str, *, keeper: str, also: str = "", desk: str = "select, insert"
) -> Wall:
    """Rows of people within reach that one writes in one's own name, and only if `check` holds."""
    return Wall(
        table,
        (
            Policy("people within reach", on="select", using=MY_PEOPLE),
            Policy("in one's own name", on="insert", check=f"{MY_PEOPLE} and by_id = {ME} and {check}"),
            Policy("put right", on="update", using=MY_PEOPLE, check=MY_PEOPLE),
        ),
        {"desk": desk, "worker": "select"},
        keeper=keeper,
        also="; ".join(each for each in (stays_with_its_person(table), also) if each),
    )


WALLS = [
    of_agency("core.consent_sharingrule", write="insert"),
    of_agency("core.consent_informationkind"),
    of_agency("core.consent_releasewording", write="insert"),
    of_agency("core.consent_outingwords"),
    _in_own_name(
        "core.consent_release",
        "withdrawn_at is null",
        desk=f"select, insert, update ({_STOPPING})",
        keeper="select, update",
        also=f"{_STOPPED_STAYS_STOPPED}; {shared_walls.settles('core.consent_release', 'update')}",
    ),
    of_participant("core.consent_releasesigner", keeper="select", author="by_id"),
    of_participant(
        "core.consent_sharinghold",
        "select, insert, update (lifted_at, lifted_by_id)",
        keeper="select",
        author="by_id",
        also=shared_walls.settles("core.consent_sharinghold", "insert or update"),
    ),
    _in_own_name(
        "core.consent_lawfulexception",
        "decision = '' and decided_by_id is null and told_on is null",
        desk="select, insert, update (told_on, told_by_id)",
        keeper="select, update",
    ),
    _in_own_name("core.consent_disclosure", "way = 'own_copy'", keeper="select, insert"),
    of_participant(
        "core.consent_programintouch",
        "select, insert, update",
        keeper="select",
        author="by_id",
        also=shared_walls.settles("core.consent_programintouch", "insert or update"),
    ),
    of_participant("core.consent_wishsaid", author="by_id"),
    of_participant("core.consent_coverwords", "select, insert, update"),
    of_participant("core.consent_outwardidentity", author="by_id"),
    *shared_walls.WALLS,
]

FUNCTIONS = [
    Function(
        "core.is_signed",
        "p_release core.consent_release",
        "boolean",
        """
        declare minor boolean;
        begin
            select under_18 = 'yes' into minor from core.participants_participant
                where id = p_release.participant_id;
            return exists (select from core.consent_releasesigner s where s.release_id = p_release.id
                    and s.participant_id = p_release.participant_id and s.part in ('participant', 'court'))
                and (not minor or p_release.consents_alone
                    or exists (select from core.consent_releasesigner s where s.release_id = p_release.id
                        and s.participant_id = p_release.participant_id and s.part in ('parent', 'court')));
        end
        """,
        (),
        "stable",
    ),
    Function(
        "core.disclose",
        "p_id uuid, p_participant uuid, p_release uuid, p_exception uuid, p_way text, p_method text,"
        " p_purpose text, p_information text[], p_agency uuid, p_to bytea, p_text bytea",
        "void",
        """
        declare
            me uuid := access.actor(); n timestamptz := access.now(); k uuid;
            r core.consent_release; x core.consent_lawfulexception;
        begin
            if p_participant is null or not (p_participant = any(core.my_people())) then
                raise insufficient_privilege using message = 'out of reach';
            end if;
            perform pg_advisory_xact_lock(hashtextextended('sharing|' || p_participant::text, 0));
            select key_id into k from core.participants_participant where id = p_participant;
            if p_release is not null then
                select * into r from core.consent_release
                    where id = p_release and participant_id = p_participant for update;
                if r.id is null or p_agency is distinct from r.agency_id then
                    raise check_violation using message = 'no way out: nothing';
                end if;
                if p_way = 'stop' then
                    if r.withdrawn_at is null or p_information <> '{}' then
                        raise check_violation using message = 'no way out: not stopped';
                    end if;
                else
                    if r.withdrawn_at is not null then
                        raise check_violation using message = 'no way out: stopped';
                    end if;
                    if n < r.starts_at or n >= r.ends_at then
                        raise check_violation using message = 'no way out: ended';
                    end if;
                    if cardinality(p_information) = 0 or not (p_information <@ r.information::text[])
                            or p_purpose <> r.purpose or not (p_method = any(r.methods)) then
                        raise check_violation using message = 'no way out: not named';
                    end if;
                    if not core.is_signed(r) then
                        raise check_violation using message = 'no way out: not signed';
                    end if;
                    if exists (select from core.consent_sharinghold h
                            where h.participant_id = p_participant and h.lifted_at is null) then
                        raise check_violation using message = 'no way out: held';
                    end if;
                    if exists (select from core.consent_programintouch w where w.participant_id = p_participant
                            and w.agency_id = p_agency and w.removed_at is null and w.wish <> 'together') then
                        raise check_violation using message = 'no way out: wish';
                    end if;
                end if;
            elsif p_exception is not null then
                select * into x from core.consent_lawfulexception
                    where id = p_exception and participant_id = p_participant for update;
                if x.id is null or x.decision <> 'approved' or p_way in ('stop', 'own_copy')
                        or p_agency is distinct from x.agency_id or cardinality(p_information) = 0
                        or not (p_information <@ x.information::text[]) or p_purpose <> x.purpose
                        or not (p_method = any(x.methods))
                        or exists (select from core.consent_disclosure d where d.exception_id = x.id) then
                    raise check_violation using message = 'no way out: nothing';
                end if;
            else
                raise check_violation using message = 'no way out: nothing';
            end if;
            insert into core.consent_disclosure (id, key_id, participant_id, way, method, purpose, information,
                    what, "to", text, agency_id, release_id, exception_id, at, by_id)
                values (p_id, k, p_participant, p_way, p_method, p_purpose, p_information, '', p_to, p_text,
                    p_agency, p_release, p_exception, n, me);
        end
        """,
        ("desk",),
    ),
    Function(
        "core.decide_exception",
        "p_exception uuid, p_decision text",
        "void",
        """
        declare me uuid := access.actor(); x core.consent_lawfulexception;
        begin
            select * into x from core.consent_lawfulexception where id = p_exception for update;
            if x.id is null or not access.has_role('supervisor')
                    or not (x.participant_id = any(core.my_people())) then
                raise insufficient_privilege using message = 'approving is a supervisor''s';
            end if;
            if x.by_id = me then
                raise check_violation using message = 'a second person decides';
            end if;
            if x.decision <> '' or p_decision not in ('approved', 'not_now') then
                raise check_violation using message = 'decided already';
            end if;
            update core.consent_lawfulexception
                set decision = p_decision, decided_at = access.now(), decided_by_id = me
                where id = p_exception;
        end
        """,
        ("desk",),
    ),
    *shared_walls.FUNCTIONS,
]
