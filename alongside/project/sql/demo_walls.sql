-- An account of the cast at this door, by its sign-in name: what a card opens, and no other.
create function access.demo_account(p_username text) returns uuid language plpgsql stable as $body$
begin
    return (select id from access.access_account where lower(username) = lower(p_username)
        and door = access.door() and is_active and id::text in (:cast));
end $body$;

-- Whoever came in by a card changes nothing that lets anybody in.
create function access.card_changes_no_account() returns trigger language plpgsql as $body$
begin
    if access.actor() is not null
            and split_part(current_setting('alongside.actor', true), '.', 2) = 'card' then
        raise insufficient_privilege using constraint = 'a_card_changes_no_account',
            message = 'a card changes no account';
    end if;
    return null;
end $body$;
