create function core.agree_to_move(p_move uuid) returns void language plpgsql as $body$
declare me uuid := access.actor();
begin
    if not (access.has_role('custodian') or access.has_role('director')) then
        raise insufficient_privilege using constraint = 'agreeing_to_a_move_is_theirs',
            message = 'agreeing is the director''s or the custodian''s';
    end if;
    update core.custody_move set agreed_by_id = me, agreed_at = access.now(),
            open_until = access.now() + interval '4 hours'
        where id = p_move and by_id <> me and agreed_at is null and done_at is null
          and checked_at is not null and checked_at > access.now() - interval '1 day';
    if not found then
        raise insufficient_privilege using constraint = 'nothing_to_agree_to', message = 'nothing to agree to';
    end if;
end $body$;

-- That this move may be worked on just now, by whoever asked for it; held, so that nothing else does meanwhile.
create function core.open_move(p_move uuid, p_kind text) returns void language plpgsql as $body$
declare me uuid := access.actor(); m core.custody_move;
begin
    select * into m from core.custody_move where id = p_move for update;
    if m is null or me is null or m.by_id <> me or not access.has_role('custodian')
            or m.agreed_by_id is null or m.agreed_by_id = me or m.done_at is not null
            or m.open_until is null or m.open_until <= access.now() or m.kind <> p_kind then
        raise insufficient_privilege using constraint = 'this_move_is_not_open',
            message = 'this move is not open';
    end if;
end $body$;

create function core.bring_over(p_move uuid, p_table text, p_rows jsonb) returns void language plpgsql as $body$
declare me uuid := access.actor();
begin
    perform core.open_move(p_move, 'bring');
    if exists (select from jsonb_array_elements(p_rows) e, jsonb_each_text(e - 'tokens') c
            where c.key in ('by_id', 'added_by_id', 'changed_by_id', 'confirmed_by_id')
              and c.value is not null and c.value <> me::text) then
        raise insufficient_privilege using constraint = 'in_ones_own_name_only',
            message = 'in one''s own name only';
    end if;
    if p_table = 'participants_participant' then
        insert into core.participants_participant
            select * from jsonb_populate_recordset(null::core.participants_participant, p_rows);
        insert into core.custody_importedperson (id, move_id, participant_id, said)
            select gen_random_uuid(), p_move, (e ->> 'id')::uuid, '{}' from jsonb_array_elements(p_rows) e;
        return;
    end if;
    if p_table = 'custody_importedperson' then
        if exists (select from jsonb_array_elements(p_rows) e where not exists (
                select from core.custody_importedperson b join core.custody_move o on o.id = b.move_id
                where b.participant_id = (e ->> 'participant_id')::uuid and o.done_at is not null)) then
            raise insufficient_privilege using constraint = 'added_to_those_who_came_before_only',
                message = 'added to those who came before only';
        end if;
        insert into core.custody_importedperson (id, move_id, participant_id, said, added_key)
            select gen_random_uuid(), p_move, (e ->> 'participant_id')::uuid, '{}',
                (e ->> 'added_key')::uuid from jsonb_array_elements(p_rows) e;
        return;
    end if;
    if exists (select from jsonb_array_elements(p_rows) e where not exists (select from core.custody_importedperson b
            where b.move_id = p_move and b.participant_id = (e ->> 'participant_id')::uuid)) then
        raise insufficient_privilege using constraint = 'about_those_it_brings_only',
            message = 'about those it brings only';
    end if;
    if exists (select from jsonb_array_elements(p_rows) e join core.custody_importedperson b
            on b.move_id = p_move and b.participant_id = (e ->> 'participant_id')::uuid
            where b.added_key is not null and (not (p_table in ('vault_key', :added))
                or coalesce((e ->> 'key_id')::uuid, b.added_key) <> b.added_key)) then
        raise insufficient_privilege using constraint = 'no_more_than_may_be_added',
            message = 'no more than may be added, under the key of this move';
    end if;
    if p_table = 'vault_key' then
        insert into vault.vault_key (id, key_id, door, participant_id, wrapped)
            select gen_random_uuid(), k.key_id, access.door(), k.participant_id, k.wrapped
                from jsonb_populate_recordset(null::vault.vault_key, p_rows) k;
        return;
    end if;
    if not (p_table in (:brought)) then
        raise insufficient_privilege using constraint = 'no_table_to_bring_anything_into',
            message = 'no table to bring anything into';
    end if;
    if p_table = 'participants_aliastoken' then
        insert into core.participants_aliastoken (id, participant_id, token)
            select gen_random_uuid(), (e ->> 'participant_id')::uuid, decode(t, 'hex')
                from jsonb_array_elements(p_rows) e, jsonb_array_elements_text(e -> 'tokens') t;
        return;
    end if;
    if p_table = 'participants_membership' and exists (select from jsonb_array_elements(p_rows) e
            where (e ->> 'staff_id')::uuid = me or not exists (
                select from access.access_roleheld h join access.access_account a on a.id = h.account_id
                where h.account_id = (e ->> 'staff_id')::uuid
                  and h.role in ('case_manager', 'supervisor') and a.is_active)) then
        raise insufficient_privilege using constraint = 'not_a_case_manager', message = 'not a case manager';
    end if;
    execute format('insert into core.%I select * from jsonb_populate_recordset(null::core.%I, $1)',
        p_table, p_table) using p_rows;
