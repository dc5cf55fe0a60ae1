-- Whether whoever acts is on call at this moment, or leads those who are.
create function core.on_call_or_leads() returns boolean language plpgsql stable as $body$
begin
    return access.has_role('supervisor') or core.is_on_call();
end $body$;

-- Whether somebody's roles let them be on call, as access/roles.py says. Whoever lost the role opens nothing on call.
create function core.may_be_on_call(p_staff uuid) returns boolean language plpgsql stable as $body$
begin
    return exists (select from access.access_account a join access.access_roleheld h on h.account_id = a.id
        where a.id = p_staff and a.is_active and h.role in ('on_call', 'supervisor'));
end $body$;

-- Whether whoever acts is first or second on call at this minute.
create function core.is_on_call() returns boolean language plpgsql stable as $body$
begin
    return exists (select from core.workforce_oncallshift s
        where s.staff_id = access.actor() and s.during @> access.now()) and core.may_be_on_call(access.actor());
end $body$;

-- Who is on call now or in the two weeks that the list shows.
create function core.on_call_soon() returns uuid[] language plpgsql stable as $body$
declare n timestamptz := access.now();
begin
    return coalesce((select array_agg(distinct s.staff_id) from core.workforce_oncallshift s
        where s.during && tstzrange(n, n + interval '14 days')), '{}');
end $body$;

-- The safety plans that open to whoever is on call at this minute: the person agreed to that, and not past a wish for
-- somebody else than this very colleague.
create function core.on_call_plans() returns uuid[] language plpgsql stable as $body$
declare me uuid := access.actor();
begin
    if not core.is_on_call() then return '{}'; end if;
    return coalesce((select array_agg(p.id) from core.safety_safetyplan p where p.on_call_may
        and not core.asked_for_another(p.participant_id, me)), '{}');
end $body$;

create function core.forget_phone(p_staff uuid) returns void language plpgsql as $body$
begin
    delete from vault.vault_key where thing_id = (select p.id from core.workforce_staffphone p
        where p.staff_id = p_staff);
    delete from core.workforce_staffphone where staff_id = p_staff;
end $body$;

create function core.take_back_phone() returns void language plpgsql as $body$
begin
    perform core.forget_phone(access.actor());
end $body$;

-- A shift of somebody who may not be on call is a gap: it keeps nobody out of its place.
create function core.give_way(p_place text, p_during tstzrange) returns void language plpgsql as $body$
declare s core.workforce_oncallshift%rowtype; ends timestamptz;
begin
    for s in select * from core.workforce_oncallshift o where o.place = p_place and o.during && p_during
            and not core.may_be_on_call(o.staff_id) for update loop
        ends := least(access.now(), lower(p_during));
        if ends > lower(s.during) then
            update core.workforce_oncallshift set during = tstzrange(lower(s.during), ends) where id = s.id;
        else
            delete from core.workforce_oncallshift where id = s.id;
        end if;
    end loop;
end $body$;

create function core.put_on_call(p_shift uuid, p_staff uuid, p_place text, p_from timestamptz, p_until timestamptz)
returns void language plpgsql as $body$
begin
    if not (access.has_role('supervisor') or access.has_role('administrator')) then
        raise insufficient_privilege using constraint = 'a_supervisor_or_administrator_sets_this',
            message = 'a supervisor or administrator sets this';
    end if;
    if exists (select from core.workforce_oncallshift where id = p_shift) then return; end if;
    if not exists (select from core.agency_staff s join access.access_account a on a.id = s.id
            where s.id = p_staff and a.is_active) then
        raise check_violation using constraint = 'does_not_work_here', message = 'does not work here';
    end if;
    if not core.may_be_on_call(p_staff) then
        raise check_violation using constraint = 'may_not_be_on_call', message = 'may not be on call';
    end if;
    perform core.give_way(p_place, tstzrange(p_from, p_until));
    insert into core.workforce_oncallshift (id, staff_id, place, during, set_at, set_by_id)
        values (p_shift, p_staff, p_place, tstzrange(p_from, p_until), access.now(), access.actor());
end $body$;

