"""The walls: sessions are read by all staff, a scenario once somebody else approved it, a record by its worker
and their supervisor, and what one takes from a session by nobody else."""

from alongside.access.wall import ME, SIGNED_IN, Function, Joined, Policy, Wall, own_rows
from alongside.practice.walls_supervision import MY_TEAM

_LEADS = "((select access.has_role('practice_lead')) or (select access.has_role('supervisor')))"

_APPROVAL_FALLS = """
    create or replace function core.approval_falls() returns trigger language plpgsql as $body$
    begin
        new.approved_at := null; new.approved_by_id := null; return new;
    end $body$;
    revoke execute on function core.approval_falls() from public;
    drop trigger if exists approval_falls on core.practice_scenario;
    create trigger approval_falls before update of words on core.practice_scenario for each row
        when (old.words is distinct from new.words) execute function core.approval_falls()
"""


def _led(table: str, update: str, keeper: str = "select, update") -> Wall:
    """A table of the agency's own that all staff read and those who lead training write."""
    return Wall(
        table,
        (
            Policy("staff read", on="select", using=SIGNED_IN, to=("desk",)),
            Policy("who leads training may insert", on="insert", check=_LEADS, to=("desk",)),
            Policy("who leads training may update", on="update", using=_LEADS, check=_LEADS, to=("desk",)),
        ),
        {"desk": f"select, insert, update{update}"},
        keeper=keeper,
        excuse="the agency's own trainings; no participant's data",
    )


WALLS = [
    _led("core.practice_trainingtopic", "", "select, insert, update"),
    _led("core.practice_trainingsession", ""),
    Wall(
        "core.practice_trainingplace",
        (
            Policy(
                "one's own, and who leads", on="select", using=f"staff_id = {ME} or {_LEADS}", to=("desk",)
            ),
        ),
        {"desk": "select"},
        keeper="select, insert, update, delete",
    ),
    Wall(
        "core.practice_scenario",
        (
            Policy(
                "approved, or to be read first",
                on="select",
                using=f"{SIGNED_IN} and (approved_at is not null or {_LEADS})",
                to=("desk",),
            ),
            Policy(
                "written by who leads",
                on="insert",
                check=f"{_LEADS} and by_id = {ME} and changed_by_id = {ME} and approved_at is null"
                " and approved_by_id is null",
                to=("desk",),
            ),
            Policy(
                "changed by who leads",
                on="update",
                using=_LEADS,
                check=f"{_LEADS} and changed_by_id = {ME}",
                to=("desk",),
            ),
        ),
        {"desk": "select, insert, update (words, version, changed_at, changed_by_id)"},
        keeper="select, update",
        also=_APPROVAL_FALLS,
    ),
    own_rows("core.practice_trainingreflection", "by_id", "select, insert, update, delete"),
    Wall(
        "core.practice_trainingrecord",
        (
            Policy(
                "one's own, and one's team",
                on="select",
                using=f"staff_id = {ME} or staff_id = {MY_TEAM}",
                to=("desk",),
            ),
        ),
        {"desk": "select"},
        keeper="select, insert",
    ),
]

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of scenarios one may read",
            on="select",
            using="thing_id is not null and exists (select from core.practice_scenario s"
            " where s.id = vault_key.thing_id and s.key_id = vault_key.key_id)",
            to=("desk",),
        ),
    ),
]

