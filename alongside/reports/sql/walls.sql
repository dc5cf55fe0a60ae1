-- Whose work is counted: of everybody, for a director; for a supervisor of those alone whose records she may open. The
-- house itself counts for nobody.
create function core.counted_for(p_mine boolean) returns uuid[] language plpgsql stable as $body$
begin
    if p_mine and access.has_role('supervisor') then return core.my_people(); end if;
    if not p_mine and access.has_role('director') then return null; end if;
    raise insufficient_privilege using constraint = 'counts_are_those_of_who_leads',
        message = 'counts are the director''s and the supervisor''s';
end $body$;

-- Notes of some spans, once for each span they lie in, with whose they are: two records of one person are one person.
create function core.counted_notes(p_mine boolean, p_from timestamptz[], p_until timestamptz[])
returns table(span integer, note_id uuid, participant_id uuid, person uuid, kind text, at timestamptz, minutes bigint)
language plpgsql stable as $body$
declare mine uuid[] := core.counted_for(p_mine); first timestamptz; last timestamptz;
begin
    select min(f), max(u) into first, last from unnest(p_from, p_until) as s(f, u);
    return query select s.place::integer, n.id, n.participant_id, coalesce(t.kept_id, n.participant_id), n.kind::text,
            n.at, n.minutes::bigint
        from unnest(p_from, p_until) with ordinality as s(f, u, place)
        join core.connection_note n on n.at >= s.f and n.at < s.u
        left join core.participants_linkedrecords t on t.other_id = n.participant_id and t.ended_at is null
        where n.removed_at is null and n.at >= first and n.at < last
          and (not p_mine or n.participant_id = any(mine));
end $body$;

-- Services given, by kind.
create function core.counted_services(p_mine boolean, p_from timestamptz[], p_until timestamptz[])
returns table(what text, span integer, times bigint, minutes bigint, people bigint, months bigint)
language plpgsql stable as $body$
begin
    return query select coalesce(g.kind_id::text, '*'), n.span, count(*), coalesce(sum(g.minutes), 0)::bigint,
            count(distinct n.person), null::bigint
        from core.counted_notes(p_mine, p_from, p_until) n
        join core.connection_servicegiven g on g.note_id = n.note_id
        group by grouping sets ((n.span, g.kind_id), (n.span));
end $body$;

-- All work, attempts and work without contact among it.
create function core.counted_activity(p_mine boolean, p_from timestamptz[], p_until timestamptz[])
returns table(what text, span integer, times bigint, minutes bigint, people bigint, months bigint)
language plpgsql stable as $body$
begin
    return query select coalesce(e.effort, '*'), n.span, count(*), coalesce(sum(n.minutes), 0)::bigint,
            count(distinct n.person), null::bigint
        from core.counted_notes(p_mine, p_from, p_until) n
        cross join lateral (select case n.kind when 'met' then 'contact' when 'call' then 'contact'
            when 'call_for' then 'without' when 'message' then 'contact' when 'no_answer' then 'attempt'
            when 'without' then 'without' when 'decision' then 'contact' when 'other' then 'other' end as effort) e
        group by grouping sets ((n.span, e.effort), (n.span));
end $body$;

-- Time, by how much walking with somebody took when the note was written; and with an interpreter or not. A month is
-- one person's month in which something was done.
create function core.counted_time(p_mine boolean, p_from timestamptz[], p_until timestamptz[], p_languages boolean,
    p_zone text)
returns table(what text, span integer, times bigint, minutes bigint, people bigint, months bigint)
language plpgsql stable as $body$
begin
    return query select coalesce(l.level, '*'), n.span, count(*), coalesce(sum(n.minutes), 0)::bigint,
            count(distinct n.person),
            count(distinct (n.person, date_trunc('month', n.at at time zone p_zone)))
        from core.counted_notes(p_mine, p_from, p_until) n
        cross join lateral (select coalesce((select case when not p_languages then i.level::text
                when i.interpreter then 'interpreter' else 'without' end
            from core.caseload_intensity i where i.participant_id = n.participant_id and i.at <= n.at
            order by i.at desc, i.id limit 1), 'none') as level) l
        group by grouping sets ((n.span, l.level), (n.span));
end $body$;

-- People with whom something was done, each once: new to us; with us before and new in the fiscal year, which begins
-- at `p_fiscal`; and those who continue from earlier in it.
create function core.counted_people(
    p_mine boolean, p_from timestamptz[], p_until timestamptz[], p_fiscal timestamptz[]
) returns table(what text, span integer, times bigint, minutes bigint, people bigint, months bigint)
language plpgsql stable as $body$
begin
    return query
    with here as (
        select distinct n.span, n.person from core.counted_notes(p_mine, p_from, p_until) n),
    records as (
        select h.person, h.person as record_id from here h
        union select h.person, t.other_id from here h
            join core.participants_linkedrecords t on t.kept_id = h.person and t.ended_at is null),
    told as (
        select h.span, h.person, case
            when exists (select from records r join core.connection_note n on n.participant_id = r.record_id
                where r.person = h.person and n.removed_at is null and n.at >= p_fiscal[h.span]
                  and n.at < p_from[h.span]) then 'continuing'
            when exists (select from records r join core.connection_note n on n.participant_id = r.record_id
                where r.person = h.person and n.removed_at is null and n.at < p_from[h.span]) then 'again'
            else 'first' end as state
        from here h)
    select coalesce(d.state, '*'), d.span, null::bigint, null::bigint, count(*), null::bigint
        from told d group by grouping sets ((d.span, d.state), (d.span));
