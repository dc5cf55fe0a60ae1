-- Accounts that open at this door; one without a password, or closed, is like none.

-- Algorithm, cost and salt: everything of what is kept but its last part.
create function access.encoded_like(p_username text) returns text language plpgsql stable as $body$
begin
    return (select regexp_replace(password, '[^$]*$', '') from access.access_account
        where lower(username) = lower(p_username) and door = access.door() and is_active
        and left(password, 1) <> '!');
end $body$;

-- A wrong one is in the account's chain, before anybody is known. Hashed, so that no time tells how much fits.
create function access.opens(p_username text, p_encoded text) returns boolean language plpgsql as $body$
declare a access.access_account;
begin
    select * into a from access.access_account
        where lower(username) = lower(p_username) and door = access.door() and is_active
        and left(password, 1) <> '!';
    if a.id is null then return false; end if;
    if sha256(convert_to(a.password, 'UTF8')) = sha256(convert_to(p_encoded, 'UTF8')) then
        return true;
    end if;
    perform trail.link(a.id, access.actor(), 'sign_in', 'turned_away', '', null, access.now());
    return false;
end $body$;

-- By whoever has shown just now that it is them.
create function access.change_password(p_password text) returns void language plpgsql as $body$
begin
    update access.access_account set password = p_password
        where id = access.actor() and door = access.door() and is_active and access.is_fresh();
    if not found then
        raise insufficient_privilege using constraint = 'a_password_is_changed_by_its_owner',
            message = 'a password is changed by its owner';
    end if;
end $body$;
