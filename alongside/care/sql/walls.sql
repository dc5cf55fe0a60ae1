-- The key is made with the row, so that nobody can put a row before the key of something else.
create function core.ask_for_support(p_id uuid, p_key uuid, p_wrapped bytea, p_reader uuid, p_sealed bytea[])
returns void language plpgsql as $body$
declare me uuid := access.actor();
begin
    if me is null or not exists (select from access.access_roleheld h where h.account_id = me and h.role <> 'adviser')
    then
        raise insufficient_privilege using constraint = 'a_worker_asks_for_support',
            message = 'a worker asks for support';
    end if;
    if p_reader = me or not exists (
        select from core.agency_staff s join access.access_account a on a.id = s.id
            where s.id = p_reader and a.is_active
              and exists (select from access.access_roleheld h where h.account_id = a.id and h.role <> 'adviser')
    ) then
        raise check_violation using constraint = 'one_asks_a_colleague_who_works_here',
            message = 'one asks a colleague who works here';
    end if;
    if exists (select from vault.vault_key k where k.thing_id = p_id or k.key_id = p_key) then
        raise unique_violation using constraint = 'has_a_key', message = 'has a key';
    end if;
    insert into vault.vault_key (id, key_id, door, thing_id, wrapped)
        values (gen_random_uuid(), p_key, access.door(), p_id, p_wrapped);
    insert into core.care_supportrequest
        (id, key_id, reader_id, kind, words, first_day, last_day, answer, at, by_id)
        values (p_id, p_key, p_reader, p_sealed[1], p_sealed[2], p_sealed[3], p_sealed[4], ''::bytea,
                access.now(), me);
end $body$;

-- The words go, and the key goes: what an older copy of the data holds is unreadable from then on.
create function core.let_go_of_request(p_id uuid) returns boolean language plpgsql as $body$
declare gone uuid;
begin
    delete from core.care_supportrequest r where r.id = p_id and r.by_id = access.actor() returning r.key_id into gone;
    if gone is null then return false; end if;
    delete from vault.vault_key k where k.thing_id = p_id and k.key_id = gone;
    return true;
end $body$;

-- What was answered is kept for the agency's days, else for ninety; and what one of the two left behind as long.
create function core.let_old_requests_go() returns void language plpgsql as $body$
declare
    days integer := coalesce((select s.request_days from core.care_caresettings s where s.id = 1), 90);
begin
    if not (select access.actor()) = 'a1000000-0000-4000-8000-000000000000'::uuid then
        raise insufficient_privilege using constraint = 'the_house_does_this_by_itself',
            message = 'the house does this by itself';
    end if;
    with gone as (
        delete from core.care_supportrequest r
            where coalesce(r.answered_at, r.at) < access.now() - make_interval(days => days)
              and (r.answered_at is not null or exists (select from access.access_account a
                where a.id in (r.by_id, r.reader_id) and not a.is_active))
            returning r.id, r.key_id
    )
    delete from vault.vault_key k using gone g where k.thing_id = g.id and k.key_id = g.key_id;
end $body$;