end $body$;

-- What is stuck in systems, by system and kind.
create function core.counted_barriers(p_mine boolean, p_from date[], p_until date[])
returns table(what text, span integer, times bigint, minutes bigint, people bigint, months bigint)
language plpgsql stable as $body$
declare mine uuid[] := core.counted_for(p_mine);
begin
    return query select coalesce(b.system::text, '*') || '|' || coalesce(b.stuck::text, '*'), s.place::integer,
            count(*), null::bigint, count(distinct coalesce(t.kept_id, b.participant_id)), null::bigint
        from unnest(p_from, p_until) with ordinality as s(f, u, place)
        join core.referrals_systembarrier b on b."on" >= s.f and b."on" < s.u
        left join core.participants_linkedrecords t on t.other_id = b.participant_id and t.ended_at is null
        where b.removed_at is null and (not p_mine or b.participant_id = any(mine))
        group by grouping sets ((s.place, b.system, b.stuck), (s.place, b.system), (s.place, b.stuck), (s.place));
end $body$;

-- Who began to wait for a case manager, who waits at the end of a span, and for whom a waiting list was joined.
create function core.counted_waiting(
    p_mine boolean, p_from timestamptz[], p_until timestamptz[], p_first date[], p_after date[]
)
returns table(what text, span integer, times bigint, minutes bigint, people bigint, months bigint)
language plpgsql stable as $body$
declare mine uuid[] := core.counted_for(p_mine);
begin
    return query select w.what, w.span::integer, null::bigint, null::bigint,
            count(distinct coalesce(t.kept_id, w.participant_id)), null::bigint
        from (
            select 'began' as what, s.place as span, c.participant_id
                from unnest(p_from, p_until) with ordinality as s(f, u, place)
                join core.participants_statechange c on c.state = 'waiting' and c.at >= s.f and c.at < s.u
            union all
            select 'waits', s.place, c.participant_id
                from unnest(p_from, p_until) with ordinality as s(f, u, place)
                cross join lateral (select distinct on (h.participant_id) h.participant_id, h.state
                    from core.participants_statechange h where h.at < s.u
                    order by h.participant_id, h.at desc, h.id) c
                where c.state = 'waiting'
            union all
            select 'listed', s.place, p.participant_id
                from unnest(p_first, p_after) with ordinality as s(f, u, place)
                join core.referrals_waitingplace p on p.joined_on >= s.f and p.joined_on < s.u
        ) w
        left join core.participants_linkedrecords t on t.other_id = w.participant_id and t.ended_at is null
        where not p_mine or w.participant_id = any(mine)
        group by 1, 2;
end $body$;

-- Help with money that was handed over, by kind; what was taken back since is not counted.
create function core.counted_assistance(p_mine boolean, p_from timestamptz[], p_until timestamptz[])
returns table(what text, span integer, times bigint, minutes bigint, people bigint, months bigint)
language plpgsql stable as $body$
declare mine uuid[] := core.counted_for(p_mine);
begin
    return query select coalesce(d.kind_id::text, '*'), s.place::integer, count(*), null::bigint,
            count(distinct coalesce(t.kept_id, r.participant_id)), null::bigint
        from unnest(p_from, p_until) with ordinality as s(f, u, place)
        join core.provisions_assistancedecision d
            on d.state = 'handed_over' and d.state_at >= s.f and d.state_at < s.u
        join core.provisions_assistancerequest r on r.decision = d.id
        left join core.participants_linkedrecords t on t.other_id = r.participant_id and t.ended_at is null
        where not p_mine or r.participant_id = any(mine)
        group by grouping sets ((s.place, d.kind_id), (s.place));
end $body$;

-- What was looked for and not found, whatever boxes were ticked: numbers of whole months, which are about nobody.
create function core.counted_gaps(p_from date[], p_until date[])
returns table(what text, span integer, times bigint, minutes bigint, people bigint, months bigint)
language plpgsql stable as $body$
begin
    if access.actor() is null then
        raise insufficient_privilege using constraint = 'for_staff', message = 'for staff';
    end if;
    return query select g.sought::text, s.place::integer, sum(g.count)::bigint, null::bigint, null::bigint, null::bigint
        from unnest(p_from, p_until) with ordinality as s(f, u, place)
        join core.partners_gap g on g.month >= s.f and g.month < s.u
        where g.count > 0 group by g.sought, s.place;
end $body$;
