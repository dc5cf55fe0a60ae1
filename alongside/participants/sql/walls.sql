create function core.my_people() returns uuid[] language plpgsql stable as $body$
declare
    me uuid := access.actor();
    n timestamptz := access.now();
    held text[] := access.held();
    shut uuid[];
    found uuid[];
begin
    if me is null then return '{}'; end if;
    shut := core.restricted_from_me();
    if 'supervisor' <> all(held) then
        if 'case_manager' = any(held) then
            select array_agg(distinct m.participant_id) into found from core.participants_membership m
                where m.staff_id = me and m.during @> n and m.part <> 'break_glass'
                  and m.participant_id <> all(shut);
        end if;
        return coalesce(found, '{}');
    end if;
    select coalesce(array_agg(q.p), '{}') into found from (
        select m.participant_id as p from core.participants_membership m
            where m.staff_id = me and m.during @> n and m.part <> 'break_glass'
        union
        select m.participant_id from core.agency_staff s
            join core.participants_membership m on m.staff_id = s.id
            where s.supervisor_id = me and m.during @> n and m.part <> 'break_glass'
        union
        select p.id from core.participants_participant p
            where p.case_manager_id is null and p.state <> 'closed'
        union
        select a.participant_id from core.participants_casemanagerrequest a
            where a.settled_at is null and a.id = any(core.asks_for_me())
    ) q where q.p <> all(shut);
    return found;
end $body$;

-- Whose record is open to me on call, for a stated reason: to be read, never to be changed. The case manager, backup
-- or supervisor that I am as well reads them by that.
create function core.read_tonight() returns uuid[] language plpgsql stable as $body$
declare
    me uuid := access.actor();
    n timestamptz := access.now();
    shut uuid[];
begin
    if me is null or not exists (select from core.participants_membership m
            where m.staff_id = me and m.part = 'break_glass' and m.during @> n)
            or not core.is_on_call() or access.held() <@ array['adviser'] then
        return '{}';
    end if;
    shut := core.restricted_from_me();
    return coalesce((select array_agg(distinct m.participant_id) from core.participants_membership m
        where m.staff_id = me and m.part = 'break_glass' and m.during @> n and m.participant_id <> all(shut)
          and not core.asked_for_another(m.participant_id, me)), '{}');
end $body$;

-- To the supervisor of the one it concerns; where there is none but that very person, to every other one.
create function core.asks_for_me() returns uuid[] language plpgsql stable as $body$
declare
    me uuid := access.actor();
    found uuid[];
begin
    if me is null or not access.has_role('supervisor') then return '{}'; end if;
    select coalesce(array_agg(a.id), '{}') into found
        from core.participants_casemanagerrequest a
        left join core.agency_staff s on s.id = a.concerns_id
        where a.concerns_id is distinct from me and (s.supervisor_id = me or not exists (
            select from access.access_roleheld h join access.access_account c on c.id = h.account_id
                where h.account_id = s.supervisor_id and s.supervisor_id <> a.concerns_id
                  and h.role = 'supervisor' and c.is_active));
    return found;
end $body$;

-- `p_concerns` is whom they would rather not have; nobody named is their case manager. It wins over every dated tie.
create function core.request_case_manager(
    p_id uuid, p_participant uuid, p_concerns uuid, p_kind bytea, p_words bytea
) returns boolean language plpgsql as $body$
declare concerned uuid;
begin
    if p_participant is null or not (p_participant = any(core.my_people())
            or p_participant = any(core.my_acquaintances())) then
        raise insufficient_privilege using constraint = 'nobody_within_reach', message = 'nobody within reach';
    end if;
    insert into core.participants_casemanagerrequest
        (id, key_id, participant_id, concerns_id, kind, words, at, by_id)
        select p_id, p.key_id, p.id, coalesce(p_concerns, p.case_manager_id), p_kind, p_words, access.now(),
            access.actor() from core.participants_participant p where p.id = p_participant
        on conflict (id) do nothing;
    select a.concerns_id into concerned from core.participants_casemanagerrequest a where a.id = p_id;
    perform core.cut_ties(array(select m.id from core.participants_membership m
        where m.participant_id = any(core.records_of(p_participant)) and m.staff_id = concerned
          and m.part not in ('case_manager', 'backup')));
    return exists (select from core.participants_casemanagerrequest a, access.access_roleheld h
        join access.access_account c on c.id = h.account_id
        where a.id = p_id and h.role = 'supervisor' and c.is_active
          and h.account_id is distinct from a.concerns_id);
