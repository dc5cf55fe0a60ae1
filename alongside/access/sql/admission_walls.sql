-- `clock_timestamp()` is real time: a link and an agreement end even where the test clock stands still.

-- Which of these roles wait for a second person; none while nobody's record or call is kept here.
create function access.waiting_roles(p_account uuid, p_roles text[]) returns text[] language plpgsql stable as $body$
begin
    if not exists (select from core.participants_participant)
        and not exists (select from core.frontdoor_contact) then return '{}'; end if;
    return array(select r from unnest(p_roles) r
        where r = any(array['on_call', 'drop_in', 'case_manager', 'supervisor', 'director', 'custodian',
            'administrator'])
        and not exists (select from access.access_roleheld h where h.account_id = p_account and h.role = r)
        order by r);
end $body$;

create function access.give_roles(p_account uuid, p_roles text[], p_waiting text[])
returns void language plpgsql as $body$
begin
    delete from access.access_roleheld where account_id = p_account
        and role <> all(coalesce(p_roles, '{}'));
    insert into access.access_roleheld (id, account_id, role)
        select gen_random_uuid(), p_account, r from unnest(p_roles) r where r <> all(p_waiting)
        on conflict (account_id, role) do nothing;
    if exists (select from access.access_secondapproval where account_id = p_account and kind = 'roles'
            and outcome = '' and roles::text[] = p_waiting and expires_at > clock_timestamp()) then return; end if;
    update access.access_secondapproval set outcome = 'withdrawn', answered_at = clock_timestamp(),
        answered_by_id = access.actor() where account_id = p_account and kind = 'roles' and outcome = '';
    if p_waiting <> '{}' then
        insert into access.access_secondapproval (id, account_id, kind, roles, asked_by_id, asked_at,
            expires_at, outcome) values (gen_random_uuid(), p_account, 'roles', p_waiting,
            access.actor(), clock_timestamp(), clock_timestamp() + interval '3 days', '');
    end if;
end $body$;

-- Without a password of their own yet: the account opens by a link, or stays shut.
create function access.admit(p_account uuid, p_username text, p_password text, p_name text, p_roles text[])
returns text[] language plpgsql as $body$
declare waiting text[];
begin
    if exists (select from access.access_account) and not access.has_role('administrator') then
        raise insufficient_privilege using constraint = 'only_an_administrator_admits_staff',
            message = 'only an administrator admits staff';
    end if;
    insert into access.access_account (id, username, password, name, door, is_active, added_at)
        values (p_account, p_username, p_password, p_name, access.door(), true, access.now());
    waiting := access.waiting_roles(p_account, p_roles);
    perform access.give_roles(p_account, p_roles, waiting);
    return waiting;
end $body$;

create function access.set_roles(p_account uuid, p_roles text[]) returns text[] language plpgsql as $body$
declare waiting text[];
begin
    if not access.has_role('administrator') then
        raise insufficient_privilege using constraint = 'only_an_administrator_changes_roles',
            message = 'only an administrator changes roles';
    end if;
    if p_account = access.actor() and 'administrator' <> all(coalesce(p_roles, '{}')) then
        raise check_violation using constraint = 'another_administrator_takes_this_role_from_you',
            message = 'another administrator takes this role from you';
    end if;
    if not exists (select from access.access_account where id = p_account and is_active) then
        raise check_violation using constraint = 'does_not_work_here', message = 'does not work here';
    end if;
    waiting := access.waiting_roles(p_account, p_roles);
    perform access.give_roles(p_account, p_roles, waiting);
    return waiting;
end $body$;

