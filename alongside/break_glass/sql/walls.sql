-- The shift in which whoever acts is first or second on call at this minute, or nothing.
create function core.my_shift() returns tstzrange language plpgsql stable as $body$
begin
    return (select s.during from core.workforce_oncallshift s
        where s.staff_id = access.actor() and s.during @> access.now() and core.may_be_on_call(s.staff_id) limit 1);
end $body$;

-- Whose alias and code word whoever acts was told in this shift: their brief opens tonight, and nothing else.
create function core.came_tonight() returns uuid[] language plpgsql stable as $body$
declare me uuid := access.actor(); shift tstzrange := core.my_shift();
begin
    if shift is null then return '{}'; end if;
    return coalesce((select array_agg(r) from core.break_glass_codetry t
        cross join lateral unnest(core.records_of(t.participant_id)) r
        where t.by_id = me and t.participant_id is not null and t.at >= lower(shift)), '{}');
end $body$;

-- Records restricted to colleagues of whom whoever acts is none. A supervisor's lock that no named supervisor can
-- open any more keeps no supervisor out.
create function core.restricted_from_me() returns uuid[] language plpgsql stable as $body$
begin
    if not exists (select from core.break_glass_restriction r where r.ended_at is null) then return '{}'; end if;
    return core.restricted_from(access.actor());
end $body$;

create function core.restricted_from(p_staff uuid) returns uuid[] language plpgsql stable as $body$
declare leads boolean := exists (select from access.access_roleheld h
    where h.account_id = p_staff and h.role = 'supervisor');
begin
    return coalesce((select array_agg(distinct p) from core.break_glass_restriction r
        cross join lateral unnest(core.records_of(r.participant_id)) p
        where r.ended_at is null
          and not exists (select from core.break_glass_named d where d.restriction_id = r.id and d.staff_id = p_staff)
          and (not leads or exists (select from core.break_glass_named d
              join access.access_account a on a.id = d.staff_id and a.is_active
              join access.access_roleheld h on h.account_id = a.id and h.role = 'supervisor'
              where d.restriction_id = r.id))), '{}');
end $body$;

-- From a brief that is opened, whoever is on call opens the record for a stated reason: two hours, or until the shift
-- ends. Who asked for another worker has no brief there, so nothing is refused that would tell it.
create function core.break_glass(p_opening uuid, p_participant uuid, p_brief uuid, p_reason bytea)
returns timestamptz language plpgsql as $body$
declare
    me uuid := access.actor();
    n timestamptz := access.now();
    ends timestamptz := least(n + interval '2 hours', upper(core.my_shift()));
    b core.participants_callbrief;
begin
    select * into b from core.participants_callbrief where id = p_brief and participant_id = p_participant;
    if b.id is null or not core.is_brief_opened(b.id)
            or not (access.has_role('on_call') or access.has_role('supervisor')) then
        raise no_data_found using constraint = 'no_such_brief', message = 'no such brief';
    end if;
    if coalesce(length(p_reason), 0) = 0 then
        raise check_violation using constraint = 'a_reason_is_stated', message = 'a reason is stated';
    end if;
    perform from core.participants_participant p where p.id = b.participant_id for no key update;
    if exists (select from core.break_glass_opening o where o.id = p_opening) then
        return (select o.until from core.break_glass_opening o where o.id = p_opening);
    end if;
    if b.participant_id = any(core.my_people() || core.read_tonight()) then
        raise unique_violation using constraint = 'is_open_to_you', message = 'is open to you';
    end if;
    if b.participant_id = any(core.restricted_from(me)) then
        raise check_violation using constraint = 'record_is_restricted', message = 'record is restricted';
    end if;
    perform core.tie(b.participant_id, me, 'break_glass', n, ends);
    insert into core.break_glass_opening
        (id, key_id, participant_id, brief_id, until, reason, outcome, follows, at, by_id)
        values (p_opening, b.key_id, b.participant_id, b.id, ends, p_reason, '', '', n, me);
    return ends;
end $body$;