end $body$;

create function core.my_acquaintances() returns uuid[] language plpgsql stable as $body$
declare found uuid[];
begin
    if not access.has_role('drop_in') then return '{}'; end if;
    select coalesce(array_agg(p.id), '{}') into found
        from core.participants_participant p
        join core.agency_staff s on s.site_id = p.site_id
        where s.id = access.actor() and p.state <> 'closed' and p.id <> all(core.restricted_from_me());
    return found;
end $body$;

create function core.welcome(
    p_id uuid, p_key uuid, p_wrapped bytea, p_alias bytea, p_site uuid, p_first timestamptz, p_change uuid,
    p_no_words bytea, p_tokens bytea[], p_need_ids uuid[], p_needs bytea[], p_like bytea
) returns void language plpgsql as $body$
declare me uuid := access.actor(); n timestamptz := access.now();
begin
    if not (access.has_role('on_call') or access.has_role('drop_in')
            or access.has_role('case_manager') or access.has_role('supervisor')) then
        raise insufficient_privilege using constraint = 'this_role_keeps_no_alias',
            message = 'this role keeps no alias';
    end if;
    insert into core.participants_participant
        (id, key_id, alias, state, state_since, site_id, first_contact_at, under_18, added_by_id)
        values (p_id, p_key, p_alias, 'contact', n, p_site, p_first, '', me);
    insert into vault.vault_key (id, key_id, door, participant_id, wrapped)
        values (gen_random_uuid(), p_key, access.door(), p_id, p_wrapped);
    insert into core.participants_statechange (id, key_id, participant_id, state, again, words, at, by_id)
        values (p_change, p_key, p_id, 'contact', false, p_no_words, n, me);
    insert into core.participants_moment (id, participant_id, at, room, kind, ref, by_id)
        values (gen_random_uuid(), p_id, n, 'participants', 'state', p_change, me);
    insert into core.participants_aliastoken (id, participant_id, token)
        select gen_random_uuid(), p_id, t from unnest(p_tokens) t;
    if p_like is not null then
        insert into core.participants_likeness (id, participant_id, of, ref, token, at, by_id)
            values (gen_random_uuid(), p_id, 'alias', p_id, p_like, n, me);
    end if;
    insert into core.participants_need (id, key_id, participant_id, words, at, by_id)
        select i, p_key, p_id, w, n, me from unnest(p_need_ids, p_needs) as u(i, w);
end $body$;

-- Whoever is chosen by somebody else has training about trafficking on record, or there are words why not.
create function core.trained_or_words(p_participant uuid, p_staff uuid, p_part text, p_why uuid, p_words bytea)
returns void language plpgsql as $body$
begin
    if p_staff = access.actor() or not exists (select from core.agency_staff s
            where s.id = p_staff and s.trafficking_training_on is null) then
        return;
    end if;
    if coalesce(length(p_words), 0) = 0 then
        raise check_violation using constraint = 'chosen_without_training',
            message = 'chosen without training and without words';
    end if;
    insert into core.participants_chosenanyway (id, key_id, participant_id, staff_id, part, words, at, by_id)
        select p_why, p.key_id, p.id, p_staff, p_part, p_words, access.now(), access.actor()
        from core.participants_participant p where p.id = p_participant;
end $body$;

create function core.assign(p_participant uuid, p_staff uuid, p_part text, p_why uuid, p_words bytea)
returns void language plpgsql as $body$
declare
    me uuid := access.actor();
    n timestamptz := access.now();
    p core.participants_participant;
    leads boolean;