FUNCTIONS = [
    Function(
        "core.places_taken",
        "p_sessions uuid[]",
        "table(session uuid, taken bigint)",
        """
        begin
            if access.actor() is null then return; end if;
            return query select p.session_id, count(*) from core.practice_trainingplace p
                where p.session_id = any(p_sessions) and not p.waits group by p.session_id;
        end
        """,
        ("desk",),
        "stable",
    ),
    Function(
        # One after the other, so that the last place goes to one of two who ask at once. True: a place.
        "core.sign_up",
        "p_session uuid",
        "boolean",
        """
        declare
            s core.practice_trainingsession;
            waiting boolean;
        begin
            if not exists (select from core.agency_staff a where a.id = access.actor()) then
                raise insufficient_privilege using message = 'staff sign up';
            end if;
            select * into s from core.practice_trainingsession where id = p_session for update;
            if s is null or s.called_off_at is not null or s.at < access.now() then raise no_data_found; end if;
            select p.waits into waiting from core.practice_trainingplace p
                where p.session_id = p_session and p.staff_id = access.actor();
            if found then return not waiting; end if;
            waiting := s.places is not null and s.places <= (select count(*) from core.practice_trainingplace p
                where p.session_id = p_session and not p.waits);
            insert into core.practice_trainingplace (id, session_id, staff_id, at, waits)
                values (gen_random_uuid(), p_session, access.actor(), access.now(), waiting);
            return not waiting;
        end
        """,
        ("desk",),
    ),
    Function(
        # A place that opens goes to whoever waits longest.
        "core.step_back",
        "p_session uuid",
        "void",
        """
        declare s core.practice_trainingsession;
        begin
            select * into s from core.practice_trainingsession where id = p_session for update;
            delete from core.practice_trainingplace where session_id = p_session and staff_id = access.actor();
            perform core.fill_places(p_session);
        end
        """,
        ("desk",),
    ),
    Function(
        "core.fill_places",
        "p_session uuid",
        "void",
        """
        declare s core.practice_trainingsession; free bigint;
        begin
            if access.actor() is null then
                raise insufficient_privilege using message = 'staff fill places';
            end if;
            select * into s from core.practice_trainingsession where id = p_session for update;
            if s is null or s.at < access.now() then return; end if;
            select s.places - count(*) into free from core.practice_trainingplace p
                where p.session_id = p_session and not p.waits;
            update core.practice_trainingplace set waits = false where id in (
                select p.id from core.practice_trainingplace p where p.session_id = p_session and p.waits
                order by p.at, p.id limit case when s.places is null then null else greatest(free, 0) end);
        end
        """,
        ("desk",),
    ),
    Function(
        # Two people stand for these very words: whoever wrote them last, and somebody else who read them.
        "core.approve_scenario",
        "p_scenario uuid, p_version integer",
        "void",
        f"""
        declare s core.practice_scenario; me uuid := access.actor();
        begin
            select * into s from core.practice_scenario where id = p_scenario for update;
            if s is null or not {_LEADS} then
                raise insufficient_privilege using message = 'somebody who leads training approves';
            end if;
            if me = s.changed_by_id then
                raise check_violation using message = 'a second person approves';
            end if;
            if s.version <> p_version then raise serialization_failure using message = 'changed meanwhile'; end if;
            update core.practice_scenario set approved_at = access.now(), approved_by_id = me where id = p_scenario;
        end
        """,
        ("desk",),
    ),
    Function(
        # Written for oneself, or by a supervisor for their team. The profile shows what was learned at a
        # session here, or what a supervisor writes down: one's own word about elsewhere stays in one's list.
        "core.record_training",
        "p_id uuid, p_staff uuid, p_topic uuid, p_on date, p_session uuid",
        "void",
        """
        declare me uuid := access.actor(); t core.practice_trainingtopic;
        begin
            if me is null or not (p_staff = me or p_staff = any(core.my_team())) then
                raise insufficient_privilege using message = 'training is recorded by its worker or their supervisor';
            end if;
            if p_on > access.now() + interval '1 day' then
                raise check_violation using message = 'not yet';
            end if;
            if p_session is not null and not exists (
                select from core.practice_trainingplace p join core.practice_trainingsession s on s.id = p.session_id
                where p.session_id = p_session and p.staff_id = p_staff and not p.waits and s.topic_id = p_topic
                  and s.at <= access.now() and s.called_off_at is null
                  and (s.at at time zone 'UTC')::date between p_on - 1 and p_on + 1
            ) then
                raise insufficient_privilege using message = 'only who came to a session has been there';
            end if;
            select * into t from core.practice_trainingtopic where id = p_topic;
            insert into core.practice_trainingrecord (id, staff_id, topic_id, on_day, session_id, by_id, at)
                values (p_id, p_staff, p_topic, p_on, p_session, me, access.now()) on conflict do nothing;
            if t.on_profile and (p_session is not null or p_staff <> me) then
                perform core.trafficking_trained(p_staff, p_on);
            end if;
        end
        """,
        ("desk",),
    ),
    Function(
        # With another agency's set-up file an administrator takes its topics over, and writes none otherwise.
        "core.take_topic",
        "p_key text, p_name text, p_place int, p_months int, p_profile boolean, p_hidden boolean",
        "void",
        """
        begin
            if not access.has_role('administrator') then
                raise insufficient_privilege using message = 'an administrator takes topics over';
            end if;
            update core.practice_trainingtopic t set name = p_name, place = p_place, refresh_months = p_months,
                    on_profile = p_profile, hidden = p_hidden
                where case when p_key <> '' then t.key = p_key else t.key = '' and lower(t.name) = lower(p_name) end;
            if not found then
                insert into core.practice_trainingtopic (id, key, name, place, refresh_months, on_profile, hidden)
                    values (gen_random_uuid(), p_key, p_name, p_place, p_months, p_profile, p_hidden);
            end if;
        end
        """,
        ("desk",),
    ),
]
