-- The count of one thing in one size at one place, begun where there was none.
create function core.begin_stock(p_thing uuid, p_size text, p_site uuid) returns uuid language plpgsql as $body$
declare found_line uuid;
begin
    if not (access.has_role('drop_in') or access.has_role('supervisor')) then
        raise insufficient_privilege using constraint = 'out_of_reach', message = 'out of reach';
    end if;
    insert into core.provisions_stockline (id, thing_id, size, site_id, count, version)
        select gen_random_uuid(), t.id, p_size, s.id, 0, 0 from core.provisions_stockthing t, core.agency_site s
        where t.id = p_thing and s.id = p_site and t.is_kept
          and (p_size = any(t.sizes) or (p_size = '' and cardinality(t.sizes) = 0))
        on conflict (thing_id, size, site_id) do nothing;
    select l.id into found_line from core.provisions_stockline l
        where l.thing_id = p_thing and l.size = p_size and l.site_id = p_site;
    if found_line is null then
        raise no_data_found using constraint = 'no_such_thing', message = 'no such thing';
    end if;
    return found_line;
end $body$;

-- One movement of a count that is held: the count and the movement change together or not at all. No door calls it.
create function core.put_movement(p_id uuid, p_line uuid, p_kind text, p_amount integer, p_undoes uuid)
returns void language plpgsql as $body$
declare n integer; now_left integer; place text;
begin
    update core.provisions_stockline l set count = l.count + p_amount, version = l.version + 1
        where l.id = p_line and l.count + p_amount >= 0 returning l.version, l.count into n, now_left;
    if n is null then
        raise check_violation using constraint = 'not_so_many', message = 'not so many are left';
    end if;
    select nullif(a.time_zone, '') into place from core.agency_agency a;
    insert into core.provisions_stockmovement (id, line_id, number, kind, amount, "left", day, by_id, undoes_id)
        values (p_id, p_line, n, p_kind, p_amount, now_left,
            (access.now() at time zone coalesce(place, 'UTC'))::date, access.actor(), p_undoes);
end $body$;

-- Taking out (below none), or bringing in. A press counts once: whether this one did.
create function core.move_stock(p_id uuid, p_line uuid, p_amount integer) returns boolean language plpgsql as $body$
begin
    if not (access.has_role('drop_in') or access.has_role('supervisor')
            or (access.has_role('case_manager') and p_amount < 0)) then
        raise insufficient_privilege using constraint = 'out_of_reach', message = 'out of reach';
    end if;
    perform from core.provisions_stockline l where l.id = p_line for update;
    if not found or p_amount = 0 then
        raise no_data_found using constraint = 'no_such_thing', message = 'no such thing';
    end if;
    if exists (select from core.provisions_stockmovement m where m.id = p_id) then return false; end if;
    perform core.put_movement(p_id, p_line, case when p_amount < 0 then 'taken' else 'came' end, p_amount, null);
    return true;
end $body$;

-- What was counted stands from then on; the movement is the difference. Whoever counted what has moved meanwhile is
-- told, and a press counts once.
create function core.count_stock(p_id uuid, p_line uuid, p_seen integer, p_found integer) returns integer
language plpgsql as $body$
declare l core.provisions_stockline; before integer;
begin
    if not (access.has_role('drop_in') or access.has_role('supervisor')) then
        raise insufficient_privilege using constraint = 'out_of_reach', message = 'out of reach';
    end if;
    select * into l from core.provisions_stockline s where s.id = p_line for update;
    if l.id is null then
        raise no_data_found using constraint = 'no_such_thing', message = 'no such thing';
    end if;
    select m.amount into before from core.provisions_stockmovement m where m.id = p_id and m.line_id = p_line;
    if before is not null then return before; end if;
    if l.version <> p_seen then
        raise check_violation using constraint = 'moved_meanwhile', message = 'it moved meanwhile';
    end if;
    perform core.put_movement(p_id, p_line, 'counted', p_found - l.count, null);
    return p_found - l.count;
end $body$;

-- A movement is taken back by another, once; not by whom it is none of theirs, and not over a count that came after.
create function core.undo_stock(p_movement uuid) returns boolean language plpgsql as $body$
declare m core.provisions_stockmovement;
begin
    select * into m from core.provisions_stockmovement s where s.id = p_movement and s.kind <> 'undone';
    if m.id is null or not (access.has_role('drop_in') or access.has_role('supervisor')
            or (access.has_role('case_manager') and m.by_id = access.actor())) then
        raise insufficient_privilege using constraint = 'out_of_reach', message = 'out of reach';
    end if;
    perform from core.provisions_stockline l where l.id = m.line_id for update;
    if exists (select from core.provisions_stockmovement u where u.undoes_id = m.id) then return false; end if;
    if exists (select from core.provisions_stockmovement c where c.line_id = m.line_id and c.kind = 'counted'
            and c.number > m.number
            and not exists (select from core.provisions_stockmovement u where u.undoes_id = c.id)) then
        raise check_violation using constraint = 'counted_since', message = 'it was counted since';
    end if;
    perform core.put_movement(gen_random_uuid(), m.line_id, 'undone', -m.amount, m.id);
    return true;
end $body$;

-- Something that donors were asked for came in at the desk, and the line and its ask say so; or, with the state it had
-- before, they say that again. Whose it is stays with those who walk with them. Gives the state before.
create function core.ask_came(p_wanted uuid, p_back text) returns text language plpgsql as $body$
declare before text; told text := case when p_back = '' then 'here' else p_back end;
begin
    if not (access.has_role('drop_in') or access.has_role('supervisor')) then
        raise insufficient_privilege using constraint = 'out_of_reach', message = 'out of reach';
    end if;
    select w.state into before from core.provisions_wanted w where w.id = p_wanted for update;
    if before is null or (p_back = '' and before not in ('asked', 'promised'))
            or (p_back <> '' and (before <> 'here' or p_back not in ('asked', 'promised'))) then
        raise no_data_found using constraint = 'not_looked_for', message = 'it is not looked for';
    end if;
    update core.provisions_wanted set state = told where id = p_wanted;
    update core.provisions_donationask set state = told, state_at = access.now(), version = version + 1,
            changed_at = access.now(), changed_by_id = access.actor() where wanted = p_wanted;
    return before;
end $body$;

-- Movements by month, place, thing and size: taken, came in, and what counting changed; each without what was taken
-- back, in the month in which that was. No person, no worker and no day.
create function core.stock_by_month(p_from date, p_until date) returns table(
    month date, place text, thing text, size text, taken bigint, came bigint, counted bigint
) language plpgsql stable as $body$
begin
    if not (access.has_role('drop_in') or access.has_role('supervisor') or access.has_role('director')) then
        return;
    end if;
    return query select date_trunc('month', m.day)::date, s.name::text, t.name::text, l.size::text,
            coalesce(-sum(m.amount) filter (where coalesce(u.kind, m.kind) = 'taken'), 0),
            coalesce(sum(m.amount) filter (where coalesce(u.kind, m.kind) = 'came'), 0),
            coalesce(sum(m.amount) filter (where coalesce(u.kind, m.kind) = 'counted'), 0)
        from core.provisions_stockmovement m
        join core.provisions_stockline l on l.id = m.line_id
        join core.provisions_stockthing t on t.id = l.thing_id
        join core.agency_site s on s.id = l.site_id
        left join core.provisions_stockmovement u on u.id = m.undoes_id
        where m.day >= p_from and m.day < p_until
        group by 1, 2, 3, 4;
end $body$;
