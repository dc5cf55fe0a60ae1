-- `clock_timestamp()` is real time: a link and an agreement end even where the test clock stands still.

-- The agency whose point of contact acts at the partner's door just now; nobody's anywhere else.
create function shared.my_partner() returns uuid language plpgsql stable as $body$
begin
    if access.door() <> 'workspace' then return null; end if;
    return (select c.agency_id from core.partners_partneraccess s
        join core.partners_pointofcontact c on c.id = s.contact_id
        join core.partners_partneragency a on a.id = c.agency_id
        join access.access_account t on t.id = s.account_id
        where s.account_id = access.actor() and t.is_active and t.door = 'workspace'
        and c.until is null and a.ended_on is null and a.kind <> 'law_enforcement');
end $body$;

-- What stands at the head of the partner's pages: our outward name, and theirs once they are signed in.
create function shared.names()
returns table(umbrella text, zone text, day_order text, hours text, partner text, short text)
language plpgsql stable as $body$
begin
    return query select g.umbrella_name::text, g.time_zone::text, g.date_order::text, g.hours_of_day::text,
        (select a.name::text from core.partners_partneragency a where a.id = shared.my_partner()),
        g.short_name::text from core.agency_agency g;
end $body$;

create function shared.my_agreements()
returns table(kind text, parties text, scope text, may_share text, starts_on date, ends_on date)
language plpgsql stable as $body$
begin
    return query select g.kind::text, g.parties, g.scope, g.may_share, g.starts_on, g.ends_on
        from core.partners_partneragreement g where g.agency_id = shared.my_partner()
        order by g.ends_on desc nulls first, g.id;
end $body$;

-- What both said they would do, about nobody, while it is open.
create function shared.my_commitments()
returns table(side text, words text, by_when date) language plpgsql stable as $body$
begin
    return query select c.side::text, c.words, c.by_when from core.partners_commitment c
        where c.agency_id = shared.my_partner() and c.state in ('open', 'renegotiated')
        order by c.by_when nulls last, c.id;
end $body$;

create function core.shut_seat(p_account uuid) returns void language plpgsql as $body$
begin
    update access.access_account set is_active = false, password = '!' || gen_random_uuid()
        where id = p_account and door = 'workspace';
    update access.access_invitation set revoked_at = clock_timestamp()
        where account_id = p_account and used_at is null and revoked_at is null;
    delete from access.access_session where account_id = p_account and door = 'workspace';
    delete from access.mfa_authenticator
        where user_id = p_account and door = 'alongside_workspace';
end $body$;

create function core.shut_seats() returns trigger language plpgsql as $body$
begin
    perform core.shut_seat(s.account_id) from core.partners_partneraccess s
        join core.partners_pointofcontact c on c.id = s.contact_id
        join core.partners_partneragency a on a.id = c.agency_id
        where not (c.until is null and a.ended_on is null and a.kind <> 'law_enforcement')
            and (case when tg_table_name = 'partners_pointofcontact' then c.id else a.id end) = new.id;
    return null;
end $body$;

-- One asks. What was asked before and is over makes room; a name that is taken is said at once.
create function core.request_partner_access(p_id uuid, p_contact uuid, p_username text)
    returns void language plpgsql as $body$
declare me uuid := access.actor(); sits boolean; known text;
begin
    if not (access.has_role('case_manager') or access.has_role('supervisor') or access.has_role('director')) then
        raise insufficient_privilege using constraint = 'for_those_who_work_with_partners',
            message = 'for those who work with partners';
    end if;
    if exists (select from core.partners_partneraccessrequest where id = p_id) then return; end if;
    select c.until is null and a.ended_on is null and a.kind <> 'law_enforcement' into sits
        from core.partners_pointofcontact c join core.partners_partneragency a on a.id = c.agency_id
        where c.id = p_contact for update of c;
    if not coalesce(sits, false) then
        raise check_violation using constraint = 'no_page_for_them', message = 'no page for them';
    end if;
    select username into known from core.partners_partneraccess where contact_id = p_contact;
    if known is null and exists (select from access.access_account
            where door = 'workspace' and lower(username) = lower(p_username)) then
        raise check_violation using constraint = 'a_sign_in_name_is_taken', message = 'a_sign_in_name_is_taken';
    end if;
    update core.partners_partneraccessrequest set outcome = 'withdrawn', answered_at = access.now()
        where contact_id = p_contact and outcome in ('', 'agreed') and expires_at <= clock_timestamp();
    insert into core.partners_partneraccessrequest (id, contact_id, username, asked_at, asked_by_id, expires_at,
            outcome)
        values (p_id, p_contact, coalesce(known, p_username), access.now(), me, clock_timestamp() + interval '3 days',
            '');
