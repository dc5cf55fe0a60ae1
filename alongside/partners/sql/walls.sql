-- Adds one to a plain number, or takes it back: no worker, no participant and no day goes with it.
create function core.count_gap(p_sought text, p_more integer) returns void language plpgsql as $body$
begin
    if access.actor() is null or p_more not in (-1, 1) then
        raise insufficient_privilege using constraint = 'staff_count_a_gap',
            message = 'staff count a gap, one at a time';
    end if;
    insert into core.partners_gap (id, month, sought, count)
        values (gen_random_uuid(), date_trunc('month', access.now() at time zone 'UTC')::date, p_sought,
                greatest(p_more, 0))
        on conflict (month, sought) do update
        set count = greatest(core.partners_gap.count + p_more, 0);
end $body$;

-- What was looked for and not found in a year, and not how often: reports count it, and hide what is small.
create function core.gaps_told() returns table(sought text) language plpgsql stable as $body$
declare since date := date_trunc('month', access.now() at time zone 'UTC') - interval '12 months';
begin
    if access.actor() is null then
        raise insufficient_privilege using constraint = 'for_staff', message = 'for staff';
    end if;
    return query select distinct g.sought::text from core.partners_gap g where g.month >= since and g.count > 0;
end $body$;
