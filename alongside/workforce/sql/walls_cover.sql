-- Whether whoever acts decides about this colleague's time off: their supervisor; where none is at work here, any.
create function core.leads_worker(p_staff uuid) returns boolean language plpgsql stable as $body$
declare me uuid := access.actor();
begin
    if not access.has_role('supervisor') then return false; end if;
    return p_staff = me or exists (select from core.agency_staff s where s.id = p_staff and s.supervisor_id = me)
        or not exists (select from core.agency_staff s
            join access.access_account a on a.id = s.supervisor_id and a.is_active
            join access.access_roleheld h on h.account_id = a.id and h.role = 'supervisor' where s.id = p_staff);
end $body$;

create function core.plan_time_off(p_off uuid, p_staff uuid, p_from timestamptz, p_until timestamptz)
returns void language plpgsql as $body$
declare me uuid := access.actor();
begin
    if me is null or not (p_staff = me or core.leads_worker(p_staff)) then
        raise insufficient_privilege using constraint = 'another_plans_this', message = 'another plans this';
    end if;
    if exists (select from core.agency_timeoff o where o.id = p_off) then return; end if;
    if p_until <= access.now() or not exists (select from access.access_account a
            where a.id = p_staff and a.is_active) then
        raise check_violation using constraint = 'time_off_is_to_come', message = 'time off is to come';
    end if;
    insert into core.agency_timeoff (id, staff_id, during, at, by_id)
        values (p_off, p_staff, tstzrange(p_from, p_until), access.now(), me);
end $body$;

-- The ties of one who covers, as what is confirmed says it. Whoever calls it has looked at who may.
create function core.tie_cover(p_participant uuid, p_staff uuid) returns void language plpgsql as $body$
declare n timestamptz := access.now(); o record;
begin
    perform core.end_ties(p_participant, p_staff, 'cover');
    for o in select f.during from core.workforce_cover c join core.agency_timeoff f on f.id = c.off_id
            where c.participant_id = p_participant and c.staff_id = p_staff and f.confirmed_at is not null
              and f.taken_back_at is null and upper(f.during) > n order by f.during loop
        perform core.tie(p_participant, p_staff, 'cover', greatest(n, lower(o.during)), upper(o.during));
    end loop;
end $body$;

-- Holds the time off for whoever acts, where they may still change it.
create function core.hold_time_off(p_off uuid) returns void language plpgsql as $body$
declare o core.agency_timeoff;
begin
    select * into o from core.agency_timeoff f where f.id = p_off for update;
    if o.id is null or not (o.staff_id = access.actor() or core.leads_worker(o.staff_id)) then
        raise insufficient_privilege using constraint = 'another_plans_this', message = 'another plans this';
    end if;
    if o.taken_back_at is not null or upper(o.during) <= access.now() then
        raise check_violation using constraint = 'time_off_is_over', message = 'time off is over';
    end if;
end $body$;

-- Who covers for one participant, or nobody. Whether they can is tried by the tie itself, which then is gone again
-- unless the time off is confirmed: so why somebody cannot is known to the keeper alone.
create function core.name_cover(p_cover uuid, p_off uuid, p_participant uuid, p_staff uuid)
returns void language plpgsql as $body$
declare o core.agency_timeoff; was uuid; why text;
begin
    perform core.hold_time_off(p_off);
    select * into o from core.agency_timeoff f where f.id = p_off;
    if not exists (select from core.participants_participant p where p.id = p_participant
            and p.id = any(core.my_people()) and p.case_manager_id = o.staff_id) then
        raise insufficient_privilege using constraint = 'nobody_within_reach', message = 'nobody within reach';
    end if;
    if p_staff = o.staff_id or exists (select from core.agency_timeoff f where f.staff_id = p_staff
            and f.confirmed_at is not null and f.taken_back_at is null and f.during && o.during) then
        raise check_violation using constraint = 'covers_not_then', message = 'covers not then';
    end if;
    select c.staff_id into was from core.workforce_cover c
        where c.off_id = p_off and c.participant_id = p_participant for update;
    if was is not distinct from p_staff then return; end if;
    if p_staff is not null then
        begin
            perform core.tie(p_participant, p_staff, 'cover',
                greatest(access.now(), lower(o.during)), upper(o.during));
            raise check_violation using constraint = 'only_tried', message = 'only tried';
        exception when check_violation then
            get stacked diagnostics why = constraint_name;
            if why <> 'only_tried' then
                raise check_violation using constraint = 'choose_somebody_else', message = 'choose somebody else';
            end if;
        end;
    end if;
    delete from core.workforce_cover c where c.off_id = p_off and c.participant_id = p_participant;
    if p_staff is not null then
        insert into core.workforce_cover (id, off_id, participant_id, staff_id, at, by_id)
            values (p_cover, p_off, p_participant, p_staff, access.now(), access.actor());
    end if;
    if o.confirmed_at is not null then
        if was is not null then perform core.tie_cover(p_participant, was); end if;
        if p_staff is not null then perform core.tie_cover(p_participant, p_staff); end if;
    end if;