end $body$;

create function core.remember_brought(p_move uuid, p_rows jsonb) returns void language plpgsql as $body$
begin
    perform core.open_move(p_move, 'bring');
    update core.custody_importedperson b set number = (e ->> 'number')::bytea,
            said = array(select x::bytea from jsonb_array_elements_text(e -> 'said') x)
        from jsonb_array_elements(p_rows) e
        where b.move_id = p_move and b.participant_id = (e ->> 'participant_id')::uuid;
end $body$;

-- When people of these numbers came, and tokens of what was said: no names, and nobody's id.
create function core.came_before(p_numbers bytea[])
returns table(known bytea, people integer, said bytea[], at timestamptz) language plpgsql as $body$
begin
    if not access.has_role('custodian') then
        raise insufficient_privilege using constraint = 'this_is_the_custodians', message = 'the custodian''s';
    end if;
    return query select b.number, count(distinct b.participant_id)::integer,
            coalesce(array_agg(distinct s.token) filter (where s.token is not null), '{}'), max(m.done_at)
        from core.custody_importedperson b join core.custody_move m on m.id = b.move_id
        left join lateral unnest(b.said) as s(token) on true
        where b.number = any(p_numbers) and m.done_at is not null group by b.number;
end $body$;

create function core.people_brought(p_move uuid, p_numbers bytea[])
returns table(known bytea, person uuid) language plpgsql as $body$
begin
    perform core.open_move(p_move, 'bring');
    return query select b.number, (array_agg(b.participant_id))[1]
        from core.custody_importedperson b join core.custody_move o on o.id = b.move_id
        where b.number = any(p_numbers) and o.done_at is not null
        group by b.number having count(distinct b.participant_id) = 1;
end $body$;

create function core.move_done(p_move uuid, p_kind text, p_people int) returns void language plpgsql as $body$
begin
    perform core.open_move(p_move, p_kind);
    update core.custody_move set done_at = access.now(), people = p_people where id = p_move;
    perform core.destroy_file(p_move);
end $body$;

create function core.destroy_file(p_move uuid) returns void language plpgsql as $body$
begin
    update core.custody_move set file_gone_at = access.now() where id = p_move and file_gone_at is null
        and (by_id = access.actor() or asked_at <= access.now() - interval '1 day');
    if found then
        delete from core.custody_piece where move_id = p_move;
        delete from vault.vault_key where thing_id = (
            select m.file_id from core.custody_move m where m.id = p_move);
    end if;
end $body$;

-- Files whose day is over, whether or not anybody comes by.
create function core.let_old_files_go() returns void language plpgsql as $body$
begin
    if not (select access.actor()) = 'a1000000-0000-4000-8000-000000000000'::uuid then
        raise insufficient_privilege using constraint = 'the_house_does_this_by_itself',
            message = 'the house does this by itself';
    end if;
    perform core.destroy_file(m.id) from core.custody_move m
        where m.file_gone_at is null and m.asked_at <= access.now() - interval '1 day';
