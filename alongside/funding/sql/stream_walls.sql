-- The time zone of a stream: its own, else the agency's.
create function core.zone_of(p_zone text) returns text language plpgsql stable as $body$
declare place text;
begin
    if coalesce(p_zone, '') <> '' then return p_zone; end if;
    select nullif(a.time_zone, '') into place from core.agency_agency a;
    return coalesce(place, 'UTC');
end $body$;

-- Two records of one person are one: the record that a tie leads to.
create function core.one_of(p_participant uuid) returns uuid language plpgsql stable as $body$
declare kept uuid;
begin
    select t.kept_id into kept from core.participants_linkedrecords t
        where t.other_id = p_participant and t.ended_at is null;
    return coalesce(kept, p_participant);
end $body$;

-- Whether a month is among those that somebody's monthly approval was given for: from the one after the last approved
-- month (or the month in which it was said, where that is later) through the month that it names.
create function core.approved_in(p_records uuid[], p_month date, p_zone text) returns boolean
language plpgsql stable as $body$
begin
    return exists (select from (
        select t.month as last, date_trunc('month', t.at at time zone p_zone)::date as said,
                lag(t.month) over (partition by t.approval_id order by t.at, t.id) as before
            from core.benefits_approvalturn t where t.participant_id = any(p_records) and t.month is not null) a
        where p_month <= a.last and p_month >= least(a.last,
            greatest(a.said, coalesce((a.before + interval '1 month')::date, a.said))));
end $body$;

-- Who is enrolled in streams of some kinds in a month: once for a person and stream, with the first and the last day.
create function core.enrolled_in(p_month date, p_kinds text[]) returns table(
    stream_id uuid, person uuid, records uuid[], since date, until date
) language plpgsql stable as $body$
begin
    return query select s.id, core.one_of(e.participant_id), array_agg(distinct r.id), min(e.begins_on),
            case when bool_or(e.ends_on is null) then null else max(e.ends_on) end
        from core.funding_enrolment e join core.funding_stream s on s.id = e.stream_id
        cross join lateral unnest(core.records_of(e.participant_id)) as r(id)
        where s.kind = any(p_kinds) and e.removed_at is null
          and e.begins_on < p_month + interval '1 month' and coalesce(e.ends_on >= p_month, true)
          and coalesce(s.begins_on < p_month + interval '1 month', true) and coalesce(s.ends_on >= p_month, true)
        group by 1, 2;
end $body$;

-- Every month of a person that a per-capita stream might pay, and why it does not where it does not. Of several that
-- qualify the first in their order pays, and every one that pays beside others.
create function core.funded_months(p_month date) returns table(
    stream_id uuid, place integer, beside boolean, person uuid, amount numeric, why text, payer uuid
) language plpgsql stable as $body$
begin
    return query
    with looked as (
        select s.id as sid, s.place::integer as pl, s.beside as bs, e.person as pe, s.rate as rt, case
            when p_month >= date_trunc('month', e.since) + s.months * interval '1 month' then 'past'
            when s.approved and not core.approved_in(e.records, p_month, core.zone_of(s.zone)) then 'not_approved'
            when s.asks <> 'nothing' and not exists (select from core.connection_note n
                where n.participant_id = any(e.records) and n.removed_at is null
                  and n.at >= p_month::timestamp at time zone core.zone_of(s.zone)
                  and n.at < (p_month + interval '1 month') at time zone core.zone_of(s.zone)
                  and (n.at at time zone core.zone_of(s.zone))::date >= e.since
                  and coalesce((n.at at time zone core.zone_of(s.zone))::date <= e.until, true)
                  and (s.asks = 'work' or n.kind in ('met', 'call', 'message', 'decision'))) then 'no_work'
            else '' end as wh
        from core.enrolled_in(p_month, array['capita']) e join core.funding_stream s on s.id = e.stream_id),
    ordered as (
        select l.*, first_value(l.sid) over (partition by l.pe, l.wh = '' and not l.bs order by l.pl, l.sid) as first
        from looked l)
    select o.sid, o.pl, o.bs, o.pe, o.rt,
        case when o.wh = '' and not o.bs and o.first <> o.sid then 'other' else o.wh end,
        case when o.wh = '' and not o.bs and o.first <> o.sid then o.first end
    from ordered o;
end $body$;

