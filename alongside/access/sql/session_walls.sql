-- What the session with this key holds, sealed. Held, nobody else writes it before this transaction ends.
create function access.session_held(p_known text, p_hold boolean) returns bytea language plpgsql as $body$
begin
    if p_hold then
        perform from access.access_session
            where name = encode(sha256(convert_to(p_known, 'UTF8')), 'hex') and door = access.door() for update;
    end if;
    return (select held from access.access_session
        where name = encode(sha256(convert_to(p_known, 'UTF8')), 'hex') and door = access.door()
        and ends_at > clock_timestamp());
end $body$;

-- Writes what a session holds. A new one takes no other's name; one that has ended stays ended.
create function access.keep_session(p_known text, p_held bytea, p_ends timestamptz, p_new boolean)
returns boolean language plpgsql as $body$
begin
    if p_new then
        insert into access.access_session (name, door, held, begun_at, ends_at, browser)
            values (encode(sha256(convert_to(p_known, 'UTF8')), 'hex'), access.door(), p_held,
                clock_timestamp(), p_ends, '') on conflict (name) do nothing;
    else
        update access.access_session set held = p_held, ends_at = p_ends
            where name = encode(sha256(convert_to(p_known, 'UTF8')), 'hex') and door = access.door();
    end if;
    return found;
end $body$;

-- Writes what a session holds in one go, where it still holds what was read; one that has ended stays ended.
create function access.update_session(p_known text, p_was bytea, p_held bytea, p_ends timestamptz)
returns boolean language plpgsql as $body$
begin
    update access.access_session set held = p_held, ends_at = p_ends
        where name = encode(sha256(convert_to(p_known, 'UTF8')), 'hex') and door = access.door()
        and held = p_was and ends_at > clock_timestamp();
    return found;
end $body$;

create function access.end_session(p_known text) returns void language plpgsql as $body$
begin
    delete from access.access_session
        where name = encode(sha256(convert_to(p_known, 'UTF8')), 'hex') and door = access.door();
end $body$;

-- Whose session it is, which the door's process says when it has let somebody in.
create function access.own_session(p_known text, p_account uuid, p_browser text, p_sign text)
returns void language plpgsql as $body$
begin
    if not access.was_said('session|' || p_known || '|' || p_account, p_sign) then
        raise insufficient_privilege using constraint = 'the_door_says_whose_session_it_is',
            message = 'whose session it is, the door says';
    end if;
    update access.access_session set account_id = p_account, browser = left(p_browser, 200)
        where name = encode(sha256(convert_to(p_known, 'UTF8')), 'hex') and door = access.door();
end $body$;
