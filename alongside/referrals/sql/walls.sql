-- What was stuck in these twelve months, and not how often: reports count it, and hide what is small.
create function core.barriers_told() returns table(system text, stuck text) language plpgsql stable as $body$
declare begins date := date_trunc('month', access.now() at time zone 'UTC')::date - interval '12 months';
begin
    if not (access.has_role('director') or access.has_role('supervisor')) then
        raise insufficient_privilege using constraint = 'counts_are_those_of_who_leads',
            message = 'counts are the director''s and the supervisor''s';
    end if;
    return query select distinct b.system::text, b.stuck::text from core.referrals_systembarrier b
        where b.removed_at is null and b."on" >= begins;
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
