-- Whether somebody walks with a person just now, as their case manager or backup. Standing in for a while is neither.
create function core.walks_with(p_staff uuid, p_participant uuid) returns boolean language plpgsql stable as $body$
begin
    return exists (select from core.participants_membership m
        where m.staff_id = p_staff and m.participant_id = p_participant
        and m.part in ('case_manager', 'backup') and m.during @> access.now());
end $body$;

-- The plans that I read and write with somebody.
create function core.plans_i_keep() returns uuid[] language plpgsql stable as $body$
declare me uuid := access.actor();
begin
    return coalesce((select array_agg(o.plan_id) from core.safety_planopener o
        where o.staff_id = me and o.ended_at is null and core.walks_with(me, o.participant_id)
        and o.participant_id <> all(core.restricted_from_me())), '{}');
end $body$;

-- The plans that open to me: those I keep, those whose person named me, and those I said why about in the last hour.
create function core.my_plans() returns uuid[] language plpgsql stable as $body$
declare me uuid := access.actor(); held text[] := access.held();
begin
    if me is null or cardinality(held) = 0 then return '{}'; end if;
    return core.plans_i_keep() || coalesce((select array_agg(o.plan_id) from core.safety_planopener o
            where o.staff_id = me and o.ended_at is null and o.named and held <> '{adviser}'
            and o.participant_id <> all(core.restricted_from_me())), '{}')
        || case when 'supervisor' = any(held) then coalesce((select array_agg(o.plan_id)
            from core.safety_planopening o where o.by_id = me and o.until > access.now()
            and o.participant_id = any(core.my_people())), '{}') else '{}' end;
end $body$;

create function core.begin_safety_plan(p_plan uuid, p_participant uuid, p_key uuid, p_wrapped bytea)
returns void language plpgsql as $body$
declare me uuid := access.actor(); n timestamptz := access.now();
begin
    if not coalesce(core.walks_with(me, p_participant), false)
            or not (p_participant = any(core.my_people())) then
        raise insufficient_privilege using constraint = 'begun_by_who_walks_with_them',
            message = 'begun by whoever walks with them';
    end if;
    if exists (select from vault.vault_key k where k.thing_id = p_plan or k.key_id = p_key) then
        raise unique_violation using constraint = 'has_a_key', message = 'has a key';
    end if;
    insert into core.safety_safetyplan (id, key_id, participant_id, on_call_may, at, by_id)
        values (p_plan, p_key, p_participant, false, n, me);
    insert into vault.vault_key (id, key_id, door, thing_id, wrapped)
        values (gen_random_uuid(), p_key, access.door(), p_plan, p_wrapped);
    insert into core.safety_planopener
        (id, key_id, participant_id, plan_id, staff_id, named, words, at, by_id)
        select gen_random_uuid(), p.key_id, p.id, p_plan, m.staff_id, false, ''::bytea, n, me
            from core.participants_participant p join core.participants_membership m
            on m.participant_id = p.id and m.part in ('case_manager', 'backup') and m.during @> n
            where p.id = p_participant;
end $body$;

-- That the person said somebody may open it. Whoever keeps the plan writes it down for any colleague; their case
-- manager and backup for themselves, with what was said; a supervisor for either of them.
create function core.let_open_plan(p_opener uuid, p_plan uuid, p_staff uuid, p_words bytea)
returns void language plpgsql as $body$
declare me uuid := access.actor(); p core.safety_safetyplan; walks boolean;
begin
    select * into p from core.safety_safetyplan where id = p_plan;
    walks := core.walks_with(p_staff, p.participant_id);
    if p.id is null or me is null or not (p.participant_id = any(core.my_people()))
            or not (p_plan = any(core.plans_i_keep())
                or (walks and (p_staff = me or access.has_role('supervisor')) and length(p_words) > 0))
            or not exists (select from access.access_roleheld h join access.access_account a
                on a.id = h.account_id and a.is_active where a.id = p_staff and h.role <> 'adviser') then
        raise insufficient_privilege using constraint = 'not_to_be_let_open_it',
            message = 'not to be let open it';
    end if;
    insert into core.safety_planopener
        (id, key_id, participant_id, plan_id, staff_id, named, words, at, by_id)
        select p_opener, q.key_id, q.id, p_plan, p_staff, not walks, p_words, access.now(), me
            from core.participants_participant q where q.id = p.participant_id
        on conflict do nothing;
end $body$;

-- Taken back by the person: whoever keeps it may write that down, and the supervisor.
create function core.stop_opening_plan(p_opener uuid) returns void language plpgsql as $body$
begin
    update core.safety_planopener o set ended_at = access.now()
        where o.id = p_opener and o.ended_at is null and (o.plan_id = any(core.plans_i_keep())
            or (access.has_role('supervisor') and o.participant_id = any(core.my_people())));
    if not found then
        raise insufficient_privilege using constraint = 'not_to_be_let_open_it',
            message = 'not to be let open it';
    end if;
end $body$;

create function core.let_on_call_open(p_plan uuid, p_may boolean) returns void language plpgsql as $body$
begin
    update core.safety_safetyplan set on_call_may = p_may
        where id = p_plan and p_plan = any(core.plans_i_keep());
    if not found then
        raise insufficient_privilege using constraint = 'not_to_be_let_open_it',
            message = 'not to be let open it';
    end if;
end $body$;

-- A supervisor says why, and has an hour.
create function core.open_plan_for_a_reason(p_opening uuid, p_plan uuid, p_reason bytea)
returns void language plpgsql as $body$
declare me uuid := access.actor(); p core.safety_safetyplan;
begin
    select * into p from core.safety_safetyplan where id = p_plan;
    if p.id is null or not access.has_role('supervisor') or not (p.participant_id = any(core.my_people()))
            or coalesce(length(p_reason), 0) = 0 then
        raise insufficient_privilege using constraint = 'a_supervisor_says_why',
            message = 'a supervisor says why';
    end if;
    insert into core.safety_planopening (id, key_id, participant_id, plan_id, until, reason, at, by_id)
        select p_opening, q.key_id, q.id, p_plan, access.now() + interval '1 hour', p_reason, access.now(), me
            from core.participants_participant q where q.id = p.participant_id;
end $body$;

-- With the person's own key goes the plan's: both are destroyed to forget them.
create function core.let_plan_key_go() returns trigger language plpgsql as $body$
begin
    delete from vault.vault_key k using core.safety_safetyplan s, core.participants_participant p
        where k.thing_id = s.id and s.participant_id = old.participant_id
        and p.id = old.participant_id and p.key_id = old.key_id;
    return null;
end $body$;
