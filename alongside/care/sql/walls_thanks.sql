-- The key is made with the row, so that nobody can put a row before the key of something else.
create function core.thank_worker(p_id uuid, p_key uuid, p_wrapped bytea, p_worker uuid, p_sealed bytea[])
returns void language plpgsql as $body$
declare me uuid := access.actor();
begin
    if me is null or not access.has_role('supervisor') then
        raise insufficient_privilege using constraint = 'a_supervisor_thanks', message = 'a supervisor thanks';
    end if;
    if p_worker = me or not exists (
        select from core.agency_staff s join access.access_account a on a.id = s.id
            where s.id = p_worker and a.is_active
    ) then
        raise check_violation using constraint = 'one_thanks_somebody_who_works_here',
            message = 'one thanks somebody who works here';
    end if;
    if exists (select from vault.vault_key k where k.thing_id = p_id or k.key_id = p_key) then
        raise unique_violation using constraint = 'has_a_key', message = 'has a key';
    end if;
    insert into vault.vault_key (id, key_id, door, thing_id, wrapped)
        values (gen_random_uuid(), p_key, access.door(), p_id, p_wrapped);
    insert into core.care_appreciation (id, key_id, worker_id, kind, day, words, at, by_id)
        values (p_id, p_key, p_worker, p_sealed[1], p_sealed[2], p_sealed[3], access.now(), me);
end $body$;

create function core.let_go_of_thanks(p_id uuid) returns boolean language plpgsql as $body$
declare gone uuid;
begin
    delete from core.care_appreciation c where c.id = p_id and c.by_id = access.actor() returning c.key_id into gone;
    if gone is null then return false; end if;
    delete from vault.vault_key k where k.thing_id = p_id and k.key_id = gone;
    return true;
end $body$;

-- Who works here and had no day, token or words for six months: names alone, to whoever supervises.
create function core.not_thanked() returns uuid[] language plpgsql stable as $body$
declare found uuid[];
begin
    if not access.has_role('supervisor') then return '{}'; end if;
    select coalesce(array_agg(a.id), '{}') into found from access.access_account a
        where a.is_active
          and exists (select from access.access_roleheld h where h.account_id = a.id and h.role <> 'adviser')
          and not exists (select from core.care_appreciation c
            where c.worker_id = a.id and c.at >= access.now() - interval '6 months');
    return found;
end $body$;
