-- The key is made with the row, so that nobody can put a row before the key of something else.
create function core.ask_peer(p_read uuid, p_key uuid, p_wrapped bytea, p_concern uuid, p_reader uuid)
returns void language plpgsql as $body$
declare me uuid := access.actor();
begin
    if me is null or p_reader = me then
        raise insufficient_privilege using constraint = 'one_asks_a_colleague',
            message = 'one asks a colleague';
    end if;
    if exists (select from vault.vault_key k where k.thing_id = p_read or k.key_id = p_key) then
        raise unique_violation using constraint = 'has_a_key', message = 'has a key';
    end if;
    insert into vault.vault_key (id, key_id, door, thing_id, wrapped)
        values (gen_random_uuid(), p_key, access.door(), p_read, p_wrapped);
    insert into core.circle_peerreview (id, key_id, concern_id, reader_id, at, by_id)
        values (p_read, p_key, p_concern, p_reader, access.now(), me);
end $body$;