-- Every service of a month that a stream might pay back, and why it does not where it does not. A service is paid by
-- one stream, the first in their order; a month that a per-capita stream before it pays holds its services already.
create function core.funded_services(p_month date) returns table(
    stream_id uuid, person uuid, given_id uuid, day date, kind_id uuid, minutes integer, why text, payer uuid
) language plpgsql stable as $body$
begin
    return query
    with looked as (
        select s.id as sid, s.place::integer as pl, s.beside as bs, e.person as pe, g.id as gid, d.on_day,
            g.kind_id as kd, coalesce(g.minutes, n.minutes)::integer as mi, m.payer as mo, case
            when p_month >= date_trunc('month', e.since) + s.months * interval '1 month' then 'past'
            when s.approved and not core.approved_in(e.records, p_month, core.zone_of(s.zone)) then 'not_approved'
            when m.payer is not null and not s.beside then 'other'
            else '' end as wh
        from core.enrolled_in(p_month, array['repaid']) e join core.funding_stream s on s.id = e.stream_id
        join core.connection_note n on n.participant_id = any(e.records) and n.removed_at is null
            and n.at >= p_month::timestamp at time zone core.zone_of(s.zone)
            and n.at < (p_month + interval '1 month') at time zone core.zone_of(s.zone)
        join core.connection_servicegiven g on g.note_id = n.id
        cross join lateral (select (n.at at time zone core.zone_of(s.zone))::date as on_day) d
        left join lateral (select f.stream_id as payer from core.funded_months(p_month) f
            where f.person = e.person and f.why = '' and not f.beside and f.place < s.place limit 1) m on true
        where d.on_day >= e.since and coalesce(d.on_day <= e.until, true)
          and (cardinality(s.kinds) = 0 or g.kind_id = any(s.kinds))
          and exists (select from core.funding_enrolment x where x.stream_id = s.id and x.removed_at is null
              and x.participant_id = any(e.records) and x.begins_on <= d.on_day
              and coalesce(x.ends_on >= d.on_day, true))),
    ordered as (
        select l.*, first_value(l.sid) over (partition by l.gid, l.wh = '' and not l.bs order by l.pl, l.sid) as first
        from looked l)
    select o.sid, o.pe, o.gid, o.on_day, o.kd, o.mi,
        case when o.wh = '' and not o.bs and o.first <> o.sid then 'other' else o.wh end,
        case when o.wh = 'other' then o.mo when o.wh = '' and not o.bs and o.first <> o.sid then o.first end
    from ordered o;
end $body$;

-- All that a month of one stream is made of: months of people, services, and what was spent of its fund. `item` names a
-- line for good, `who` a person within one stream and month; both are made of references, and no door is told `person`.
create function core.claim_now(p_stream uuid, p_month date) returns table(
    item uuid, who uuid, what text, day date, kind uuid, minutes integer, amount numeric, why text, payer uuid,
    person uuid
) language plpgsql stable as $body$
declare s core.funding_stream;
begin
    select * into s from core.funding_stream where id = p_stream;
    return query select md5(concat_ws('|', 'month', p_stream, f.person, p_month))::uuid,
            md5(concat_ws('|', p_stream, f.person, p_month))::uuid, 'month'::text, p_month, null::uuid, null::integer,
            f.amount, f.why, f.payer, f.person
        from core.funded_months(p_month) f where f.stream_id = p_stream;
    return query select md5(concat_ws('|', 'service', p_stream, f.given_id))::uuid,
            md5(concat_ws('|', p_stream, f.person, p_month))::uuid, 'service'::text, f.day, f.kind_id, f.minutes,
            null::numeric, f.why, f.payer, f.person
        from core.funded_services(p_month) f where f.stream_id = p_stream;
    return query select md5(concat_ws('|', 'help', p_stream, m.id))::uuid, null::uuid, 'help'::text,
            (m.at at time zone core.zone_of(s.zone))::date, null::uuid, null::integer,
            case when m.went_to = 'spent' then m.amount else -m.amount end, ''::text, null::uuid, null::uuid
        from core.funding_movement m where m.fund_id = s.fund_id and 'spent' in (m.went_to, m.went_from)
          and m.at >= p_month::timestamp at time zone core.zone_of(s.zone)
          and m.at < (p_month + interval '1 month') at time zone core.zone_of(s.zone);
end $body$;