-- What has been stays as it was; what runs ends now; what is to come goes.
create function core.take_off_call(p_shift uuid) returns void language plpgsql as $body$
declare n timestamptz := access.now();
begin
    if not (access.has_role('supervisor') or access.has_role('administrator')) then
        raise insufficient_privilege using constraint = 'a_supervisor_or_administrator_sets_this',
            message = 'a supervisor or administrator sets this';
    end if;
    delete from core.workforce_oncallshift where id = p_shift and lower(during) >= n;
    update core.workforce_oncallshift set during = tstzrange(lower(during), n)
        where id = p_shift and lower(during) < n and upper(during) > n;
end $body$;

-- Numbers only: an administrator opens nobody's record.
create function core.parts_of(p_staff uuid)
returns table(walks integer, has_backup integer, backs_up integer) language plpgsql as $body$
declare n timestamptz := access.now();
begin
    if not access.has_role('administrator') then
        raise insufficient_privilege using constraint = 'an_administrator_closes_an_account',
            message = 'an administrator closes an account';
    end if;
    -- Somebody who was written down twice is one person.
    return query select
        count(distinct w.who) filter (where m.part = 'case_manager')::integer,
        count(distinct w.who) filter (where m.part = 'case_manager'
            and core.ready_backup(m.participant_id) is not null)::integer,
        count(distinct w.who) filter (where m.part = 'backup')::integer
        from core.participants_membership m
        left join core.participants_linkedrecords s on s.other_id = m.participant_id and s.ended_at is null
        cross join lateral (select coalesce(s.kept_id, m.participant_id) as who) w
        where m.staff_id = p_staff and m.during @> n;
end $body$;

create function core.ready_backup(p_participant uuid) returns uuid language plpgsql stable as $body$
declare n timestamptz := access.now();
begin
    return (select m.staff_id from core.participants_membership m
        join access.access_account a on a.id = m.staff_id and a.is_active
        where m.participant_id = p_participant and m.part = 'backup' and m.during @> n
        and exists (select from access.access_roleheld h where h.account_id = m.staff_id
            and h.role in ('case_manager', 'supervisor'))
        and not core.asked_for_another(p_participant, m.staff_id) limit 1);
end $body$;

-- The account is shut, and whoever they walked with gets their backup, or stands on the supervisor's Today.
create function core.close_desk(p_staff uuid) returns void language plpgsql as $body$
declare n timestamptz := access.now(); m record; backup uuid; since timestamptz;
begin
    perform access.set_open(p_staff, false);
    -- Whoever's door is closed stays in the reach of the team, so that they are found when they return.
    for m in select s.participant_id from core.participants_membership s
            join core.participants_participant p on p.id = s.participant_id and p.state <> 'closed'
            where s.staff_id = p_staff and s.part = 'case_manager' and s.during @> n
            order by s.participant_id for update of p loop
        backup := core.ready_backup(m.participant_id);
        select greatest(n, max(lower(s.during)) + interval '1 microsecond') into since
            from core.participants_membership s where s.participant_id = m.participant_id
            and s.staff_id in (p_staff, backup) and s.during @> n;
        update core.participants_membership set during = tstzrange(lower(during), since)
            where participant_id = m.participant_id and during @> n
              and ((staff_id = p_staff and part = 'case_manager') or (staff_id = backup and part = 'backup'));
        if backup is not null then
            insert into core.participants_membership (id, participant_id, staff_id, part, during)
                values (gen_random_uuid(), m.participant_id, backup, 'case_manager', tstzrange(since, null));
        end if;
        update core.participants_participant set case_manager_id = backup where id = m.participant_id;
        insert into core.workforce_standin (id, participant_id, left_id, staff_id, part, at)
            values (gen_random_uuid(), m.participant_id, p_staff, backup, 'case_manager', n);
    end loop;
    insert into core.workforce_standin (id, participant_id, left_id, part, at)
        select gen_random_uuid(), s.participant_id, p_staff, 'backup', n
            from core.participants_membership s
            join core.participants_participant p on p.id = s.participant_id and p.state <> 'closed'
            where s.staff_id = p_staff and s.part = 'backup' and s.during @> n;
    update core.participants_membership
        set during = tstzrange(lower(during), greatest(n, lower(during) + interval '1 microsecond'))
        where staff_id = p_staff and part <> 'case_manager' and during @> n;
    perform core.cut_ties(array(select t.id from core.participants_membership t
        where t.staff_id = p_staff and lower(t.during) > n));
    insert into core.workforce_leftshift (id, left_id, place, during, at)
        select gen_random_uuid(), s.staff_id, s.place, tstzrange(greatest(n, lower(s.during)), upper(s.during)), n
            from core.workforce_oncallshift s where s.staff_id = p_staff and upper(s.during) > n;
    delete from core.workforce_oncallshift where staff_id = p_staff and lower(during) >= n;
    update core.workforce_oncallshift set during = tstzrange(lower(during), n)
        where staff_id = p_staff and lower(during) < n and upper(during) > n;
    update core.workforce_shiftswap set taken_back_at = n
        where p_staff in (asked_by_id, asked_of_id) and answered_at is null and taken_back_at is null;
    perform core.end_time_off_of(p_staff);
    perform core.forget_phone(p_staff);
