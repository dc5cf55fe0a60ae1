-- Whether whoever acts may move a transfer of this person: their case manager of now, or a supervisor who reaches them.
create function core.may_hand_over(p_participant uuid) returns boolean language plpgsql stable as $body$
begin
    return coalesce(p_participant = any(core.my_people()), false) and (access.has_role('supervisor')
        or exists (select from core.participants_participant p
            where p.id = p_participant and p.case_manager_id = access.actor()));
end $body$;

create function core.can_receive(p_participant uuid, p_to uuid) returns void language plpgsql stable as $body$
begin
    if exists (select from core.participants_participant p
            where p.id = p_participant and p.case_manager_id = p_to) then
        raise check_violation using constraint = 'is_the_case_manager', message = 'is the primary';
    end if;
    if not exists (select from access.access_roleheld h join access.access_account a on a.id = h.account_id
            where h.account_id = p_to and h.role in ('case_manager', 'supervisor') and a.is_active) then
        raise check_violation using constraint = 'not_a_case_manager', message = 'not a case manager';
    end if;
    if core.asked_for_another(p_participant, p_to) then
        raise check_violation using constraint = 'not_past_their_wish', message = 'not past their wish';
    end if;
    if p_participant = any(core.restricted_from(p_to)) then
        raise check_violation using constraint = 'record_is_restricted', message = 'record is restricted';
    end if;
end $body$;

-- Both records of one person alike: whoever was it until now is it no more, and a backup is nobody's backup then.
create function core.becomes_case_manager(p_participant uuid, p_to uuid) returns void language plpgsql as $body$
declare n timestamptz := access.now(); since timestamptz; record_id uuid;
begin
    foreach record_id in array core.records_of(p_participant) loop
        continue when exists (select from core.participants_participant p
            where p.id = record_id and p.case_manager_id = p_to);
        -- A part that began at this very instant still has lasted.
        select greatest(n, max(lower(m.during)) + interval '1 microsecond') into since
            from core.participants_membership m where m.participant_id = record_id and m.during @> n
              and (m.part = 'case_manager' or (m.part = 'backup' and m.staff_id = p_to));
        since := coalesce(since, n);
        update core.participants_membership m set during = tstzrange(lower(m.during), since)
            where m.participant_id = record_id and m.during @> n
              and (m.part = 'case_manager' or (m.part = 'backup' and m.staff_id = p_to));
        insert into core.participants_membership (id, participant_id, staff_id, part, during)
            values (gen_random_uuid(), record_id, p_to, 'case_manager', tstzrange(since, null));
        update core.participants_participant set case_manager_id = p_to where id = record_id;
    end loop;
end $body$;

create function core.propose_transfer(p_id uuid, p_participant uuid, p_to uuid, p_last date, p_why bytea)
returns void language plpgsql as $body$
declare
    n timestamptz := access.now();
    empty bytea := ''::bytea;
    p core.participants_participant;
begin
    if not core.may_hand_over(p_participant) then
        raise insufficient_privilege using constraint = 'not_yours_to_hand_over',
            message = 'not yours to hand over';
    end if;
    perform from core.participants_participant where id = any(core.records_of(p_participant))
        order by id for update;
    if exists (select from core.transfers_transfer t where t.id = p_id and t.participant_id = p_participant) then
        return;
    end if;
    select * into p from core.participants_participant where id = p_participant;
    perform core.can_receive(p_participant, p_to);
    if exists (select from core.transfers_transfer t where t.state not in ('done', 'taken')
            and t.participant_id = any(core.records_of(p_participant))) then
        raise unique_violation using constraint = 'one_transfer_at_a_time', message = 'one transfer at a time';
    end if;
    insert into core.transfers_transfer (id, key_id, participant_id, at, by_id, version, giver_id, receiver_id,
            state, state_at, last_day, why, stands, stopped, talked_on, unreached, whether, whom, how, met_on,
            to_know, not_again, goodbye)
        values (p_id, p.key_id, p_participant, n, access.actor(), 1, p.case_manager_id, p_to, 'proposed', n,
            p_last, p_why, empty, empty, empty, empty, empty, empty, empty, empty, empty, empty, empty);
