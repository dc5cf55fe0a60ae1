-- The twelve months that ended last, and no cell below five: nobody chooses a span that could be taken from another.
create function core.barrier_counts()
returns table(system text, stuck text, times bigint) language plpgsql stable as $body$
declare
    ends date := date_trunc('month', access.now() at time zone 'UTC')::date;
    begins date := ends - interval '12 months';
begin
    if not (access.has_role('director') or access.has_role('supervisor')) then
        raise insufficient_privilege using constraint = 'counts_are_those_of_who_leads',
            message = 'counts are the director''s and the supervisor''s';
    end if;
    return query
    select b.system::text, b.stuck::text, case when count(*) >= 5 then count(*) end
        from core.referrals_systembarrier b
        where b.removed_at is null and b."on" >= begins and b."on" < ends
        group by b.system, b.stuck;
end $body$;

-- The month that goes on, so that whoever wrote something down sees that it counts: no cell below five, and none of
-- fewer than five people.
create function core.barrier_counts_now()
returns table(system text, stuck text, times bigint) language plpgsql stable as $body$
declare
    begins date := date_trunc('month', access.now() at time zone 'UTC')::date;
begin
    if not (access.has_role('director') or access.has_role('supervisor')) then
        raise insufficient_privilege using constraint = 'counts_are_those_of_who_leads',
            message = 'counts are the director''s and the supervisor''s';
    end if;
    return query
    select b.system::text, b.stuck::text,
            case when count(*) >= 5 and count(distinct b.participant_id) >= 5 then count(*) end
        from core.referrals_systembarrier b
        where b.removed_at is null and b."on" >= begins
        group by b.system, b.stuck;
end $body$;

-- Of the last four ways to a partner that were settled before this month, how many led there. Fewer tell nothing,
-- and what somebody chose for themselves is no finding about anybody.
create function core.reliability(p_agency uuid) returns bigint language plpgsql stable as $body$
declare found bigint; settled bigint;
begin
    if access.actor() is null then
        raise insufficient_privilege using constraint = 'for_staff', message = 'for staff';
    end if;
    select count(*), count(*) filter (where q.state = 'connected') into settled, found from (
        select r.state from core.referrals_referral r
            where r.removed_at is null and r.disclosure_id is not null
              and r.agency_id = p_agency
              and r.state in ('connected', 'not_provider', 'another_way')
              and r.state_at < date_trunc('month', access.now())
            order by r.state_at desc, r.id limit 4) q;
    return case when settled >= 4 then found end;
end $body$;