create function core.directs_funding() returns boolean language plpgsql stable as $body$
begin
    if not access.has_role('director') then
        raise insufficient_privilege using constraint = 'claims_are_the_directors',
            message = 'claims are the director''s';
    end if;
    return true;
end $body$;

-- What whoever directs reads of a month: lines without anybody's name, those that do not qualify among them.
create function core.claim_lines(p_stream uuid, p_month date) returns table(
    item uuid, who uuid, what text, day date, kind uuid, minutes integer, amount numeric, why text, payer uuid
) language plpgsql stable as $body$
begin
    perform core.directs_funding();
    return query select c.item, c.who, c.what, c.day, c.kind, c.minutes, c.amount, c.why, c.payer
        from core.claim_now(p_stream, p_month) c order by c.what, c.who, c.day, c.item;
end $body$;

-- What stands behind one person's part of a claim: dates and kinds, no word and no name.
create function core.claim_opened(p_stream uuid, p_month date, p_who uuid) returns table(
    day date, effort text, service uuid, minutes integer
) language plpgsql stable as $body$
declare zone text; whom uuid;
begin
    perform core.directs_funding();
    select core.zone_of(s.zone) into zone from core.funding_stream s where s.id = p_stream;
    select c.person into whom from core.claim_now(p_stream, p_month) c where c.who = p_who limit 1;
    return query select (n.at at time zone zone)::date, n.kind::text, g.kind_id, coalesce(g.minutes, n.minutes)::integer
        from core.connection_note n left join core.connection_servicegiven g on g.note_id = n.id
        where whom is not null and n.participant_id = any(core.records_of(whom)) and n.removed_at is null
          and n.at >= p_month::timestamp at time zone zone
          and n.at < (p_month + interval '1 month') at time zone zone
        order by 1, 2, 3;
end $body$;

-- What does not qualify of one's own people: for whoever reaches them, with whom it is about.
create function core.claims_of_mine(p_month date) returns table(
    stream_id uuid, participant_id uuid, what text, day date, kind uuid, why text, payer uuid
) language plpgsql stable as $body$
declare mine uuid[] := core.my_people();
begin
    return query select s.id, r.id, c.what, c.day, c.kind, c.why, c.payer
        from core.funding_stream s cross join lateral core.claim_now(s.id, p_month) c
        cross join lateral (select x.id from unnest(core.records_of(c.person)) as x(id)
            where x.id = any(mine) order by x.id <> c.person, x.id limit 1) r
        where c.why <> '' order by s.place, s.id, r.id, c.day;
end $body$;

-- Closes a month, or corrects it: what counts now and did not, and what counted and does not any more. Nothing is cut
-- by a time or a number, so whatever commits later is a line of the next correction. Two at once wait for each other.
create function core.close_month(p_id uuid, p_stream uuid, p_month date) returns integer language plpgsql as $body$
declare found_lines integer; s core.funding_stream;
begin
    perform core.directs_funding();
    perform pg_advisory_xact_lock(hashtextextended(concat_ws('|', 'closing', p_stream, p_month), 0));
    if exists (select from core.funding_closing c where c.id = p_id) then return 0; end if;
    select * into s from core.funding_stream where id = p_stream;
    if s.id is null or p_month <> date_trunc('month', p_month)::date then
        raise no_data_found using constraint = 'no_such_stream', message = 'no such stream';
    end if;
    if (access.now() at time zone core.zone_of(s.zone))::date < p_month + interval '1 month' then
        raise check_violation using constraint = 'the_month_goes_on', message = 'the month goes on';
    end if;
    insert into core.funding_closing (id, stream_id, month, at, by_id)
        select p_id, p_stream, p_month, greatest(access.now(), max(c.at) + interval '1 millisecond'), access.actor()
            from core.funding_closing c where c.stream_id = p_stream and c.month = p_month;
    with told as (
        select distinct on (l.item) l.* from core.funding_claimline l
            join core.funding_closing c on c.id = l.closing_id
            where c.stream_id = p_stream and c.month = p_month order by l.item, c.at desc, c.id, l.comes desc),
    now as (select * from core.claim_now(p_stream, p_month) n where n.why = ''),
    gone as (
        select t.* from told t left join now n on n.item = t.item where t.comes and (n.item is null
            or (n.day, n.kind, n.minutes) is distinct from (t.day, t.kind, t.minutes))),
    come as (
        select n.* from now n left join told t on t.item = n.item and t.comes where t.item is null
            or (n.day, n.kind, n.minutes) is distinct from (t.day, t.kind, t.minutes))
    insert into core.funding_claimline (id, closing_id, comes, item, who, what, day, kind, minutes, amount)
        select gen_random_uuid(), p_id, false, g.item, g.who, g.what, g.day, g.kind, g.minutes, g.amount from gone g
        union all
        select gen_random_uuid(), p_id, true, c.item, c.who, c.what, c.day, c.kind, c.minutes, c.amount from come c;
    get diagnostics found_lines = row_count;
    if found_lines = 0 and exists (select from core.funding_closing c
            where c.stream_id = p_stream and c.month = p_month and c.id <> p_id) then
        raise check_violation using constraint = 'nothing_came_later', message = 'nothing came later';
    end if;
    return found_lines;