end $body$;

-- From now on it holds, and each who covers has their tie from the first moment of it to the last. Who was named and
-- cannot any more is named no longer; how many those are is the answer, and then nothing is confirmed.
create function core.confirm_time_off(p_off uuid) returns integer language plpgsql as $body$
declare o core.agency_timeoff; c record; gone integer := 0;
begin
    perform core.hold_time_off(p_off);
    select * into o from core.agency_timeoff f where f.id = p_off;
    if not core.leads_worker(o.staff_id) then
        raise insufficient_privilege using constraint = 'another_confirms_this', message = 'another confirms this';
    end if;
    if o.confirmed_at is not null then return 0; end if;
    update core.agency_timeoff set confirmed_at = access.now(), confirmed_by_id = access.actor() where id = p_off;
    for c in select v.id, v.participant_id, v.staff_id from core.workforce_cover v where v.off_id = p_off loop
        begin
            perform core.tie_cover(c.participant_id, c.staff_id);
        exception when check_violation then
            delete from core.workforce_cover where id = c.id;
            gone := gone + 1;
        end;
    end loop;
    if gone > 0 then
        update core.agency_timeoff set confirmed_at = null, confirmed_by_id = null where id = p_off;
        for c in select v.participant_id, v.staff_id from core.workforce_cover v where v.off_id = p_off loop
            perform core.tie_cover(c.participant_id, c.staff_id);
        end loop;
    end if;
    return gone;
end $body$;

-- What runs ends now, what is to come is taken back, and every cover with it. Whoever calls it has looked at who may.
create function core.cut_time_off(p_off uuid) returns void language plpgsql as $body$
declare n timestamptz := access.now(); c record;
begin
    update core.agency_timeoff set taken_back_at = n
        where id = p_off and (confirmed_at is null or lower(during) >= n);
    update core.agency_timeoff set during = tstzrange(lower(during), n)
        where id = p_off and confirmed_at is not null and lower(during) < n;
    for c in select v.participant_id, v.staff_id from core.workforce_cover v where v.off_id = p_off loop
        perform core.tie_cover(c.participant_id, c.staff_id);
    end loop;
end $body$;

-- They are back, or do not go.
create function core.end_time_off(p_off uuid) returns void language plpgsql as $body$
begin
    perform core.hold_time_off(p_off);
    perform core.cut_time_off(p_off);
end $body$;

-- Time off of a colleague who left ends with their account; not while somebody has nobody but who covers in it.
create function core.end_time_off_of(p_staff uuid) returns void language plpgsql as $body$
declare n timestamptz := access.now(); o uuid;
begin
    for o in select f.id from core.agency_timeoff f where f.staff_id = p_staff and f.taken_back_at is null
            and upper(f.during) > n and (lower(f.during) >= n or f.confirmed_at is null or not exists (
                select from core.workforce_cover c join core.participants_participant p on p.id = c.participant_id
                where c.off_id = f.id and p.case_manager_id is null and p.state <> 'closed'))
            order by f.id for update loop
        perform core.cut_time_off(o);
    end loop;
end $body$;