end $body$;

create function core.take_back_move(p_move uuid) returns integer language plpgsql as $body$
declare me uuid := access.actor(); m core.custody_move; them uuid[]; added uuid[]; keys uuid[];
    since integer;
begin
    select * into m from core.custody_move where id = p_move for update;
    if m is null or m.by_id <> me or not access.has_role('custodian') or m.kind <> 'bring'
            or m.done_at is null or m.undone_at is not null
            or m.done_at < access.now() - interval '30 days' then
        raise insufficient_privilege using constraint = 'nothing_to_take_back',
            message = 'nothing to take back';
    end if;
    select coalesce(array_agg(b.participant_id), '{}') into them
        from core.custody_importedperson b where b.move_id = p_move and b.added_key is null;
    select coalesce(array_agg(b.participant_id), '{}'), coalesce(array_agg(b.added_key), '{}')
        into added, keys from core.custody_importedperson b where b.move_id = p_move and b.added_key is not null;
    -- What somebody wrote since is never taken away with it, nor what a later file added.
    select count(distinct e.chain) into since from trail.trail_trailentry e
        where e.outcome = 'done'
          and (e.chain = any(them) or (e.chain = any(added) and e.worked_at >= m.done_at));
    if since = 0 then
        select count(*) into since from core.custody_importedperson b
            where b.participant_id = any(them) and b.move_id <> p_move;
    end if;
    if since > 0 then return since; end if;
    delete from core.participants_moment where participant_id = any(them);
    delete from core.connection_servicegiven where participant_id = any(them);
    delete from core.connection_note where participant_id = any(them);
    delete from core.goals_goal where participant_id = any(them);
    delete from core.participants_membership where participant_id = any(them);
    delete from core.participants_likeness where participant_id = any(them);
    delete from core.participants_contactpoint where participant_id = any(them);
    delete from core.participants_need where participant_id = any(them);
    delete from core.participants_details where participant_id = any(them);
    delete from core.participants_aliastoken where participant_id = any(them);
    delete from core.participants_statechange where participant_id = any(them);
    delete from core.participants_likeness where ref in (
        select w.id from core.participants_contactpoint w where w.key_id = any(keys));
    delete from core.connection_servicegiven where note_id in (
        select n.id from core.connection_note n where n.key_id = any(keys));
    delete from core.participants_moment where participant_id = any(added) and ref in (
        select n.id from core.connection_note n where n.key_id = any(keys));
    delete from core.participants_need where key_id = any(keys);
    delete from core.participants_contactpoint where key_id = any(keys);
    delete from core.goals_goal where key_id = any(keys);
    delete from core.connection_note where key_id = any(keys);
    delete from vault.vault_key where key_id = any(keys);
    delete from core.participants_possibleduplicate where one_id = any(them) or two_id = any(them);
    delete from core.custody_importedperson where move_id = p_move;
    delete from core.participants_participant where id = any(them);
    delete from vault.vault_key where participant_id = any(them);
    update core.custody_move set undone_at = access.now() where id = p_move;
    return 0;
end $body$;

create function core.take_along(p_move uuid, p_table text, p_after uuid, p_most int)
returns setof jsonb language plpgsql as $body$
begin
    perform core.open_move(p_move, 'take');
    if p_table = 'vault_key' then
        return query select to_jsonb(k) from vault.vault_key k
            where k.door = access.door() and k.staff_id is null and k.id > p_after
              and (k.participant_id is not null or k.contact_id is not null)
            order by k.id limit p_most;
    elsif p_table = 'access_account' then
        return query select jsonb_build_object('id', a.id, 'username', a.username, 'name', a.name)
            from access.access_account a join core.agency_staff s on s.id = a.id
            where a.id > p_after order by a.id limit p_most;
    elsif p_table in (:taken) then
        return query execute format('select to_jsonb(t) from core.%I t where t.id > $1 order by t.id limit $2',
            p_table) using p_after, p_most;
    else
        raise insufficient_privilege using constraint = 'this_does_not_leave', message = 'this does not leave';
    end if;
end $body$;