create function access.ask_for_access(p_id uuid, p_account uuid) returns void language plpgsql as $body$
begin
    if not access.has_role('administrator') then
        raise insufficient_privilege using constraint = 'only_an_administrator_asks_for_this',
            message = 'only an administrator asks for this';
    end if;
    if exists (select from access.access_secondapproval where id = p_id) then return; end if;
    if p_account = access.actor() then
        raise check_violation using constraint = 'another_administrator_asks_for_you',
            message = 'another administrator asks for you';
    end if;
    update access.access_secondapproval set outcome = 'withdrawn' where account_id = p_account
        and kind = 'access' and outcome in ('', 'agreed') and expires_at <= clock_timestamp();
    insert into access.access_secondapproval (id, account_id, kind, roles, asked_by_id, asked_at, expires_at,
        outcome) values (p_id, p_account, 'access', '{}', access.actor(), clock_timestamp(),
        clock_timestamp() + interval '1 day', '');
end $body$;

-- Whoever asked may only take it back; nobody agrees about themselves; a new password needs two
-- administrators.
create function access.answer(p_id uuid, p_yes boolean) returns void language plpgsql as $body$
declare a access.access_secondapproval; me uuid := access.actor();
begin
    select * into a from access.access_secondapproval where id = p_id for update;
    if a is null or not (access.has_role('administrator') or access.has_role('supervisor')
            or access.has_role('director')) then
        raise insufficient_privilege using constraint = 'not_asked_of_you', message = 'not asked of you';
    end if;
    if a.outcome <> '' or a.expires_at <= clock_timestamp() then
        raise check_violation using constraint = 'its_time_is_over', message = 'its time is over';
    end if;
    if p_yes and (me = a.asked_by_id or me = a.account_id
            or (a.kind = 'access' and not access.has_role('administrator'))) then
        raise insufficient_privilege using constraint = 'a_second_person_agrees',
            message = 'a second person agrees';
    end if;
    if p_yes and not exists (select from access.access_roleheld h join access.access_account c
            on c.id = h.account_id where c.id = a.asked_by_id and c.is_active
            and h.role = 'administrator') then
        raise check_violation using constraint = 'its_time_is_over', message = 'its time is over';
    end if;
    update access.access_secondapproval set answered_by_id = me, answered_at = clock_timestamp(),
        outcome = case when p_yes then 'agreed' when me = a.asked_by_id then 'withdrawn'
            else 'declined' end where id = p_id;
    if p_yes and a.kind = 'roles' then
        insert into access.access_roleheld (id, account_id, role)
            select gen_random_uuid(), a.account_id, r from unnest(a.roles) r
            where exists (select from access.access_account where id = a.account_id and is_active)
            on conflict (account_id, role) do nothing;
    end if;
end $body$;

-- A new link ends the one before. Somebody who has a password gets another only by two administrators.
create function access.invite(p_id uuid, p_account uuid, p_hash bytea, p_days integer)
returns void language plpgsql as $body$
declare c access.access_account; agreed uuid;
begin
    if not access.has_role('administrator') then
        raise insufficient_privilege using constraint = 'only_an_administrator_makes_a_link',
            message = 'only an administrator makes a link';
    end if;
    select * into c from access.access_account where id = p_account and is_active for update;
    if c is null then
        raise check_violation using constraint = 'does_not_work_here', message = 'does not work here';
    end if;
    if left(c.password, 1) <> '!' then
        update access.access_secondapproval set outcome = 'done' where account_id = p_account
            and kind = 'access' and outcome = 'agreed' and expires_at > clock_timestamp() returning id into agreed;
        if agreed is null then
            raise insufficient_privilege using constraint = 'a_second_administrator_agrees_first',
                message = 'a second administrator agrees first';
        end if;
    end if;
    update access.access_invitation set revoked_at = clock_timestamp()
        where account_id = p_account and used_at is null and revoked_at is null;
    insert into access.access_invitation (id, account_id, hash, mends, made_at, made_by_id, expires_at)
        values (p_id, p_account, p_hash, agreed is not null, clock_timestamp(), access.actor(),
                clock_timestamp() + make_interval(days => least(p_days, 7)));
end $body$;

create function access.revoke_link(p_account uuid) returns void language plpgsql as $body$
begin
    if not access.has_role('administrator') then
        raise insufficient_privilege using constraint = 'only_an_administrator_takes_a_link_back',
            message = 'only an administrator takes a link back';
    end if;
    update access.access_invitation set revoked_at = clock_timestamp()
        where account_id = p_account and used_at is null and revoked_at is null;
