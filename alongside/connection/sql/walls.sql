-- Counts for those who open nobody's record, of one month of the agency's place: nobody chooses where a span begins
-- or ends, so that none can be taken from another. A cell below five comes back empty; while its month goes on, so
-- does one of fewer than five people.
create function core.activity_counts(p_year integer, p_month integer)
returns table(part text, what text, entries bigint, minutes bigint) language plpgsql stable as $body$
declare place text; begins timestamptz; ends timestamptz; fewest bigint;
begin
    if not access.has_role('director') then
        raise insufficient_privilege using constraint = 'counts_are_the_directors',
            message = 'counts are the director''s';
    end if;
    select coalesce(nullif(a.time_zone, ''), 'UTC') into place from core.agency_agency a;
    begins := make_timestamptz(p_year, p_month, 1, 0, 0, 0, coalesce(place, 'UTC'));
    ends := make_timestamptz(p_year + p_month / 12, p_month % 12 + 1, 1, 0, 0, 0, coalesce(place, 'UTC'));
    fewest := case when ends > access.now() then 5 else 1 end;
    return query
    with cells as (
        select 'effort'::text as c_part, (case n.kind when 'met' then 'contact' when 'call' then 'contact'
                    when 'call_for' then 'without' when 'message' then 'contact' when 'no_answer' then 'attempt'
                    when 'without' then 'without' when 'decision' then 'contact'
                    when 'other' then 'other' end)::text as c_what,
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
end $body$;
