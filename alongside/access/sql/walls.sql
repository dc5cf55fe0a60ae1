create function access.door() returns text language plpgsql stable as $body$
declare r text := coalesce(nullif(nullif(current_setting('role', true), ''), 'none'), session_user);
begin return replace(r, 'alongside_', ''); end $body$;

create function access.actor() returns uuid language plpgsql stable as $body$
declare
    t text := current_setting('alongside.actor', true);
    k access.access_signingkey;
begin
    if coalesce(t, '') = '' then return null; end if;
    select * into k from access.access_signingkey where door = access.door();
    if split_part(t, '.', 3) is distinct from encode(sha256(k.opad || sha256(k.ipad || convert_to(
        concat_ws('|', access.door(), pg_current_xact_id_if_assigned(), 'actor', split_part(t, '.', 1),
        split_part(t, '.', 2)), 'UTF8'))), 'hex')
    then return null; end if;
    return split_part(t, '.', 1)::uuid;
end $body$;

-- Whether whoever acts has shown just now that it is them, with their second factor where they have one.
create function access.is_fresh() returns boolean language plpgsql stable as $body$
begin
    return access.actor() is not null
        and split_part(current_setting('alongside.actor', true), '.', 2) = 'fresh';
end $body$;

-- Whether this door's process said so in this transaction; for what is done before anybody is signed in.
create function access.was_said(p_said text, p_sign text) returns boolean language plpgsql stable as $body$
declare k access.access_signingkey;
begin
    select * into k from access.access_signingkey where door = access.door();
    return coalesce(p_sign = encode(sha256(k.opad || sha256(k.ipad || convert_to(
        concat_ws('|', access.door(), pg_current_xact_id_if_assigned(), p_said), 'UTF8'))), 'hex'), false);
end $body$;

-- The roles of whoever acts. The actor is asked once and not for every row: it is checked each time.
create function access.held() returns text[] language plpgsql stable as $body$
declare me uuid := access.actor();
begin
    return coalesce((select array_agg(h.role) from access.access_roleheld h join access.access_account a
        on a.id = h.account_id where h.account_id = me and a.is_active), '{}');
end $body$;

create function access.has_role(wanted text) returns boolean language plpgsql stable as $body$
begin return wanted = any(access.held()); end $body$;

-- Only what has no key yet gets one, so that nobody slips a key of their own under another's words.
create function access.share_key(p_thing uuid, p_key uuid, p_wrapped bytea) returns void language plpgsql as $body$
begin
    if access.actor() is null or p_thing is null then
        raise insufficient_privilege using constraint = 'staff_share_a_key', message = 'staff share a key';
    end if;
    if exists (select from vault.vault_key k where k.thing_id = p_thing) then
        raise unique_violation using constraint = 'has_a_key', message = 'has a key';
    end if;
    insert into vault.vault_key (id, key_id, door, thing_id, wrapped)
        values (gen_random_uuid(), p_key, access.door(), p_thing, p_wrapped);
end $body$;

-- Wrapped keys are in no copy of the data; this gives them to the copy of the keys alone.
create function vault.keys_to_keep()
returns table(id uuid, key_id uuid, door varchar, participant_id uuid, contact_id uuid, staff_id uuid,
    thing_id uuid, wrapped bytea) language plpgsql stable as $body$
begin
    return query select k.id, k.key_id, k.door, k.participant_id, k.contact_id, k.staff_id,
        k.thing_id, k.wrapped
        from vault.vault_key k;
end $body$;

-- Nobody is in no chain. At the partner's door nobody writes into another's.
create function trail.append(p_chain uuid, p_act text, p_outcome text, p_kind text, p_ref uuid, p_worked timestamptz)
returns void language plpgsql as $body$
declare who uuid := access.actor();
begin
    if who is null then
        raise insufficient_privilege using constraint = 'the_trail_says_who', message = 'the trail says who';
    end if;
    if access.door() not in ('desk', 'worker') then p_chain := who; end if;
    perform trail.link(p_chain, who, p_act, p_outcome, p_kind, p_ref, p_worked);
end $body$;

create function trail.link(
    p_chain uuid, p_who uuid, p_act text, p_outcome text, p_kind text, p_ref uuid, p_worked timestamptz
) returns void language plpgsql as $body$
declare
    h trail.trail_trailhead;
    seen timestamptz := clock_timestamp();
    new_link bytea;
begin
    insert into trail.trail_trailhead (chain, place, link) values (p_chain, 0, ''::bytea)
        on conflict (chain) do update set place = trail.trail_trailhead.place
        returning * into h;
    new_link := sha256(h.link || convert_to(concat_ws('|', p_chain, h.place + 1,
        extract(epoch from seen), extract(epoch from p_worked), access.door(), p_who, p_act, p_outcome,
        p_kind, p_ref), 'UTF8'));
    insert into trail.trail_trailentry
        (id, chain, place, at, worked_at, door, actor, act, outcome, kind, ref, link)
        values (gen_random_uuid(), p_chain, h.place + 1, seen, p_worked, access.door(), p_who, p_act,
                p_outcome, p_kind, p_ref, new_link);
    update trail.trail_trailhead set place = h.place + 1, link = new_link where chain = p_chain;
end $body$;

create function trail.broken_chains() returns table(chain uuid, place bigint) language plpgsql as $body$
begin
    return query
    with linked as (
        select e.*, coalesce(lag(e.link) over (partition by e.chain order by e.place), ''::bytea) as before,
               row_number() over (partition by e.chain order by e.place) as expected
        from trail.trail_trailentry e)
    select l.chain, l.place from linked l
    where l.place <> l.expected or l.link <> sha256(l.before || convert_to(concat_ws('|', l.chain,
        l.place, extract(epoch from l.at), extract(epoch from l.worked_at), l.door, l.actor, l.act,
        l.outcome, l.kind, l.ref), 'UTF8'))
    union
    select h.chain, h.place from trail.trail_trailhead h
    where h.place <> (select count(*) from trail.trail_trailentry e where e.chain = h.chain)
       or (h.place > 0 and h.link is distinct from (select e.link from trail.trail_trailentry e
             where e.chain = h.chain order by e.place desc limit 1));
end $body$;
