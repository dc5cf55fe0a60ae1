-- With whom something was done in these months, two records of one person as one.
create function core.in_months(p_first date, p_after date) returns setof uuid language plpgsql stable as $body$
declare zone text := core.zone_of('');
begin
    return query select distinct coalesce(t.kept_id, n.participant_id) from core.connection_note n
        left join core.participants_linkedrecords t on t.other_id = n.participant_id and t.ended_at is null
        where n.removed_at is null and n.at >= p_first::timestamp at time zone zone
          and n.at < p_after::timestamp at time zone zone;
end $body$;

-- Of these, whose permission stands for this recipient, purpose and a file: the newest of either record of them. What
-- one record of somebody forbids, the other forbids too: a pause, a wish about that agency, being under 18, and a stop
-- that came after the yes.
create function core.said_yes_to_a_file(p_agency uuid, p_purpose text, p_first date, p_after date)
returns table(person uuid, records uuid[], participant_id uuid, release_id uuid) language plpgsql stable as $body$
declare n timestamptz := access.now();
begin
    return query
    with yes as (
        select core.one_of(r.participant_id) as who, r.participant_id as whose, r.id, r.at, r.consents_alone
        from core.consent_release r
        where r.agency_id = p_agency and r.purpose = p_purpose and 'file' = any(r.methods)
          and 'services' = any(r.information) and r.withdrawn_at is null and r.starts_at <= n and n < r.ends_at
          and core.is_signed(r))
    select distinct on (y.who) y.who, o.records, y.whose, y.id
        from yes y cross join lateral (select core.records_of(y.who) as records) o
        where y.who in (select m from core.in_months(p_first, p_after) m)
          and not exists (select from core.consent_sharingpause h
              where h.participant_id = any(o.records) and h.lifted_at is null)
          and not exists (select from core.consent_programintouch w where w.participant_id = any(o.records)
              and w.agency_id = p_agency and w.removed_at is null and w.wish <> 'together')
          and not exists (select from core.consent_release s where s.participant_id = any(o.records)
              and s.agency_id = p_agency and s.purpose = p_purpose and s.withdrawn_at >= y.at)
          and (y.consents_alone or not exists (select from core.participants_participant p
                  where p.id = any(o.records) and p.under_18 = 'yes')
              or exists (select from core.consent_releasesigner g where g.release_id = y.id
                  and g.part in ('parent', 'court')))
        order by y.who, y.at desc, y.id;
end $body$;

-- From which number on something is told, as reports have it.
create function core.fewest_told() returns integer language plpgsql stable as $body$
begin
    return greatest(5, coalesce((select s.least from core.reports_reportsettings s where s.id = 1), 5));
end $body$;

-- A number as it is told here: nothing of a small one, and of others the step they have reached, so that asking again
-- after a day, or for one month more, tells of nobody.
create function core.in_steps(p_number bigint) returns integer language plpgsql stable as $body$
declare step integer := core.fewest_told();
begin
    return case when p_number = 0 then 0 when p_number >= step then p_number - p_number % step end;
end $body$;

create function core.before_extract(p_agency uuid, p_purpose text, p_first date, p_after date)
returns table(held integer, left_out integer) language plpgsql stable as $body$
declare everybody bigint; yes bigint;
begin
    if not access.has_role('director') then
        raise insufficient_privilege using constraint = 'asking_for_a_file_is_the_directors',
            message = 'asking for a file is the director''s';
    end if;
    if extract(day from p_first) <> 1 or extract(day from p_after) <> 1 then
        raise check_violation using constraint = 'a_file_is_of_whole_months', message = 'whole months only';
    end if;
    select count(*) into everybody from core.in_months(p_first, p_after);
    select count(*) into yes from core.said_yes_to_a_file(p_agency, p_purpose, p_first, p_after);
    return query select core.in_steps(yes), core.in_steps(everybody - yes);
end $body$;

