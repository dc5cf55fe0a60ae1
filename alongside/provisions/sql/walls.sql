-- The key is made with the line, so that nobody can put a line before the key of something else.
create function core.list_ask(p_ask uuid, p_key uuid, p_wrapped bytea, p_item bytea, p_size bytea)
returns void language plpgsql as $body$
declare a core.provisions_donationask;
begin
    select * into a from core.provisions_donationask
        where id = p_ask and participant_id = any(core.my_people());
    if a.id is null then
        raise insufficient_privilege using constraint = 'out_of_reach', message = 'out of reach';
    end if;
    if exists (select from vault.vault_key k where k.thing_id = a.wanted or k.key_id = p_key) then
        raise unique_violation using constraint = 'has_a_key', message = 'has a key';
    end if;
    insert into vault.vault_key (id, key_id, door, thing_id, wrapped)
        values (gen_random_uuid(), p_key, access.door(), a.wanted, p_wrapped);
    insert into core.provisions_wanted (id, key_id, item, size, state)
        values (a.wanted, p_key, p_item, p_size, a.state);
end $body$;
