-- To the reader the person chose; where that one left or has another role now, to the others of that role. Never to the
-- one it concerns, whatever they are besides, unless the person said so.
create function core.checks_for_me() returns uuid[] language plpgsql stable as $body$
declare
    me uuid := access.actor();
    held text[] := access.held();
    found uuid[];
begin
    if me is null then return '{}'; end if;
    select coalesce(array_agg(c.id), '{}') into found
        from core.care_relationshipcheck c
        where (c.concerns_id = me and c.may_see)
           or (c.concerns_id is distinct from me and c.read_as = any(held) and (c.reader_id = me or not exists (
                select from access.access_account a
                    join access.access_roleheld h on h.account_id = a.id and h.role = c.read_as
                    where a.id = c.reader_id and a.is_active)));
    return found;
end $body$;

-- The key is made with the row, so that nobody can put a row before the key of something else.
create function core.say_how_it_feels(
    p_id uuid, p_key uuid, p_wrapped bytea, p_participant uuid, p_reader uuid, p_as text, p_named boolean,
    p_may_see boolean, p_sealed bytea[]
) returns void language plpgsql as $body$
declare me uuid := access.actor(); about uuid;
begin
    if me is null or p_participant is null or not (p_participant = any(core.my_people())
            or p_participant = any(core.my_acquaintances())) then
        raise insufficient_privilege using constraint = 'nobody_within_reach', message = 'nobody within reach';
    end if;
    select p.case_manager_id into about from core.participants_participant p where p.id = p_participant;
    if p_as not in ('supervisor', 'adviser') or p_reader = about or not exists (
        select from access.access_account a join access.access_roleheld h on h.account_id = a.id
            where a.id = p_reader and a.is_active and h.role = p_as
    ) then
        raise check_violation using constraint = 'reads_no_check', message = 'reads no check';
    end if;
    if exists (select from vault.vault_key k where k.thing_id = p_id or k.key_id = p_key) then
        raise unique_violation using constraint = 'has_a_key', message = 'has a key';
    end if;
    insert into vault.vault_key (id, key_id, door, thing_id, wrapped)
        values (gen_random_uuid(), p_key, access.door(), p_id, p_wrapped);
    insert into core.care_relationshipcheck
        (id, key_id, participant_id, concerns_id, reader_id, read_as, may_see, called, told_by, safe, heard, decides,
         better, followed, at, by_id)
        values (p_id, p_key, case when p_named then p_participant end, about, p_reader, p_as, p_may_see, p_sealed[1],
                p_sealed[2], p_sealed[3], p_sealed[4], p_sealed[5], p_sealed[6], ''::bytea, access.now(), me);
end $body$;

create function core.check_was_written(p_id uuid) returns boolean language plpgsql stable as $body$
begin
    return exists (select from core.care_relationshipcheck c where c.id = p_id and c.by_id = access.actor());
end $body$;

-- The words go, and the key goes: what an older copy of the data holds is unreadable from then on.
create function core.let_go_of_check(p_id uuid) returns boolean language plpgsql as $body$
declare gone uuid;
begin
    delete from core.care_relationshipcheck c
        where c.id = p_id and c.id = any(core.checks_for_me()) and c.concerns_id is distinct from access.actor()
        returning c.key_id into gone;
    if gone is null then return false; end if;
    delete from vault.vault_key k where k.thing_id = p_id and k.key_id = gone;
    return true;
end $body$;

create function core.let_old_checks_go() returns void language plpgsql as $body$
declare
    days integer := coalesce((select s.check_days from core.care_caresettings s where s.id = 1), 365);
begin
    if not (select access.actor()) = 'a1000000-0000-4000-8000-000000000000'::uuid then
        raise insufficient_privilege using constraint = 'the_house_does_this_by_itself',
            message = 'the house does this by itself';
    end if;
    with gone as (
        delete from core.care_relationshipcheck c
            where c.followed_at < access.now() - make_interval(days => days) returning c.id, c.key_id
    )
    delete from vault.vault_key k using gone g where k.thing_id = g.id and k.key_id = g.key_id;
end $body$;
