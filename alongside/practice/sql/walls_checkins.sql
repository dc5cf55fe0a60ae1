-- A month is a whole month at UTC, the same for everybody; a month that has not ended tells nothing, so that
-- no two readings of it can be taken from one another.

create function core.answer_workload_check_in(p_answer text) returns boolean language plpgsql as $body$
declare m date := date_trunc('month', access.now() at time zone 'UTC')::date;
begin
    if access.actor() is null or not exists (select from core.agency_staff s where s.id = access.actor())
    then
        raise insufficient_privilege using constraint = 'staff_answer', message = 'staff answer';
    end if;
    insert into core.practice_workloadanswered (id, by_id, month)
        values (gen_random_uuid(), access.actor(), m) on conflict (by_id, month) do nothing;
    if not found then return false; end if;
    insert into core.practice_workloadtally (id, month, answer, people)
        values (gen_random_uuid(), m, p_answer, 1)
        on conflict (month, answer) do update set people = core.practice_workloadtally.people + 1;
    return true;
end $body$;

-- The whole agency, whole months that have ended, five people or more; and then in words, so that
-- neither one who stands alone nor all who say the same can be read from a number.
create function core.carried_months(p_since date)
returns table(month date, answer text, how_many text) language plpgsql stable as $body$
begin
    if access.actor() is null then return; end if;
    return query
    with whole as (
        select t.month as m, sum(t.people) as n from core.practice_workloadtally t
        where t.month >= p_since and t.month < date_trunc('month', access.now() at time zone 'UTC')::date
        group by t.month
        having sum(t.people) >= 5 and (
            select count(distinct a.by_id) from core.practice_workloadanswered a where a.month = t.month
        ) >= 5)
    select w.m, c.answer, case when coalesce(t.people, 0) * 4 < w.n then 'few'
        when t.people * 2 <= w.n then 'some' else 'many' end
    from whole w cross join unnest(array['light', 'all_right', 'heavy', 'too_heavy']) as c(answer)
    left join core.practice_workloadtally t on t.month = w.m and t.answer = c.answer;
end $body$;
