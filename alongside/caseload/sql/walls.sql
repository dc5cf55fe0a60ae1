-- What walking with each of their people took at a moment: whoever is case manager, or covers for one meanwhile. A
-- person of whom nothing was said takes what is steady. The one place that counts; no door calls it.
create function core.takes_of(p_staff uuid[], p_at timestamptz) returns table(
    staff_id uuid, participant_id uuid, since timestamptz, level text, far boolean, interpreter boolean,
    critical boolean, amount numeric
) language plpgsql stable as $body$
declare that_day date; place text;
begin
    select nullif(a.time_zone, '') into place from core.agency_agency a;
    that_day := (p_at at time zone coalesce(place, 'UTC'))::date;
    return query select m.staff_id, m.participant_id, min(lower(m.during)), coalesce(i.level, 'steady')::text,
            coalesce(i.far, false), coalesce(i.interpreter, false),
            exists (select from core.participants_criticalperiod c where c.participant_id = m.participant_id
                and c.is_open and c.at <= p_at and that_day between c.begins_on and c.ends_on),
            w.amount
        from core.participants_membership m
        left join lateral (select n.level, n.far, n.interpreter from core.caseload_intensity n
            where n.participant_id = m.participant_id and n.at <= p_at order by n.at desc, n.id limit 1) i on true
        left join lateral (select n.amount from core.caseload_ownweight n
            where n.participant_id = m.participant_id and n.at <= p_at order by n.at desc, n.id limit 1) w on true
        where m.staff_id = any(p_staff) and m.part in ('case_manager', 'cover') and m.during @> p_at
          and coalesce((select s.state from core.participants_statechange s
              where s.participant_id = m.participant_id and s.at <= p_at order by s.at desc limit 1), '') <> 'closed'
        group by m.staff_id, m.participant_id, i.level, i.far, i.interpreter, w.amount;
end $body$;

-- Of oneself, and of the workers whose supervisor one is; of nobody else.
create function core.my_load(p_at timestamptz) returns table(
    staff_id uuid, participant_id uuid, since timestamptz, level text, far boolean, interpreter boolean,
    critical boolean, amount numeric
) language plpgsql stable as $body$
begin
    if access.actor() is null then return; end if;
    return query select * from core.takes_of(core.my_team() || access.actor(), p_at);
end $body$;

-- Teams of five case managers or more: of fewer, nothing is counted for whoever directs.
create function core.counted_teams() returns table(supervisor_id uuid, members uuid[])
language plpgsql stable as $body$
begin
    if not access.has_role('director') then return; end if;
    return query select s.supervisor_id, array_agg(s.id) from core.agency_staff s
        join access.access_account a on a.id = s.id
        where a.is_active and s.supervisor_id is not null and exists (select from access.access_roleheld h
            where h.account_id = s.id and h.role = 'case_manager')
        group by s.supervisor_id having count(*) >= 5;
end $body$;

-- What these teams carry at a moment: people of each kind, and nobody's name or worker.
create function core.team_loads(p_at timestamptz, p_new_since timestamptz) returns table(
    supervisor_id uuid, members uuid[], level text, far boolean, interpreter boolean, critical boolean,
    is_new boolean, number bigint, amount numeric
) language plpgsql stable as $body$
begin
    return query select t.supervisor_id, t.members,
            coalesce(case when k.amount is null then k.level else 'set' end, ''),
            k.amount is null and coalesce(k.far, false), k.amount is null and coalesce(k.interpreter, false),
            k.amount is null and coalesce(k.critical, false),
            k.amount is null and coalesce(k.since > p_new_since, false),
            count(k.participant_id), sum(k.amount)
        from core.counted_teams() t left join lateral core.takes_of(t.members, p_at) k on true
        group by 1, 2, 3, 4, 5, 6, 7;
    return query select t.supervisor_id, t.members, 'set'::text, false, false, false, false, sum(o.number)::bigint,
            sum(o.number * o.weight)
        from core.counted_teams() t join core.caseload_otherpeople o on o.staff_id = any(t.members)
        where o.at <= p_at and (o.ended_at is null or o.ended_at > p_at) group by 1, 2;
end $body$;

-- Of these teams between two moments: nights on call (two hours or more of one, by the clock of the place), days off,
-- and how often somebody came to another case manager from one of the team.
create function core.team_years(p_from timestamptz, p_until timestamptz, p_zone text) returns table(
    supervisor_id uuid, workers integer, nights bigint, days_off bigint, changes bigint
) language plpgsql stable as $body$
begin
    return query select t.supervisor_id, cardinality(t.members),
        (select count(*) from (select o.staff_id, d.night from core.workforce_oncallshift o
            cross join lateral generate_series(
                date_trunc('day', lower(o.during) at time zone p_zone) - interval '1 day',
                date_trunc('day', upper(o.during) at time zone p_zone), interval '1 day') as d(night)
            cross join lateral (select o.during * tstzrange(p_from, p_until) * tstzrange(
                (d.night + interval '22 hours') at time zone p_zone,
                (d.night + interval '30 hours') at time zone p_zone) as part) x
            where o.staff_id = any(t.members) and not isempty(x.part)
            group by 1, 2 having sum(upper(x.part) - lower(x.part)) >= interval '2 hours') n),
        (select count(*) from core.agency_timeoff f cross join lateral generate_series(
                lower(f.during) at time zone p_zone, upper(f.during) at time zone p_zone - interval '1 minute',
                interval '1 day') as d(day)
            where f.staff_id = any(t.members) and f.confirmed_at is not null and f.taken_back_at is null
              and d.day at time zone p_zone >= p_from and d.day at time zone p_zone < p_until),
        (select count(*) from core.participants_membership m where m.part = 'case_manager'
            and lower(m.during) >= p_from and lower(m.during) < p_until and exists (
                select from core.participants_membership b where b.participant_id = m.participant_id
                and b.part = 'case_manager' and b.staff_id <> m.staff_id and b.staff_id = any(t.members)
                and upper(b.during) <= lower(m.during)))
        from core.counted_teams() t;
end $body$;

-- How many wait for a case manager, since when the first of them, for how many somebody is named meanwhile, and how
-- many have none and are not on the list. Nobody's name.
create function core.waiting_counts() returns table(waiting bigint, since timestamptz, named bigint, alone bigint)
language plpgsql stable as $body$
begin
    if not access.has_role('director') then return; end if;
    return query select count(*) filter (where p.state = 'waiting'),
            min(p.state_since) filter (where p.state = 'waiting'),
            count(*) filter (where p.state = 'waiting' and exists (select from core.caseload_waiting w
                where w.participant_id = p.id and w.at > p.state_since - interval '1 second')),
            count(*) filter (where p.state <> 'waiting')
        from core.participants_participant p where p.case_manager_id is null and p.state <> 'closed';
end $body$;
