"""The walls: a check-in is its author's alone, and nothing in the house says who answered what of a month."""

from alongside.access.wall import ME, Function, Policy, Wall, own_rows

# A month is a whole month at UTC, the same for everybody; a month that has not ended tells nothing, so that
# no two readings of it can be taken from one another.
_THIS_MONTH = "date_trunc('month', access.now() at time zone 'UTC')::date"
FEWEST = 5

WALLS = [
    own_rows("core.practice_checkin", "by_id", "select, insert, delete"),
    Wall(
        "core.practice_carriedanswered",
        (Policy("one's own", on="select", using=f"by_id = {ME}", to=("desk",)),),
        {"desk": "select"},
        keeper="select, insert",
    ),
    Wall("core.practice_carriedtally", keeper="select, insert, update"),
]

FUNCTIONS = [
    Function(
        "core.answer_month",
        "p_answer text",
        "boolean",
        f"""
        declare m date := {_THIS_MONTH};
        begin
            if access.actor() is null or not exists (select from core.agency_staff s where s.id = access.actor())
            then
                raise insufficient_privilege using message = 'staff answer';
            end if;
            insert into core.practice_carriedanswered (id, by_id, month)
                values (gen_random_uuid(), access.actor(), m) on conflict (by_id, month) do nothing;
            if not found then return false; end if;
            insert into core.practice_carriedtally (id, month, answer, people)
                values (gen_random_uuid(), m, p_answer, 1)
                on conflict (month, answer) do update set people = core.practice_carriedtally.people + 1;
            return true;
        end
        """,
        ("desk",),
    ),
    Function(
        # The whole agency, whole months that have ended, five people or more; and then in words, so that
        # neither one who stands alone nor all who say the same can be read from a number.
        "core.carried_months",
        "p_since date",
        "table(month date, answer text, how_many text)",
        f"""
        begin
            if access.actor() is null then return; end if;
            return query
            with whole as (
                select t.month as m, sum(t.people) as n from core.practice_carriedtally t
                where t.month >= p_since and t.month < {_THIS_MONTH}
                group by t.month
                having sum(t.people) >= {FEWEST} and (
                    select count(distinct a.by_id) from core.practice_carriedanswered a where a.month = t.month
                ) >= {FEWEST})
            select w.m, c.answer, case when coalesce(t.people, 0) * 4 < w.n then 'few'
                when t.people * 2 <= w.n then 'some' else 'many' end
            from whole w cross join unnest(array['light', 'all_right', 'heavy', 'too_heavy']) as c(answer)
            left join core.practice_carriedtally t on t.month = w.m and t.answer = c.answer;
        end
        """,
        ("desk",),
        "stable",
    ),
]