end $body$;

create function core.settle_stand_in(p_stand_in uuid) returns void language plpgsql as $body$
begin
    update core.workforce_standin s set settled_at = access.now(), settled_by_id = access.actor()
        where s.id = p_stand_in and s.settled_at is null and access.has_role('supervisor')
        and s.participant_id = any(core.my_people());
end $body$;

-- The last of the days that are told as one with this one, as `rules.live_on` reckons; null where nothing is live.
create function core.critical_through(p_participant uuid, p_day date) returns date language plpgsql stable as $body$
declare ends date; further date;
begin
    select max(c.ends_on) into ends from core.participants_criticalperiod c
        where c.participant_id = p_participant and c.is_open and p_day between c.begins_on and c.ends_on;
    loop
        select max(c.ends_on) into further from core.participants_criticalperiod c
            where c.participant_id = p_participant and c.is_open
              and c.begins_on <= ends + 1 and c.ends_on > ends;
        exit when further is null;
        ends := further;
    end loop;
    return ends;
end $body$;

-- The briefs of this night, for whoever is first or second on call at this minute: of people with a live critical
-- period who approved a line, but for who asked not to have this very worker.
create function core.briefs_tonight() returns table(brief uuid, through date) language plpgsql stable as $body$
declare me uuid := access.actor(); n timestamptz := access.now(); place text; came uuid[];
begin
    if me is null or not core.is_on_call() then
        return;
    end if;
    came := core.came_tonight();
    select coalesce(nullif(a.time_zone, ''), 'UTC') into place from core.agency_agency a;
    return query
        select b.id, t.through from core.participants_callbrief b
        join core.participants_participant p on p.id = b.participant_id
            and (p.state <> 'closed' or p.id = any(came))
        cross join lateral (select core.critical_through(p.id,
            (n at time zone coalesce(place, 'UTC'))::date) as through) t
        where (t.through is not null or p.id = any(came))
          and exists (select from core.participants_briefline l where l.brief_id = b.id and not l.is_copy
              and l.approved_at is not null and l.withdrawn_at is null)
          and not core.asked_for_another(p.id, me);
end $body$;

create function core.briefs_on_call() returns uuid[] language plpgsql stable as $body$
begin
    return coalesce((select array_agg(t.brief) from core.briefs_tonight() t), '{}');
end $body$;

-- Those of them that whoever acts has opened since their shift began.
create function core.briefs_opened() returns uuid[] language plpgsql stable as $body$
begin
    return coalesce((select array_agg(distinct o.brief_id) from core.participants_briefopening o
        join core.workforce_oncallshift s on s.staff_id = o.by_id and s.during @> access.now()
            and o.at >= lower(s.during)
        where o.by_id = access.actor() and o.brief_id = any(core.briefs_on_call())), '{}');
end $body$;

create function core.is_brief_opened(p_brief uuid) returns boolean language plpgsql stable as $body$
begin return coalesce(p_brief = any(core.briefs_opened()), false); end $body$;

-- The press that opens a brief is kept before anything of it is shown.
create function core.open_brief(p_opening uuid, p_participant uuid, p_brief uuid)
returns void language plpgsql as $body$
begin
    if p_brief is null or not (p_brief = any(core.briefs_on_call())) then
        raise no_data_found using constraint = 'no_such_brief', message = 'no such brief';
    end if;
    insert into core.participants_briefopening (id, participant_id, brief_id, at, by_id)
        select p_opening, b.participant_id, b.id, access.now(), access.actor()
            from core.participants_callbrief b where b.id = p_brief and b.participant_id = p_participant;
end $body$;
