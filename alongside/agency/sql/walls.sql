create function core.set_staff(
    p_staff uuid, p_name text, p_supervisor uuid, p_site uuid, p_languages text[], p_credentials text,
    p_hours text, p_training date
) returns void language plpgsql as $body$
declare me uuid := access.actor();
begin
    if not access.has_role('administrator') then
        raise insufficient_privilege using constraint = 'only_an_administrator_changes_staff',
            message = 'only an administrator changes staff';
    end if;
    -- Who leads a worker has their people's records open: that is not given to oneself, where there is
    -- anybody else who could.
    if p_supervisor = me and access.has_role('supervisor')
            and not exists (select from core.agency_staff s where s.id = p_staff and s.supervisor_id = me)
            and exists (select from core.participants_membership m
                where m.staff_id = p_staff and m.during @> access.now())
            and exists (select from access.access_roleheld h join access.access_account a
                on a.id = h.account_id where h.role = 'administrator' and a.is_active and a.id <> me) then
        raise check_violation using constraint = 'another_administrator_lets_you_lead_them',
            message = 'another administrator lets you lead them';
    end if;
    insert into core.agency_staff
        (id, name, supervisor_id, site_id, languages, credentials, hours, trafficking_training_on)
        values (p_staff, p_name, p_supervisor, p_site, p_languages, p_credentials, p_hours, p_training)
        on conflict (id) do update set name = excluded.name, supervisor_id = excluded.supervisor_id,
            site_id = excluded.site_id, languages = excluded.languages,
            credentials = excluded.credentials, hours = excluded.hours,
            trafficking_training_on = excluded.trafficking_training_on;
    update access.access_account set name = p_name where id = p_staff;
end $body$;

-- No door calls this: a record of training does, in the keeper's name. A later day stays.
create function core.trafficking_trained(p_staff uuid, p_on date) returns void language plpgsql as $body$
begin
    update core.agency_staff
        set trafficking_training_on = greatest(trafficking_training_on, p_on) where id = p_staff;
end $body$;

-- The workers whose supervisor I am; nobody, for one who does not hold that role.
create function core.my_team() returns uuid[] language plpgsql stable as $body$
declare found uuid[];
begin
    if not access.has_role('supervisor') then return '{}'; end if;
    select coalesce(array_agg(s.id), '{}') into found
        from core.agency_staff s where s.supervisor_id = access.actor();
    return found;
end $body$;

-- When somebody works decides where what comes for them goes, so it is set here alone. From the same day anew, it
-- takes the place of what stood.
create function core.set_pattern(
    p_pattern uuid, p_staff uuid, p_since date, p_zone text, p_begins time[], p_ends time[], p_weekly numeric,
    p_part_time boolean
) returns void language plpgsql as $body$
begin
    if not (access.has_role('supervisor') or access.has_role('administrator')) then
        raise insufficient_privilege using constraint = 'a_supervisor_or_administrator_sets_this',
            message = 'a supervisor or administrator sets this';
    end if;
    if not exists (select from core.agency_staff s join access.access_account a on a.id = s.id
            where s.id = p_staff and a.is_active) then
        raise check_violation using constraint = 'does_not_work_here', message = 'does not work here';
    end if;
    insert into core.agency_pattern
        (id, staff_id, since, zone, begins, ends, weekly_hours, part_time, at, by_id)
        values (p_pattern, p_staff, p_since, p_zone, p_begins, p_ends, p_weekly, p_part_time,
            access.now(), access.actor())
        on conflict (staff_id, since) do update set zone = excluded.zone, begins = excluded.begins,
            ends = excluded.ends, weekly_hours = excluded.weekly_hours, part_time = excluded.part_time,
            at = excluded.at, by_id = excluded.by_id;
end $body$;

-- Whether somebody is at work at a moment, by the clock on the wall where they work, as `agency/rules.py` reckons; of
-- whom no hours are set it is said that they are, but for time off.
create function core.at_work(p_staff uuid, p_at timestamptz) returns boolean language plpgsql stable as $body$
declare p core.agency_pattern; ours text; there timestamp; day date; known boolean := false;
    place integer; over integer;
begin
    if exists (select from core.agency_timeoff o where o.staff_id = p_staff and o.during @> p_at
            and o.confirmed_at is not null and o.taken_back_at is null) then return false; end if;
    select coalesce(nullif(a.time_zone, ''), 'UTC') into ours from core.agency_agency a;
    for back in 0..1 loop
        select * into p from core.agency_pattern w where w.staff_id = p_staff
            and w.since <= (p_at at time zone coalesce(nullif(w.zone, ''), ours, 'UTC'))::date - back
            order by w.since desc limit 1;
        continue when p.id is null;
        known := true;
        there := p_at at time zone coalesce(nullif(p.zone, ''), ours, 'UTC');
        day := there::date - back;
        place := extract(isodow from day)::integer;
        continue when p.begins[place] is null or p.ends[place] is null;
        over := (p.ends[place] <= p.begins[place])::integer;
        if there >= day + p.begins[place] and there < day + over + p.ends[place] then return true; end if;
    end loop;
    return not known;
end $body$;