end $body$;

create function core.lines_stand() returns trigger language plpgsql as $body$
begin
    raise raise_exception using constraint = 'closed_months_stand', message = 'closed months stand';
end $body$;

-- How many are enrolled in each stream, month by month.
create function core.enrolled_by_month(p_from date, p_months integer) returns table(
    stream_id uuid, month date, number bigint
) language plpgsql stable as $body$
begin
    perform core.directs_funding();
    return query select e.stream_id, m.first::date, count(*)
        from generate_series(p_from, p_from + (least(p_months, 36) - 1) * interval '1 month',
            interval '1 month') m(first)
        cross join lateral core.enrolled_in(m.first::date, array['capita', 'repaid', 'grant', 'gift']) e
        group by 1, 2;
end $body$;

-- Monthly approvals that have to be asked for so that a month is covered: through which month each stands, no name.
create function core.approvals_to_ask(p_month date) returns table(who uuid, last date)
language plpgsql stable as $body$
begin
    perform core.directs_funding();
    return query select md5(concat_ws('|', 'approval', a.id, p_month))::uuid, max(t.month)
        from core.benefits_approval a join core.participants_participant p on p.id = a.participant_id
        join core.benefits_approvalturn t on t.approval_id = a.id and t.month is not null
        where a.is_open and p.state <> 'closed' group by a.id having max(t.month) < p_month order by 2, 1;
end $body$;

-- Minutes of these workers in a month, by stream, and by what they were: `people` is the work with people, which a note
-- tells. It belongs to the first stream in the order in which they pay that the person was enrolled in on that day.
create function core.time_of(p_staff uuid[], p_month date) returns table(
    staff_id uuid, stream_id uuid, kind text, minutes bigint
) language plpgsql stable as $body$
declare here text := core.zone_of('');
begin
    return query select n.by_id, x.id, 'people'::text, sum(n.minutes)::bigint
        from core.connection_note n
        left join lateral (select s.id from core.funding_enrolment e join core.funding_stream s on s.id = e.stream_id
            where e.participant_id = any(core.records_of(n.participant_id)) and e.removed_at is null
              and e.begins_on <= (n.at at time zone here)::date
              and coalesce(e.ends_on >= (n.at at time zone here)::date, true)
            order by s.place, s.id limit 1) x on true
        where n.by_id = any(p_staff) and n.removed_at is null and n.minutes > 0
          and n.at >= p_month::timestamp at time zone here
          and n.at < (p_month + interval '1 month') at time zone here
        group by 1, 2;
    return query select w.by_id, w.stream_id, w.kind::text, sum(w.minutes)::bigint from core.funding_worktime w
        where w.by_id = any(p_staff) and w.removed_at is null and w.day >= p_month
          and w.day < p_month + interval '1 month'
        group by 1, 2, 3;
end $body$;

-- Of oneself, and of the workers whose supervisor one is.
create function core.my_time(p_month date) returns table(staff_id uuid, stream_id uuid, kind text, minutes bigint)
language plpgsql stable as $body$
begin
    if access.actor() is null then return; end if;
    return query select * from core.time_of(core.my_team() || access.actor(), p_month);
end $body$;

-- Of all who work here together: nobody's name.
create function core.all_time(p_month date) returns table(stream_id uuid, kind text, minutes bigint)
language plpgsql stable as $body$
begin
    perform core.directs_funding();
    return query select t.stream_id, t.kind, sum(t.minutes)::bigint
        from core.time_of(array(select s.id from core.agency_staff s), p_month) t group by 1, 2;
end $body$;
