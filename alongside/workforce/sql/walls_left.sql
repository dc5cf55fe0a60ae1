-- Who is asked at once about what was written down for a colleague who is not at work: whoever covers for that person,
-- else their backup while at work, else nobody, and then it is whoever is on call.
create function core.asked_instead(p_staff uuid, p_participant uuid) returns uuid[] language plpgsql stable as $body$
declare n timestamptz := access.now(); found uuid[];
begin
    select array_agg(m.staff_id) into found from core.participants_membership m
        join access.access_account a on a.id = m.staff_id and a.is_active
        where m.participant_id = p_participant and m.part = 'cover' and m.during @> n and m.staff_id <> p_staff;
    if found is null then
        select array_agg(m.staff_id) into found from core.participants_membership m
            join access.access_account a on a.id = m.staff_id and a.is_active
            where m.participant_id = p_participant and m.part = 'backup' and m.during @> n
              and m.staff_id <> p_staff and core.at_work(m.staff_id, n);
    end if;
    -- Where they left, the person has another case manager by now.
    if found is null then
        select array_agg(p.case_manager_id) into found from core.participants_participant p
            where p.id = p_participant and p.case_manager_id <> p_staff;
    end if;
    return coalesce(found, '{}');
end $body$;

-- What was written down for a colleague and whoever acts is to see at this moment: it is for them and they are at work,
-- or it came before their last start; or it is for somebody who is not there, and they are asked instead.
create function core.left_for_me() returns uuid[] language plpgsql stable as $body$
declare me uuid := access.actor(); n timestamptz := access.now(); on_call boolean; found uuid[];
begin
    if me is null then return '{}'; end if;
    on_call := core.is_on_call();
    select array_agg(w.id) into found from core.workforce_leftword w
        join access.access_account h on h.id = w.staff_id
        cross join lateral (select h.is_active and (w.due_at <= n or core.at_work(w.staff_id, n)) as is_there) t
        where case when w.staff_id = me or t.is_there then w.staff_id = me and t.is_there
            else me = any(core.asked_instead(w.staff_id, w.participant_id)) or (on_call
                and cardinality(core.asked_instead(w.staff_id, w.participant_id)) = 0) end;
    return coalesce(found, '{}');
end $body$;

-- Whoever answered writes it down under the name that was said. Whether it names one of the worker's people is between
-- the keeper and the wall: the writer is told nothing, and the same happens either way.
create function core.leave_word(
    p_word uuid, p_key uuid, p_staff uuid, p_alias bytea, p_words bytea, p_way bytea, p_due timestamptz, p_like bytea
) returns void language plpgsql as $body$
declare found uuid[];
begin
    if access.actor() is null then
        raise insufficient_privilege using constraint = 'nobody_asks', message = 'nobody asks';
    end if;
    if exists (select from core.workforce_leftword w where w.id = p_word) then return; end if;
    if not exists (select from access.access_account a join core.agency_staff s on s.id = a.id
            where a.id = p_staff and a.is_active) then
        raise check_violation using constraint = 'does_not_work_here', message = 'does not work here';
    end if;
    select array_agg(distinct p.id) into found from core.participants_likeness l
        join core.participants_participant p on p.id = l.participant_id and p.case_manager_id = p_staff
        where l.of = 'alias' and l.token = p_like;
    insert into core.workforce_leftword
        (id, key_id, staff_id, participant_id, alias, words, way, due_at, at, by_id)
        values (p_word, p_key, p_staff, case when cardinality(found) = 1 then found[1] end,
            p_alias, p_words, p_way, coalesce(p_due, access.now()), access.now(), access.actor());
end $body$;

-- Whoever is asked instead says that they have it; the worker sees who.
create function core.take_word(p_word uuid) returns void language plpgsql as $body$
begin
    update core.workforce_leftword w set taken_at = access.now(), taken_by_id = access.actor()
        where w.id = p_word and w.id = any(core.left_for_me()) and w.taken_at is null
          and w.staff_id <> access.actor();
end $body$;

-- The one it is for has read it, or whoever is asked where they left, and it is gone with its key.
create function core.put_away_word(p_word uuid) returns void language plpgsql as $body$
begin
    if exists (select from core.workforce_leftword w join access.access_account h on h.id = w.staff_id
            where w.id = p_word and w.id = any(core.left_for_me())
              and (w.staff_id = access.actor() or not h.is_active)) then
        delete from core.workforce_leftword where id = p_word;
        delete from vault.vault_key where thing_id = p_word;
    end if;
end $body$;