end $body$;

-- Somebody else is asked: what was said with the person was about the one before, so it begins with them anew.
create function core.ask_another_to_receive(p_transfer uuid, p_to uuid) returns void language plpgsql as $body$
declare n timestamptz := access.now(); t core.transfers_transfer;
begin
    select * into t from core.transfers_transfer where id = p_transfer for update;
    if t.id is null or not core.may_hand_over(t.participant_id) then
        raise insufficient_privilege using constraint = 'not_yours_to_hand_over',
            message = 'not yours to hand over';
    end if;
    if t.state not in ('proposed', 'talked', 'agreed') then
        raise check_violation using constraint = 'transfer_out_of_order', message = 'out of order';
    end if;
    perform core.can_receive(t.participant_id, p_to);
    delete from core.transfers_transferpack k using core.transfers_transferask a
        where a.id = k.ask_id and a.transfer_id = t.id;
    update core.transfers_transferask set withdrawn_at = n where transfer_id = t.id and withdrawn_at is null;
    update core.transfers_transfer set receiver_id = p_to, state = 'proposed', state_at = n,
        told_at = null, version = version + 1 where id = t.id;
end $body$;

-- The order of a transfer; whether a sealed blank holds words, the act looks. No overlap without a talk (or the reason
-- why not) and the yes, or a supervisor's words in a sudden leave: then the colleague is their case manager at once.
-- And none is done without the talk or its reason. A colleague without training about trafficking on record is let in
-- with words why alone: once, where they come to reach the person.
create function core.move_transfer(
    p_transfer uuid, p_to text, p_until timestamptz, p_words bytea, p_why uuid, p_anyway bytea
) returns void language plpgsql as $body$
declare
    n timestamptz := access.now();
    t core.transfers_transfer;
    sudden boolean;
    goes_on boolean;
begin
    select * into t from core.transfers_transfer where id = p_transfer for update;
    if t.id is null or not core.may_hand_over(t.participant_id) then
        raise insufficient_privilege using constraint = 'not_yours_to_hand_over',
            message = 'not yours to hand over';
    end if;
    if t.state in ('done', 'taken') then
        raise check_violation using constraint = 'transfer_is_over', message = 'it is over';
    end if;
    sudden := p_to = 'sudden' and length(p_words) > 0;
    if sudden and not access.has_role('supervisor') then
        raise insufficient_privilege using constraint = 'not_yours_to_hand_over',
            message = 'not yours to hand over';
    end if;
    if t.paused_at is not null and p_to not in ('resumed', 'taken') then
        raise check_violation using constraint = 'transfer_is_paused', message = 'it is paused';
    end if;
    if p_to = 'paused' then
        update core.transfers_transfer set paused_at = n, stopped = p_words where id = t.id;
        return;
    elsif p_to = 'resumed' then
        update core.transfers_transfer set paused_at = null where id = t.id;
        return;
    end if;
    goes_on := case p_to
        when 'talked' then length(t.talked_on) > 0 and length(t.unreached) > 0
            and (t.state = 'proposed' or (t.state = 'overlap' and t.told_at is null))
        when 'overlap' then t.told_at is not null and t.state in ('agreed', 'overlap') and length(t.stands) = 0
        when 'sudden' then sudden
        when 'done' then t.state = 'overlap'
        when 'taken' then not (t.state = 'overlap' and length(t.stands) > 0)
        else false end;
    if p_to = 'done' and t.told_at is null then
        raise check_violation using constraint = 'conversation_comes_first', message = 'conversation comes first';
    end if;
    if not goes_on then
        raise check_violation using constraint = 'transfer_out_of_order', message = 'out of order';
    end if;
    if p_to <> 'talked' then
        perform core.end_ties(t.participant_id, t.receiver_id, 'handover');
        delete from core.transfers_transferpack k using core.transfers_transferask a
            where a.id = k.ask_id and a.transfer_id = t.id;
        update core.transfers_transferask set withdrawn_at = n where transfer_id = t.id and withdrawn_at is null
            and p_to in ('taken', 'sudden');
    end if;
    if p_to in ('overlap', 'sudden', 'done') and not exists (select from core.participants_participant p
            where p.id = t.participant_id and p.case_manager_id = t.receiver_id) then
        perform core.can_receive(t.participant_id, t.receiver_id);
        if t.state <> 'overlap' then
            perform core.trained_or_words(t.participant_id, t.receiver_id, 'case_manager', p_why, p_anyway);
        end if;
        if p_to = 'overlap' then
            perform core.tie(t.participant_id, t.receiver_id, 'handover', n, p_until);
        else
            perform core.becomes_case_manager(t.participant_id, t.receiver_id);
        end if;
    end if;
    update core.transfers_transfer set state = case when p_to = 'sudden' or t.state = 'overlap' and p_to = 'talked'
            then 'overlap' else p_to end,
        told_at = case p_to when 'talked' then n else told_at end,
        state_at = n, version = version + 1, paused_at = null,
        overlap_until = case p_to when 'overlap' then p_until when 'taken' then null else overlap_until end,
        stands = case p_to when 'sudden' then p_words else stands end,
        stopped = case p_to when 'taken' then p_words else stopped end
        where id = t.id;
