-- The day it is at the agency's place.
create function core.day_here() returns date language plpgsql stable as $body$
declare place text;
begin
    select nullif(a.time_zone, '') into place from core.agency_agency a;
    return (access.now() at time zone coalesce(place, 'UTC'))::date;
end $body$;

-- Money moves here and nowhere else, and no door may call it: each room's own functions look at who may, and call it
-- then. The same id moves once, and says so: true where it moved just now. The row of the fund is held until the end,
-- so that of two who take at once the second finds what the first left. From a closed fund only what was set aside or
-- spent before may still move.
create function core.move_money(
    p_id uuid, p_fund uuid, p_kind text, p_from text, p_to text, p_amount numeric, p_of uuid, p_words bytea
) returns boolean language plpgsql as $body$
declare f core.funding_fund; here date := core.day_here();
begin
    if p_amount is null or p_amount <= 0 or p_amount <> round(p_amount, 2) or p_amount >= 10000000000 then
        raise check_violation using constraint = 'an_amount_of_money', message = 'not an amount of money';
    end if;
    perform pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
    if exists (select from core.funding_movement m where m.id = p_id) then return false; end if;
    select * into f from core.funding_fund where id = p_fund for update;
    if f.id is null then
        raise no_data_found using constraint = 'no_such_fund', message = 'no such fund';
    end if;
    if p_kind = 'in' and f.closed_at is not null or p_from = 'balance' and p_kind <> 'correction' and (
            f.closed_at is not null or here < f.begins_on or here > f.ends_on) then
        raise check_violation using constraint = 'the_fund_is_closed', message = 'the fund is closed';
    end if;
    update core.funding_fund u set
            balance = u.balance + case 'balance' when p_to then p_amount when p_from then -p_amount else 0 end,
            set_aside = u.set_aside + case 'set_aside' when p_to then p_amount when p_from then -p_amount else 0 end,
            spent = u.spent + case 'spent' when p_to then p_amount when p_from then -p_amount else 0 end
        where u.id = p_fund and p_amount <= case p_from when 'balance' then u.balance
            when 'set_aside' then u.set_aside when 'spent' then u.spent else p_amount end;
    if not found then
        raise check_violation using constraint = 'not_enough_money', message = 'not enough money';
    end if;
    insert into core.funding_movement (id, key_id, fund_id, kind, amount, went_from, went_to, of, words, at, by_id)
        values (p_id, f.key_id, p_fund, p_kind, p_amount, p_from, p_to, p_of, coalesce(p_words, ''::bytea),
                access.now(), access.actor());
    return true;
end $body$;

-- At the end of every transaction that touched one: what a fund says it holds is what its movements add up to.
create function core.funds_add_up() returns trigger language plpgsql as $body$
declare wanted uuid;
begin
    if tg_table_name = 'funding_fund' then wanted := new.id; else wanted := new.fund_id; end if;
    if exists (select from core.funding_fund f cross join lateral (
            select coalesce(sum(m.amount) filter (where m.went_to = 'balance'), 0)
                    - coalesce(sum(m.amount) filter (where m.went_from = 'balance'), 0) as balance,
                coalesce(sum(m.amount) filter (where m.went_to = 'set_aside'), 0)
                    - coalesce(sum(m.amount) filter (where m.went_from = 'set_aside'), 0) as set_aside,
                coalesce(sum(m.amount) filter (where m.went_to = 'spent'), 0)
                    - coalesce(sum(m.amount) filter (where m.went_from = 'spent'), 0) as spent
                from core.funding_movement m where m.fund_id = f.id) s
            where f.id = wanted and (f.balance, f.set_aside, f.spent) <> (s.balance, s.set_aside, s.spent)) then
        raise check_violation using constraint = 'a_fund_adds_up', message = 'a fund adds up';
    end if;
    return null;
end $body$;

create function core.movements_stand() returns trigger language plpgsql as $body$
begin
    raise raise_exception using constraint = 'movements_are_append_only', message = 'movements are append-only';
end $body$;

-- Whoever keeps funds: the director.
create function core.keeps_funds() returns boolean language plpgsql stable as $body$
begin
    if not access.has_role('director') then
        raise insufficient_privilege using constraint = 'not_a_keeper_of_funds', message = 'not a keeper of funds';
    end if;
    return true;
end $body$;

-- The key is made with the fund, so that nobody can put a fund before the key of something else.
create function core.open_fund(
    p_id uuid, p_key uuid, p_wrapped bytea, p_name text, p_kind text, p_restricted bytea, p_begins date, p_ends date,
    p_opening uuid, p_amount numeric
) returns void language plpgsql as $body$
begin
    perform core.keeps_funds();
    if exists (select from vault.vault_key k where k.thing_id = p_id or k.key_id = p_key) then
        raise unique_violation using constraint = 'has_a_key', message = 'has a key';
    end if;
    insert into vault.vault_key (id, key_id, door, thing_id, wrapped)
        values (gen_random_uuid(), p_key, access.door(), p_id, p_wrapped);
    insert into core.funding_fund (id, key_id, name, kind, restricted, begins_on, ends_on, balance, set_aside, spent,
            version, at, by_id)
        values (p_id, p_key, p_name, p_kind, p_restricted, p_begins, p_ends, 0, 0, 0, 1, access.now(), access.actor());
    if p_amount > 0 then
        perform core.move_money(p_opening, p_id, 'in', '', 'balance', p_amount, null, null);
    end if;
end $body$;

-- Money that comes in, and a correction, which goes below nothing where there was more said than there is.
create function core.put_in_fund(p_id uuid, p_fund uuid, p_kind text, p_amount numeric, p_words bytea)
returns boolean language plpgsql as $body$
begin
    perform core.keeps_funds();
    if p_kind not in ('in', 'correction') or p_kind = 'in' and p_amount < 0 then
        raise check_violation using constraint = 'not_put_in', message = 'not put in';
    end if;
    return core.move_money(p_id, p_fund, p_kind, case when p_amount < 0 then 'balance' else '' end,
        case when p_amount < 0 then '' else 'balance' end, abs(p_amount), null, p_words);
end $body$;

-- What was put in is taken out again by a correction of its own; however often that is pressed, it is one.
create function core.undo_put_in(p_id uuid) returns boolean language plpgsql as $body$
declare m core.funding_movement;
begin
    perform core.keeps_funds();
    select * into m from core.funding_movement where id = p_id and kind in ('in', 'correction') and of is null;
    if m.id is null then
        raise no_data_found using constraint = 'no_such_movement', message = 'no such movement';
    end if;
    return core.move_money(md5(m.id::text || 'undo')::uuid, m.fund_id, 'correction', m.went_to, m.went_from, m.amount,
        m.id, null);
end $body$;

-- What may be chosen where help is asked for, and what a fund is called wherever it was.
create function core.funds_to_choose() returns table(id uuid, name text, balance numeric, is_open boolean)
language plpgsql stable as $body$
declare here date := core.day_here();
begin
    if not (access.has_role('case_manager') or access.has_role('supervisor') or access.has_role('director')) then
        return;
    end if;
    return query select f.id, f.name::text, f.balance,
            f.closed_at is null and coalesce(here >= f.begins_on, true) and coalesce(here <= f.ends_on, true)
        from core.funding_fund f order by lower(f.name);
end $body$;