-- The person was told, by somebody who walks with them.
create function core.say_told(p_participant uuid, p_opening uuid) returns void language plpgsql as $body$
begin
    update core.break_glass_opening o set told_at = access.now(), told_by_id = access.actor()
        where o.id = p_opening and o.participant_id = p_participant and o.told_at is null
          and o.participant_id = any(core.my_people());
end $body$;

-- By a supervisor who reaches the person, and not the one who opened it.
create function core.review_opening(p_opening uuid, p_outcome bytea, p_follows bytea)
returns void language plpgsql as $body$
begin
    update core.break_glass_opening o set reviewed_at = access.now(), reviewed_by_id = access.actor(),
            outcome = p_outcome, follows = p_follows
        where o.id = p_opening and o.by_id <> access.actor() and access.has_role('supervisor')
          and o.participant_id = any(core.my_people());
    if not found then
        raise insufficient_privilege using constraint = 'another_supervisor_reviews_it',
            message = 'another supervisor reviews it';
    end if;
end $body$;

-- An alias and a code word together, as one keyed token: kept is whose it is, where it is exactly one person's, and
-- that it was tried. The same is done whoever it is of.
create function core.try_code_word(p_try uuid, p_token bytea) returns integer language plpgsql as $body$
declare
    me uuid := access.actor();
    n timestamptz := access.now();
    shift tstzrange := core.my_shift();
    tried integer;
    closed_to_me uuid[];
    found uuid[];
begin
    if shift is null or not (access.has_role('on_call') or access.has_role('supervisor')) then
        raise insufficient_privilege using constraint = 'not_on_call_now', message = 'not on call now';
    end if;
    perform pg_advisory_xact_lock(hashtextextended(me::text, 0));
    select count(*) into tried from core.break_glass_codetry t where t.by_id = me and t.at >= lower(shift);
    if tried >= 5 then
        raise check_violation using constraint = 'five_tries_a_shift', message = 'five tries a shift';
    end if;
    closed_to_me := core.restricted_from(me);
    select array_agg(distinct coalesce(s.kept_id, l.participant_id)) into found
        from core.participants_likeness l
        join core.participants_contactpoint c on c.id = l.ref and c.removed_at is null
        left join core.participants_linkedrecords s on s.other_id = l.participant_id and s.ended_at is null
        where l.of = 'call' and l.token = p_token;
    if cardinality(found) <> 1 or found[1] = any(closed_to_me) or core.asked_for_another(found[1], me) then
        found := null;
    end if;
    insert into core.break_glass_codetry (id, participant_id, at, by_id) values (p_try, found[1], n, me);
    return tried + 1;
end $body$;

-- To a worker's supervisor, or where they have none, to every other one: what opened nothing, and what led to a record
-- that is closed.
create function core.tries_for_me() returns uuid[] language plpgsql stable as $body$
declare me uuid := access.actor();
begin
    if me is null or not access.has_role('supervisor') then return '{}'; end if;
    return coalesce((select array_agg(t.id) from core.break_glass_codetry t
        left join core.agency_staff s on s.id = t.by_id
        left join core.participants_participant p on p.id = t.participant_id
        where t.by_id <> me and (p.id is null or p.state = 'closed')
          and (s.supervisor_id = me or not exists (select from access.access_account a
              where a.id = s.supervisor_id and a.is_active))), '{}');
end $body$;

-- How the record stands to which a try of this shift led, for whoever tried; and for the supervisor it goes to.
create function core.state_of_try(p_try uuid) returns text language plpgsql stable as $body$
begin
    return (select p.state from core.break_glass_codetry t
        join core.participants_participant p on p.id = t.participant_id
        where t.id = p_try and ((t.by_id = access.actor() and t.at >= lower(core.my_shift()))
            or t.id = any(core.tries_for_me())));
end $body$;

-- Somebody whose record was closed is back: with whoever walked with them last, where that is not against their wish,
-- else waiting for a supervisor. Whoever took the call reaches nothing by it.
create function core.reopen_at_night(p_try uuid, p_participant uuid, p_change uuid)
returns text language plpgsql as $body$
declare
    me uuid := access.actor();
    n timestamptz := access.now();
    whom uuid;
    p core.participants_participant;
    last uuid;
    turned text;