end $body$;

-- A second person agrees or not; whoever asked may only take it back.
create function core.answer_partner_access_request(p_id uuid, p_yes boolean) returns void language plpgsql as $body$
declare a core.partners_partneraccessrequest; me uuid := access.actor();
begin
    if not (access.has_role('case_manager') or access.has_role('supervisor') or access.has_role('director')) then
        raise insufficient_privilege using constraint = 'for_those_who_work_with_partners',
            message = 'for those who work with partners';
    end if;
    select * into a from core.partners_partneraccessrequest where id = p_id for update;
    if a.id is null or a.outcome not in ('', 'agreed') or a.expires_at <= clock_timestamp()
            or (p_yes and a.outcome <> '') then
        raise check_violation using constraint = 'its_time_is_over', message = 'its time is over';
    end if;
    if p_yes and me = a.asked_by_id then
        raise insufficient_privilege using constraint = 'a_second_person_agrees',
            message = 'a second person agrees';
    end if;
    if p_yes and not exists (select from access.access_roleheld h join access.access_account c
            on c.id = h.account_id where c.id = a.asked_by_id and c.is_active
            and h.role in ('case_manager', 'supervisor', 'director')) then
        raise check_violation using constraint = 'its_time_is_over', message = 'its time is over';
    end if;
    update core.partners_partneraccessrequest set answered_at = access.now(), answered_by_id = me,
        outcome = case when p_yes then 'agreed' when me = a.asked_by_id then 'withdrawn'
            else 'declined' end where id = p_id;
end $body$;

-- A link for a contact of ours, once two have said so. It ends what stood before: sessions, factors,
-- password, link.
create function core.invite_contact(p_contact uuid, p_account uuid, p_invitation uuid, p_hash bytea)
returns uuid language plpgsql as $body$
declare me uuid := access.actor(); named text; sits boolean; who uuid; agreed core.partners_partneraccessrequest;
begin
    if not (access.has_role('case_manager') or access.has_role('supervisor') or access.has_role('director')) then
        raise insufficient_privilege using constraint = 'for_those_who_work_with_partners',
            message = 'for those who work with partners';
    end if;
    select * into agreed from core.partners_partneraccessrequest where contact_id = p_contact
        and outcome = 'agreed' and expires_at > clock_timestamp() for update;
    if agreed.id is null then
        raise insufficient_privilege using constraint = 'a_second_person_agrees_first',
            message = 'a second person agrees first';
    end if;
    update core.partners_partneraccessrequest set outcome = 'done' where id = agreed.id;
    select c.name, c.until is null and a.ended_on is null and a.kind <> 'law_enforcement' into named, sits
        from core.partners_pointofcontact c join core.partners_partneragency a on a.id = c.agency_id
        where c.id = p_contact for update of c;
    if not coalesce(sits, false) then
        raise check_violation using constraint = 'no_page_for_them', message = 'no page for them';
    end if;
    select account_id into who from core.partners_partneraccess where contact_id = p_contact;
    if who is null then
        who := p_account;
        insert into access.access_account (id, username, name, door, is_active, password, added_at)
            values (who, agreed.username, named, 'workspace', true, '!' || gen_random_uuid(), clock_timestamp());
        insert into core.partners_partneraccess (id, contact_id, account_id, username, link_at, link_by_id)
            values (gen_random_uuid(), p_contact, who, agreed.username, access.now(), me);
    else
        perform core.shut_seat(who);
        update access.access_account set is_active = true where id = who;
        update core.partners_partneraccess set link_at = access.now(), link_by_id = me where account_id = who;
    end if;
    insert into access.access_invitation (id, account_id, hash, mends, made_at, made_by_id, expires_at)
        values (p_invitation, who, p_hash, false, clock_timestamp(), me, clock_timestamp() + interval '3 days');
    return who;
end $body$;