begin
    select * into p from core.participants_participant where id = p_participant for update;
    if p is null then
        raise no_data_found using constraint = 'no_such_person', message = 'no such person';
    end if;
    leads := access.has_role('supervisor') and (p.case_manager_id is null or exists (
        select from core.agency_staff s where s.id = p.case_manager_id and (s.supervisor_id = me or s.id = me)));
    if p_part = 'case_manager' then
        if not leads and not (p_staff = me and p.case_manager_id is null and p.added_by_id = me
                and access.has_role('case_manager')) then
            raise insufficient_privilege using constraint = 'assigning_is_the_supervisors',
                message = 'assigning is the supervisor''s';
        end if;
        if p.case_manager_id is not null then
            raise unique_violation using constraint = 'has_a_case_manager', message = 'has a primary';
        end if;
    elsif p_part = 'backup' then
        if not leads and p.case_manager_id is distinct from me then
            raise insufficient_privilege using constraint = 'assigning_is_the_supervisors',
                message = 'assigning is the supervisor''s';
        end if;
        if p.case_manager_id = p_staff then
            raise check_violation using constraint = 'is_the_case_manager', message = 'is the primary';
        end if;
        perform core.cut_ties(array(select m.id from core.participants_membership m
            where m.participant_id = p_participant and m.part = 'backup' and upper_inf(m.during)));
    else
        raise check_violation using constraint = 'not_a_part_one_is_assigned_to',
            message = 'not a part one is assigned to';
    end if;
    if not exists (select from access.access_roleheld h join access.access_account a on a.id = h.account_id
            where h.account_id = p_staff and h.role in ('case_manager', 'supervisor') and a.is_active) then
        raise check_violation using constraint = 'not_a_case_manager', message = 'not a case manager';
    end if;
    if core.asked_for_another(p_participant, p_staff) then
        raise check_violation using constraint = 'not_past_their_wish', message = 'not past their wish';
    end if;
    perform core.trained_or_words(p_participant, p_staff, p_part, p_why, p_words);
    insert into core.participants_membership (id, participant_id, staff_id, part, during)
        values (gen_random_uuid(), p_participant, p_staff, p_part, tstzrange(n, null));
    if p_part = 'case_manager' then
        update core.participants_participant set case_manager_id = p_staff where id = p_participant;
    end if;
end $body$;

-- Whether the part of somebody's case manager ends by itself: on the day it was chosen, at their wish, once the record
-- is closed, or when the colleague is gone. Else somebody new comes by a transfer.
create function core.ends_without_transfer(p_participant uuid) returns boolean language plpgsql stable as $body$
begin
    return p_participant = any(core.my_people()) and exists (select from core.participants_participant p
        join core.participants_membership m on m.participant_id = p.id and m.part = 'case_manager'
            and upper_inf(m.during)
        join access.access_account a on a.id = m.staff_id
        where p.id = p_participant and (p.state = 'closed' or not a.is_active
            or lower(m.during) > access.now() - interval '1 day' or core.asked_for_another(p.id, m.staff_id)));
end $body$;

create function core.release_part(p_participant uuid, p_part text) returns void language plpgsql as $body$
begin
    if not access.has_role('supervisor') or p_participant is null
            or not (p_participant = any(core.my_people())) then
        raise insufficient_privilege using constraint = 'this_is_the_supervisors',
            message = 'this is the supervisor''s';
    end if;
    if p_part = 'case_manager' and not core.ends_without_transfer(p_participant) and exists (
            select from core.participants_participant p
            where p.id = p_participant and p.case_manager_id is not null) then
        raise check_violation using constraint = 'has_a_case_manager', message = 'goes on by a transfer';
    end if;
    perform core.cut_ties(array(select m.id from core.participants_membership m
        where m.participant_id = p_participant and m.part = p_part and upper_inf(m.during)));
    if p_part = 'case_manager' then
        update core.participants_participant set case_manager_id = null where id = p_participant;
    end if;
end $body$;

-- Why somebody was chosen as case manager past what fits their hours: said by the supervisor who has just chosen them.
create function core.chosen_past_room(p_id uuid, p_participant uuid, p_staff uuid, p_part text, p_words bytea)
returns void language plpgsql as $body$
begin
    if not access.has_role('supervisor') or p_participant is null
            or not (p_participant = any(core.my_people())) then
        raise insufficient_privilege using constraint = 'this_is_the_supervisors',
            message = 'this is the supervisor''s';
    end if;
    insert into core.participants_chosenanyway (id, key_id, participant_id, staff_id, part, words, at, by_id)
        select p_id, p.key_id, p.id, p_staff, p_part, p_words, access.now(), access.actor()
        from core.participants_participant p join core.participants_membership m on m.participant_id = p.id
        where p.id = p_participant and m.staff_id = p_staff and m.part in (p_part, 'handover')
          and coalesce(upper(m.during), 'infinity') > access.now()
        on conflict (id) do nothing;
end $body$;