end $body$;

-- Whose link this is, while it is good. Whoever holds it is not signed in.
create function access.invited(p_hash bytea) returns uuid language plpgsql stable as $body$
declare i access.access_invitation;
begin
    select * into i from access.access_invitation where hash = p_hash and used_at is null
        and revoked_at is null and expires_at > clock_timestamp();
    return (select id from access.access_account
        where id = i.account_id and is_active and door = access.door());
end $body$;

create function access.begin_by_link(p_hash bytea, p_password text) returns uuid language plpgsql as $body$
declare i access.access_invitation; who uuid;
begin
    perform from access.access_invitation where hash = p_hash for update;
    select * into i from access.access_invitation where hash = p_hash and used_at is null
        and revoked_at is null and expires_at > clock_timestamp();
    update access.access_account set password = p_password
        where id = i.account_id and is_active and door = access.door() returning id into who;
    if who is not null then
        update access.access_invitation set used_at = clock_timestamp() where id = i.id;
        -- Signed out wherever they are signed in, and second factors gone, so that they are set up anew.
        delete from access.access_session where account_id = who;
        delete from access.mfa_authenticator where user_id = who;
    end if;
    return who;
end $body$;

-- Shut at once: no session, factor, role, password or link, nothing asked. Opening it again gives none back.
create function access.set_open(p_account uuid, p_open boolean) returns void language plpgsql as $body$
begin
    if not access.has_role('administrator') then
        raise insufficient_privilege using constraint = 'only_an_administrator_closes_or_opens_an_account',
            message = 'only an administrator closes or opens an account';
    end if;
    if p_account = access.actor() then
        raise check_violation using constraint = 'another_administrator_closes_yours',
            message = 'another administrator closes yours';
    end if;
    update access.access_account set is_active = p_open, password = '!' || gen_random_uuid()
        where id = p_account and is_active <> p_open;
    if not p_open then
        delete from access.access_session where account_id = p_account;
        delete from access.mfa_authenticator where user_id = p_account;
        delete from access.access_roleheld where account_id = p_account;
        update access.access_invitation set revoked_at = clock_timestamp()
            where account_id = p_account and used_at is null and revoked_at is null;
        update access.access_secondapproval set outcome = 'withdrawn', answered_at = clock_timestamp()
            where p_account in (account_id, asked_by_id) and outcome in ('', 'agreed')
            and not (kind = 'roles' and outcome = 'agreed');
    end if;
end $body$;

-- For whoever runs the machine and holds its keys, where an agency has one administrator only.
create function access.operator_agrees(p_username text) returns integer language plpgsql as $body$
declare n integer;
begin
    insert into access.access_roleheld (id, account_id, role)
        select gen_random_uuid(), a.account_id, r from access.access_secondapproval a
        join access.access_account c on c.id = a.account_id, unnest(a.roles) r
        where lower(c.username) = lower(p_username) and c.is_active and a.kind = 'roles'
        and a.outcome = '' and a.expires_at > clock_timestamp() on conflict (account_id, role) do nothing;
    update access.access_secondapproval a set outcome = 'agreed', answered_at = clock_timestamp()
        from access.access_account c where c.id = a.account_id and a.outcome = ''
        and lower(c.username) = lower(p_username) and a.expires_at > clock_timestamp();
    get diagnostics n = row_count;
    return n;
end $body$;

create function access.operator_invites(p_username text, p_hash bytea) returns boolean language plpgsql as $body$
declare who uuid;
begin
    select id into who from access.access_account
        where lower(username) = lower(p_username) and door = 'desk' and is_active;
    if who is null then return false; end if;
    update access.access_invitation set revoked_at = clock_timestamp()
        where account_id = who and used_at is null and revoked_at is null;
    insert into access.access_invitation (id, account_id, hash, mends, made_at, expires_at)
        values (gen_random_uuid(), who, p_hash, true, clock_timestamp(), clock_timestamp() + interval '1 day');
    return true;
end $body$;