begin
    select t.participant_id into whom from core.break_glass_codetry t
        where t.id = p_try and t.participant_id = p_participant
          and ((t.by_id = me and t.at >= lower(core.my_shift())) or t.id = any(core.tries_for_me()));
    select * into p from core.participants_participant where id = whom for update;
    if p.id is null then
        raise no_data_found using constraint = 'no_such_try', message = 'no such try';
    end if;
    if p.state <> 'closed' then return p.state; end if;
    select m.staff_id into last from core.participants_membership m
        where m.participant_id = p.id and m.part = 'case_manager'
        order by upper_inf(m.during) desc, upper(m.during) desc nulls first limit 1;
    if not exists (select from access.access_account a join access.access_roleheld h on h.account_id = a.id
            and h.role in ('case_manager', 'supervisor') where a.id = last and a.is_active)
            or core.asked_for_another(p.id, last) or p.id = any(core.restricted_from(last)) then
        last := null;
    end if;
    update core.participants_membership m set during = tstzrange(lower(m.during), n)
        where m.participant_id = p.id and m.part = 'case_manager' and upper_inf(m.during)
          and lower(m.during) < n and m.staff_id is distinct from last;
    if last is not null and not exists (select from core.participants_membership m
            where m.participant_id = p.id and m.part = 'case_manager' and upper_inf(m.during)) then
        update core.participants_membership m set during = tstzrange(lower(m.during), n)
            where m.participant_id = p.id and m.staff_id = last and m.part <> 'case_manager'
              and m.during @> n and lower(m.during) < n;
        insert into core.participants_membership (id, participant_id, staff_id, part, during)
            values (gen_random_uuid(), p.id, last, 'case_manager', tstzrange(n, null));
    end if;
    turned := case when last is null then 'waiting' else 'active' end;
    update core.participants_participant set state = turned, state_since = n, case_manager_id = last,
        started_at = case when last is null then started_at else coalesce(started_at, n) end where id = p.id;
    insert into core.participants_statechange (id, key_id, participant_id, state, again, words, at, by_id)
        values (p_change, p.key_id, p.id, turned, true, '', n, me);
    insert into core.participants_moment (id, participant_id, at, room, kind, ref, by_id)
        values (gen_random_uuid(), p.id, n, 'participants', 'state', p_change, me);
    return turned;
end $body$;

-- A supervisor restricts a record to named colleagues, and stays one of them. Being named opens nothing by itself.
create function core.restrict_record(p_restriction uuid, p_participant uuid, p_staff uuid[], p_words bytea)
returns void language plpgsql as $body$
declare me uuid := access.actor(); n timestamptz := access.now();
begin
    if not access.has_role('supervisor') or p_participant is null
            or not (p_participant = any(core.my_people())) then
        raise insufficient_privilege using constraint = 'this_is_the_supervisors',
            message = 'this is the supervisor''s';
    end if;
    perform from core.participants_participant where id = p_participant for update;
    if exists (select from core.break_glass_restriction where id = p_restriction) then return; end if;
    update core.break_glass_restriction set ended_at = n, ended_by_id = me
        where participant_id = p_participant and ended_at is null;
    insert into core.break_glass_restriction (id, key_id, participant_id, words, at, by_id)
        select p_restriction, p.key_id, p.id, p_words, n, me
            from core.participants_participant p where p.id = p_participant;
    insert into core.break_glass_named (id, restriction_id, staff_id)
        select gen_random_uuid(), p_restriction, a.id from access.access_account a
            where a.is_active and (a.id = me or a.id = any(p_staff));
end $body$;

create function core.lift_restriction(p_participant uuid) returns void language plpgsql as $body$
begin
    if not access.has_role('supervisor') or p_participant is null
            or not (p_participant = any(core.my_people())) then
        raise insufficient_privilege using constraint = 'this_is_the_supervisors',
            message = 'this is the supervisor''s';
    end if;
    update core.break_glass_restriction set ended_at = access.now(), ended_by_id = access.actor()
        where participant_id = p_participant and ended_at is null;
end $body$;
