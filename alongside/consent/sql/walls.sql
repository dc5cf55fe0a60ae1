create function core.is_signed(p_release core.consent_release) returns boolean language plpgsql stable as $body$
declare minor boolean;
begin
    select under_18 = 'yes' into minor from core.participants_participant
        where id = p_release.participant_id;
    return exists (select from core.consent_releasesigner s where s.release_id = p_release.id
            and s.participant_id = p_release.participant_id and s.part in ('participant', 'court'))
        and (not minor or p_release.consents_alone
            or exists (select from core.consent_releasesigner s where s.release_id = p_release.id
                and s.participant_id = p_release.participant_id and s.part in ('parent', 'court')));
end $body$;

-- The law of every way out, asked at the moment of it; whoever calls it has looked at who may. What it lets pass is
-- written into the accounting by the same statement. No door may call it.
create function core.pass_out(
    p_id uuid, p_participant uuid, p_release uuid, p_exception uuid, p_way text, p_method text, p_purpose text,
    p_information text[], p_agency uuid, p_key uuid, p_to bytea, p_text bytea
) returns void language plpgsql as $body$
declare
    me uuid := access.actor(); n timestamptz := access.now(); k uuid;
    r core.consent_release; x core.consent_lawfulexception;
begin
    perform pg_advisory_xact_lock(hashtextextended('sharing|' || p_participant::text, 0));
    select coalesce(p_key, p.key_id) into k from core.participants_participant p where p.id = p_participant;
    if p_release is not null then
        select * into r from core.consent_release
            where id = p_release and participant_id = p_participant for update;
        if r.id is null or p_agency is distinct from r.agency_id then
            raise check_violation using constraint = 'no_way_out_nothing', message = 'no way out: nothing';
        end if;
        if p_way = 'stop' then
            if r.withdrawn_at is null or p_information <> '{}' then
                raise check_violation using constraint = 'no_way_out_not_stopped',
                    message = 'no way out: not stopped';
            end if;
        else
            if r.withdrawn_at is not null then
                raise check_violation using constraint = 'no_way_out_stopped', message = 'no way out: stopped';
            end if;
            if n < r.starts_at or n >= r.ends_at then
                raise check_violation using constraint = 'no_way_out_ended', message = 'no way out: ended';
            end if;
            if cardinality(p_information) = 0 or not (p_information <@ r.information::text[])
                    or p_purpose <> r.purpose or not (p_method = any(r.methods)) then
                raise check_violation using constraint = 'no_way_out_not_named',
                    message = 'no way out: not named';
            end if;
            if not core.is_signed(r) then
                raise check_violation using constraint = 'no_way_out_not_signed',
                    message = 'no way out: not signed';
            end if;
            if exists (select from core.consent_sharingpause h
                    where h.participant_id = p_participant and h.lifted_at is null) then
                raise check_violation using constraint = 'no_way_out_held', message = 'no way out: held';
            end if;
            if exists (select from core.consent_programintouch w where w.participant_id = p_participant
                    and w.agency_id = p_agency and w.removed_at is null and w.wish <> 'together') then
                raise check_violation using constraint = 'no_way_out_wish', message = 'no way out: wish';
            end if;
        end if;
    elsif p_exception is not null then
        select * into x from core.consent_lawfulexception
            where id = p_exception and participant_id = p_participant for update;
        if x.id is null or x.decision <> 'approved' or p_way in ('stop', 'own_copy')
                or p_agency is distinct from x.agency_id or cardinality(p_information) = 0
                or not (p_information <@ x.information::text[]) or p_purpose <> x.purpose
                or not (p_method = any(x.methods))
                or exists (select from core.consent_disclosure d where d.exception_id = x.id) then
            raise check_violation using constraint = 'no_way_out_nothing', message = 'no way out: nothing';
        end if;
    else
        raise check_violation using constraint = 'no_way_out_nothing', message = 'no way out: nothing';
    end if;
    insert into core.consent_disclosure (id, key_id, participant_id, way, method, purpose, information,
            what, "to", text, agency_id, release_id, exception_id, at, by_id)
        values (p_id, k, p_participant, p_way, p_method, p_purpose, p_information, '', p_to, p_text,
            p_agency, p_release, p_exception, n, me);
end $body$;

create function core.disclose(
    p_id uuid, p_participant uuid, p_release uuid, p_exception uuid, p_way text, p_method text, p_purpose text,
    p_information text[], p_agency uuid, p_to bytea, p_text bytea
) returns void language plpgsql as $body$
begin
    if p_participant is null or not (p_participant = any(core.my_people())) then
        raise insufficient_privilege using constraint = 'out_of_reach', message = 'out of reach';
    end if;
    perform core.pass_out(p_id, p_participant, p_release, p_exception, p_way, p_method, p_purpose, p_information,
        p_agency, null, p_to, p_text);
end $body$;

-- What went in the words of it, sealed under a key made for each: for who let something pass about people whose keys
-- are not theirs. Once, and only where no word stands yet; the key is the person's from then on.
create function core.keep_what_went(p_ids uuid[], p_keys uuid[], p_wrapped bytea[], p_to bytea[], p_text bytea[])
returns integer language plpgsql as $body$
declare kept integer;
begin
    with told as (
        select * from unnest(p_ids, p_keys, p_wrapped, p_to, p_text) as t(id, key_id, wrapped, who, words)),
    written as (
        update core.consent_disclosure d set "to" = t.who, text = t.words from told t
            where d.id = t.id and d.key_id = t.key_id and d.by_id = access.actor() and d.method = 'file'
              and octet_length(d."to") = 0 and octet_length(d.text) = 0
              and not exists (select from vault.vault_key k where k.key_id = d.key_id)
            returning d.key_id, d.participant_id, t.wrapped)
    insert into vault.vault_key (id, key_id, door, participant_id, wrapped)
        select gen_random_uuid(), w.key_id, access.door(), w.participant_id, w.wrapped from written w;
    get diagnostics kept = row_count;
    return kept;
end $body$;

create function core.decide_exception(p_exception uuid, p_decision text) returns void language plpgsql as $body$
declare me uuid := access.actor(); x core.consent_lawfulexception;
begin
    select * into x from core.consent_lawfulexception where id = p_exception for update;
    if x.id is null or not access.has_role('supervisor')
            or not (x.participant_id = any(core.my_people())) then
        raise insufficient_privilege using constraint = 'approving_is_a_supervisors',
            message = 'approving is a supervisor''s';
    end if;
    if x.by_id = me then
        raise check_violation using constraint = 'a_second_person_decides', message = 'a second person decides';
    end if;
    if x.decision <> '' or p_decision not in ('approved', 'not_now') then
        raise check_violation using constraint = 'decided_already', message = 'decided already';
    end if;
    update core.consent_lawfulexception
        set decision = p_decision, decided_at = access.now(), decided_by_id = me
        where id = p_exception;
end $body$;
