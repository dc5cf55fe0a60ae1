"""The walls around notes and the strand of connection, and the count a director may read instead of them."""

from alongside.access.wall import ME, MY_PEOPLE, Function, Policy, Wall, of_agency, of_participant
from alongside.connection.choices import EFFORT_OF

_HERS = f"{MY_PEOPLE} and by_id = {ME}"
_READ = Policy("people within reach", on="select", using=MY_PEOPLE)
_IN_ONES_OWN_NAME = Policy("in one's own name", on="insert", check=_HERS)


def _written_once(table: str) -> Wall:
    """Read by those within reach, written in one's own name, never changed."""
    return Wall(table, (_READ, _IN_ONES_OWN_NAME), {"desk": "select, insert", "worker": "select"})


WALLS = [
    Wall(
        "core.connection_note",
        (
            _READ,
            _IN_ONES_OWN_NAME,
            Policy("amended", on="update", using=MY_PEOPLE, check=MY_PEOPLE),
        ),
        {
            "desk": "select, insert, update (kind, at, minutes, happened, responded, participant_can_see,"
            " version, amended_at, amended_by_id, removed_at)",
            "worker": "select",
        },
        keeper="select",
    ),
    # An old version names whoever wrote it, so its writer is not the one who amends.
    Wall(
        "core.connection_noteversion",
        (_READ, Policy("kept on amending", on="insert", check=MY_PEOPLE)),
        {"desk": "select, insert", "worker": "select"},
    ),
    _written_once("core.connection_notestatement"),
    of_agency("core.connection_servicekind"),
    Wall(
        "core.connection_servicegiven",
        (Policy("people within reach", using=MY_PEOPLE, check=MY_PEOPLE),),
        {"desk": "select, insert, delete", "worker": "select"},
        keeper="select",
    ),
    of_participant(
        "core.connection_shift",
        "select, insert, update (lens, response, wondered, followed, version, changed_at, changed_by_id,"
        " removed_at)",
        author="by_id",
    ),
    of_participant(
        "core.connection_reachout", "select, insert, update (on_day, said_at), delete", author="by_id"
    ),
    of_participant("core.connection_seasonchange", "select, insert, update (removed_at)", author="by_id"),
    of_participant("core.connection_movement", "select, insert, update (removed_at)", author="by_id"),
    of_participant("core.connection_presenceplan", "select, insert, update (next_on)", author="by_id"),
    of_participant("core.connection_agreement", author="by_id"),
]

_EFFORT = " ".join(f"when '{kind}' then '{effort}'" for kind, effort in EFFORT_OF.items())

FUNCTIONS = [
    # Counts for those who open nobody's record, of one month of the agency's place: nobody chooses where a span begins
    # or ends, so that none can be taken from another. A cell below five comes back empty; while its month goes on, so
    # does one of fewer than five people.
    Function(
        "core.activity_counts",
        "p_year integer, p_month integer",
        "table(part text, what text, entries bigint, minutes bigint)",
        f"""
        declare place text; begins timestamptz; ends timestamptz; fewest bigint;
        begin
            if not access.has_role('director') then
                raise insufficient_privilege using message = 'counts are the director''s';
            end if;
            select coalesce(nullif(a.time_zone, ''), 'UTC') into place from core.agency_agency a;
            begins := make_timestamptz(p_year, p_month, 1, 0, 0, 0, coalesce(place, 'UTC'));
            ends := make_timestamptz(p_year + p_month / 12, p_month % 12 + 1, 1, 0, 0, 0, coalesce(place, 'UTC'));
            fewest := case when ends > access.now() then 5 else 1 end;
            return query
            with cells as (
                select 'effort'::text as c_part, (case n.kind {_EFFORT} end)::text as c_what,
                       count(*) as c_entries, sum(n.minutes)::bigint as c_minutes,
                       count(distinct n.participant_id) as c_people
                    from core.connection_note n
                    where n.removed_at is null and n.at >= begins and n.at < ends
                    group by 2
                union all
                select 'service', g.kind_id::text, count(*), sum(g.minutes)::bigint,
                       count(distinct n.participant_id)
                    from core.connection_servicegiven g
                    join core.connection_note n on n.id = g.note_id
                    where n.removed_at is null and n.at >= begins and n.at < ends
                    group by 2)
            select c_part, c_what, case when c_entries >= 5 and c_people >= fewest then c_entries end,
                   case when c_entries >= 5 and c_people >= fewest then c_minutes end from cells;
        end
        """,
        ("desk",),
        "stable",
    ),
]