end $body$;

-- What a colleague is asked just now: once it was talked about with the person, while it goes on, and never past
-- their wish for somebody else, or into a record that is restricted to others.
create function core.asked_to_receive() returns uuid[] language plpgsql stable as $body$
declare me uuid := access.actor();
begin
    if me is null or not (access.has_role('case_manager') or access.has_role('supervisor')) then return '{}'; end if;
    return coalesce((select array_agg(a.id) from core.transfers_transfer t
        join core.transfers_transferask a on a.transfer_id = t.id and a.staff_id = me and a.withdrawn_at is null
        where t.receiver_id = me and t.state in ('talked', 'agreed') and t.paused_at is null
          and not core.asked_for_another(t.participant_id, me)
          and t.participant_id <> all(core.restricted_from(me))), '{}');
end $body$;

-- Of these, what is handed on: from their yes.
create function core.handed_to_me() returns uuid[] language plpgsql stable as $body$
begin
    return coalesce((select array_agg(a.id) from core.transfers_transferask a
        join core.transfers_transfer t on t.id = a.transfer_id and t.state = 'agreed'
        where a.yes and a.id = any(core.asked_to_receive())), '{}');
end $body$;

create function core.answer_transfer(p_ask uuid, p_yes boolean, p_words bytea) returns void language plpgsql as $body$
declare n timestamptz := access.now(); about uuid;
begin
    select a.transfer_id into about from core.transfers_transferask a
        where a.id = p_ask and a.id = any(core.asked_to_receive());
    perform from core.transfers_transfer t where t.id = about for update;
    if about is null or not (p_ask = any(core.asked_to_receive())) then
        raise no_data_found using constraint = 'nobody_asks_this', message = 'nobody asks this';
    end if;
    update core.transfers_transferask set answered_at = n, yes = p_yes, words = p_words where id = p_ask;
    update core.transfers_transfer set state = case when p_yes then 'agreed' else 'talked' end, state_at = n,
        version = version + 1 where id = about;
end $body$;

-- Numbers only, for whoever closes a colleague's account: transfers that go on from them, and to them.
create function core.open_transfers(p_staff uuid) returns table(gives integer, receives integer)
language plpgsql stable as $body$
begin
    if not access.has_role('administrator') then
        raise insufficient_privilege using constraint = 'an_administrator_closes_an_account',
            message = 'an administrator closes an account';
    end if;
    return query select count(*) filter (where t.giver_id = p_staff)::integer,
        count(*) filter (where t.receiver_id = p_staff)::integer
        from core.transfers_transfer t where t.state not in ('done', 'taken');
end $body$;