create function core.agree_to_extract(p_extract uuid) returns void language plpgsql as $body$
declare me uuid := access.actor();
begin
    if not (access.has_role('custodian') or access.has_role('director')) then
        raise insufficient_privilege using constraint = 'agreeing_to_a_file_is_theirs',
            message = 'agreeing is the director''s or the custodian''s';
    end if;
    update core.extracts_extract set agreed_by_id = me, agreed_at = access.now(),
            open_until = access.now() + interval '7 days'
        where id = p_extract and by_id <> me and agreed_at is null and at > access.now() - interval '7 days';
    if not found then
        raise insufficient_privilege using constraint = 'no_file_to_agree_to', message = 'no file to agree to';
    end if;
end $body$;

-- The lines of a file that two people agreed to, once, to whoever asked. Each goes by the law of every way out at this
-- moment and is written into the accounting of its person before anybody reads it; nobody's reference comes along.
-- `disclosure` and `sealed_by` are for the words of that accounting (`core.keep_what_went`).
create function core.take_extract(p_extract uuid) returns table(
    disclosure uuid, sealed_by uuid, came date, state text, ended date, services text[]
) language plpgsql as $body$
declare
    me uuid := access.actor(); zone text := core.zone_of(''); x core.extracts_extract; y record;
    latched uuid[] := '{}'; one uuid; stands text; given bigint := 0; everybody bigint;
    least_lines integer := core.fewest_told();
begin
    select * into x from core.extracts_extract e where e.id = p_extract for update;
    if x.id is null or me is null or x.by_id <> me or not access.has_role('director') or x.agreed_by_id is null
            or x.agreed_by_id = me or x.taken_at is not null or x.open_until <= access.now() then
        raise insufficient_privilege using constraint = 'this_file_is_not_open', message = 'this file is not open';
    end if;
    -- Whoever stops, pauses or says a wish about one of them waits here or was first, and is then looked at anew.
    for one in select distinct r from core.said_yes_to_a_file(x.agency_id, x.purpose, x.begins, x.after) s
            cross join unnest(s.records) r order by r loop
        perform pg_advisory_xact_lock(hashtextextended('sharing|' || one::text, 0));
        latched := latched || one;
    end loop;
    for y in select * from core.said_yes_to_a_file(x.agency_id, x.purpose, x.begins, x.after) s
            where s.records <@ latched loop
        disclosure := gen_random_uuid();
        sealed_by := gen_random_uuid();
        begin
            perform core.pass_out(disclosure, y.participant_id, y.release_id, null, 'export', 'file', x.purpose,
                array['services'], x.agency_id, sealed_by, ''::bytea, ''::bytea);
        exception when check_violation then continue;
        end;
        given := given + 1;
        select date_trunc('month', min(a.at) at time zone zone)::date into came from (
            select min(c.at) as at from core.participants_statechange c where c.participant_id = any(y.records)
            union all select min(n.at) from core.connection_note n
                where n.participant_id = any(y.records) and n.removed_at is null) a;
        select p.state into stands from core.participants_participant p where p.id = y.person;
        state := stands;
        select date_trunc('month', max(c.at) at time zone zone)::date into ended
            from core.participants_statechange c
            where c.participant_id = any(y.records) and c.state = 'closed' and stands = 'closed';
        select coalesce(array_agg(distinct k.key::text), '{}') into services
            from core.connection_note n
            join core.connection_servicegiven g on g.note_id = n.id
            join core.connection_servicekind k on k.id = g.kind_id
            where n.participant_id = any(y.records) and n.removed_at is null and k.key <> ''
              and n.at >= x.begins::timestamp at time zone zone and n.at < x.after::timestamp at time zone zone;
        return next;
    end loop;
    if x.kind = 'ctdc' then least_lines := greatest(least_lines, 11); end if;
    if given < least_lines then
        raise check_violation using constraint = 'too_few_for_a_file', message = 'too few for a file';
    end if;
    select count(*) into everybody from core.in_months(x.begins, x.after);
    update core.extracts_extract set taken_at = access.now(), held = core.in_steps(given),
            left_out = core.in_steps(greatest(everybody - given, 0))
        where id = p_extract;
end $body$;
