-- Whose askings I may decide about: of my team, and of those who have no other supervisor; the director, of everybody.
-- Nobody decides about their own, which the functions below hold.
create function core.decides_help_of() returns uuid[] language plpgsql stable as $body$
declare me uuid := access.actor(); found uuid[];
begin
    if me is null then return '{}'; end if;
    if access.has_role('director') then
        return array(select s.id from core.agency_staff s);
    end if;
    if not access.has_role('supervisor') then return '{}'; end if;
    select coalesce(array_agg(s.id), '{}') into found from core.agency_staff s
        where s.id <> me and (s.supervisor_id = me or not exists (
            select from access.access_roleheld h join access.access_account a on a.id = h.account_id
            where h.account_id = s.supervisor_id and h.account_id <> s.id and h.role = 'supervisor' and a.is_active));
    return found;
end $body$;

-- The first day of the year, as this agency counts it, in which a day lies.
create function core.help_year(p_day date) returns date language plpgsql stable as $body$
declare first integer;
begin
    select r.year_from into first from core.provisions_assistancerules r;
    return make_date(extract(year from p_day)::integer
        - case when extract(month from p_day) < coalesce(first, 1) then 1 else 0 end, coalesce(first, 1), 1);
end $body$;

-- What somebody was agreed on or handed over in the year of a day, in both records where two are tied.
create function core.help_in_year(p_participant uuid, p_day date) returns numeric language plpgsql stable as $body$
declare since date := core.help_year(p_day);
begin
    return coalesce((select sum(d.amount) from core.provisions_assistancerequest r
        join core.provisions_assistancedecision d on d.id = r.decision
        where r.participant_id = any(core.records_of(p_participant)) and d.state in ('agreed', 'handed_over')
          and d.decided_on >= since and d.decided_on < since + interval '1 year'), 0);
end $body$;

-- How much of a year's cap a sum is: 75, 90 or 100 from there on, 101 above it, else nothing.
create function core.help_of_cap(p_sum numeric) returns integer language plpgsql stable as $body$
declare most numeric;
begin
    select r.cap into most from core.provisions_assistancerules r;
    return case when most is null then 0 when p_sum > most then 101 when p_sum = most then 100
        when p_sum >= most * 0.9 then 90 when p_sum >= most * 0.75 then 75 else 0 end;
end $body$;

-- Whether an asking is of somebody within reach.
create function core.help_is_mine(p_line uuid) returns boolean language plpgsql stable as $body$
begin
    return exists (select from core.provisions_assistancerequest r
        where r.decision = p_line and r.participant_id = any(core.my_people()));
end $body$;

create function core.help_out_of_reach() returns void language plpgsql as $body$
begin
    raise insufficient_privilege using constraint = 'out_of_reach', message = 'out of reach';
end $body$;

-- Whom an asking is for; those who decide about one person at once wait for each other from here on, so that the second
-- counts what the first agreed to.
create function core.hold_whom(p_line uuid) returns uuid language plpgsql as $body$
declare whom uuid;
begin
    select r.participant_id into whom from core.provisions_assistancerequest r where r.decision = p_line;
    perform pg_advisory_xact_lock(hashtextextended('help|' || (select min(i::text)
        from unnest(core.records_of(whom)) as u(i)), 0));
    return whom;
end $body$;

-- Holds what is decided about until the end, and says whether this press still counts: false where the same press came
-- before. What somebody else changed meanwhile is refused.
create function core.step_help(p_line uuid, p_seen integer, p_from text[], p_to text) returns boolean
language plpgsql as $body$
declare d core.provisions_assistancedecision;
begin
    select * into d from core.provisions_assistancedecision s where s.id = p_line for update;
    if d.id is null then
        raise no_data_found using constraint = 'no_such_help', message = 'no such help';
    end if;
    if d.version = p_seen + 1 and d.state = p_to then return false; end if;
    if d.version <> p_seen or d.state <> all(p_from) then
        raise check_violation using constraint = 'help_moved_meanwhile', message = 'it moved meanwhile';
    end if;
    return true;
end $body$;

-- Money of an asking moves; the movement is named by the asking and the number of the step.
create function core.move_help(p_line uuid, p_step integer, p_kind text, p_from text, p_to text)
returns void language plpgsql as $body$
declare d core.provisions_assistancedecision;
begin
    select * into d from core.provisions_assistancedecision s where s.id = p_line;
    if d.fund is null and d.vouchers_id is not null then return; end if;
    perform core.move_money(md5(p_line::text || '|' || p_step::text)::uuid, d.fund, p_kind, p_from, p_to, d.amount,
        p_line, null);
end $body$;

-- So many vouchers of a range are promised (below none: are free again).
create function core.let_go_vouchers(p_line uuid, p_sign integer) returns void language plpgsql as $body$
declare d core.provisions_assistancedecision;
begin
    select * into d from core.provisions_assistancedecision s where s.id = p_line;
    if d.vouchers_id is null then return; end if;
    update core.provisions_voucherrange r set "left" = r."left" - p_sign * (d.amount / r.worth)::integer
        where r.id = d.vouchers_id and r.ended_at is null and r."left" >= p_sign * (d.amount / r.worth)::integer
          and d.amount = r.worth * round(d.amount / r.worth);
    if not found then
        raise check_violation using constraint = 'not_so_many_vouchers', message = 'not so many vouchers';
    end if;
end $body$;

-- Numbers go out one by one, the lowest first; the range is held, so that none goes out twice.
create function core.give_vouchers(p_line uuid) returns bigint[] language plpgsql as $body$
declare r core.provisions_voucherrange; d core.provisions_assistancedecision; given bigint[];
begin
    select * into d from core.provisions_assistancedecision s where s.id = p_line;
    if d.vouchers_id is null then return '{}'; end if;
    select * into r from core.provisions_voucherrange v where v.id = d.vouchers_id for update;
    select array_agg(f.n) into given from (select g.n from generate_series(r.first, r.last) g(n)
        where not exists (select from core.provisions_voucherout o
            where o.range_id = r.id and o.number = g.n and o.back_at is null)
        order by g.n limit (d.amount / r.worth)::integer) f;
    insert into core.provisions_voucherout (id, range_id, number, day, by_id)
        select gen_random_uuid(), r.id, n, core.day_here(), access.actor() from unnest(given) as u(n);
    return given;
end $body$;

-- Numbers that were given come back: those that their team names, as many as were given, and out until now.
create function core.vouchers_back(p_line uuid, p_numbers bigint[]) returns void language plpgsql as $body$
declare r core.provisions_voucherrange; d core.provisions_assistancedecision; came integer;
begin
    select * into d from core.provisions_assistancedecision s where s.id = p_line;
    if d.vouchers_id is null then return; end if;
    select * into r from core.provisions_voucherrange v where v.id = d.vouchers_id for update;
    update core.provisions_voucherout o set back_at = access.now()
        where o.range_id = r.id and o.number = any(p_numbers) and o.back_at is null;
    get diagnostics came = row_count;
    if came <> (d.amount / r.worth)::integer then
        raise check_violation using constraint = 'not_those_vouchers', message = 'not those vouchers';
    end if;
end $body$;

-- A range of numbers comes in; out of a fund their worth is set aside until each is handed over. Once a press.
create function core.begin_vouchers(
    p_id uuid, p_name text, p_prefix text, p_first bigint, p_last bigint, p_width integer, p_worth numeric, p_fund uuid
) returns boolean language plpgsql as $body$
begin
    perform core.keeps_funds();
    perform pg_advisory_xact_lock(hashtextextended(p_id::text, 0));
    if exists (select from core.provisions_voucherrange r where r.id = p_id) then return false; end if;
    insert into core.provisions_voucherrange (id, name, prefix, first, last, width, worth, fund, "left", at, by_id)
        values (p_id, p_name, p_prefix, p_first, p_last, p_width, p_worth, p_fund, p_last - p_first + 1, access.now(),
            access.actor());
    if p_fund is not null then
        perform core.move_money(md5(p_id::text || '|vouchers')::uuid, p_fund, 'set_aside', 'balance', 'set_aside',
            p_worth * (p_last - p_first + 1), p_id, null);
    end if;
    return true;
end $body$;

-- What is left of a range is given out no more, and its worth goes back to the fund. Nothing of it may be promised.
create function core.end_vouchers(p_id uuid) returns boolean language plpgsql as $body$
declare r core.provisions_voucherrange;
begin
    perform core.keeps_funds();
    select * into r from core.provisions_voucherrange v where v.id = p_id for update;
    if r.id is null then
        raise no_data_found using constraint = 'no_such_help', message = 'no such vouchers';
    end if;
    if r.ended_at is not null then return false; end if;
    if exists (select from core.provisions_assistancedecision d where d.vouchers_id = r.id and d.state = 'agreed') then
        raise check_violation using constraint = 'vouchers_are_promised', message = 'some are promised';
    end if;
    update core.provisions_voucherrange set ended_at = access.now() where id = p_id;
    if r.fund is not null and r."left" > 0 then
        perform core.move_money(md5(p_id::text || '|ended')::uuid, r.fund, 'given_back', 'set_aside', 'balance',
            r.worth * r."left", p_id, null);
    end if;
    return true;
end $body$;

-- The key is made with the line, so that nobody can put a line before the key of something else.
create function core.ask_help(
    p_asking uuid, p_key uuid, p_wrapped bytea, p_kind uuid, p_amount numeric, p_fund uuid, p_vouchers uuid,
    p_words bytea
) returns void language plpgsql as $body$
declare r core.provisions_assistancerequest;
begin
    select * into r from core.provisions_assistancerequest
        where id = p_asking and participant_id = any(core.my_people()) and by_id = access.actor();
    if r.id is null then perform core.help_out_of_reach(); end if;
    if exists (select from vault.vault_key k where k.thing_id = r.decision or k.key_id = p_key)
            or exists (select from core.provisions_assistancedecision d where d.id = r.decision) then
        raise unique_violation using constraint = 'has_a_key', message = 'has a key';
    end if;
    insert into vault.vault_key (id, key_id, door, thing_id, wrapped)
        values (gen_random_uuid(), p_key, access.door(), r.decision, p_wrapped);
    insert into core.provisions_assistancedecision (id, key_id, kind_id, amount, fund, vouchers_id, words, state,
            state_before, state_at, asked_by_id, answer, past_cap, version)
        values (r.decision, p_key, p_kind, p_amount, case when p_vouchers is null then p_fund else
                (select v.fund from core.provisions_voucherrange v where v.id = p_vouchers) end,
            p_vouchers, p_words, 'asked', '', access.now(), access.actor(),
            ''::bytea, ''::bytea, 1);
end $body$;

-- What is asked for is put right while nobody has decided; whoever did that does not decide about it.
create function core.change_help(
    p_line uuid, p_seen integer, p_kind uuid, p_amount numeric, p_fund uuid, p_vouchers uuid, p_words bytea
) returns void language plpgsql as $body$
begin
    if not core.help_is_mine(p_line) then perform core.help_out_of_reach(); end if;
    perform core.step_help(p_line, p_seen, array['asked'], '');
    update core.provisions_assistancedecision set kind_id = p_kind, amount = p_amount, words = p_words,
            vouchers_id = p_vouchers, fund = case when p_vouchers is null then p_fund else
                (select v.fund from core.provisions_voucherrange v where v.id = p_vouchers) end,
            changed_by_id = access.actor(), version = version + 1 where id = p_line;
end $body$;

-- What somebody has had this year, and the cap: for those who walk with them.
create function core.help_so_far(p_participant uuid) returns table(given numeric, cap numeric, band integer)
language plpgsql stable as $body$
declare sum numeric;
begin
    if p_participant is null or not (p_participant = any(core.my_people())) then return; end if;
    sum := core.help_in_year(p_participant, core.day_here());
    return query select sum, (select r.cap from core.provisions_assistancerules r), core.help_of_cap(sum);
end $body$;

-- How near an asking that waits comes to the cap of a year: a step and no sum, since whoever decides opens nobody.
create function core.help_band(p_line uuid) returns integer language plpgsql stable as $body$
declare d core.provisions_assistancedecision; whom uuid;
begin
    select * into d from core.provisions_assistancedecision s where s.id = p_line;
    if d.id is null or not (d.asked_by_id = any(core.decides_help_of()) or core.help_is_mine(p_line)) then
        return 0;
    end if;
    select r.participant_id into whom from core.provisions_assistancerequest r where r.decision = p_line;
    return core.help_of_cap(core.help_in_year(whom, core.day_here())
        + case when d.state = 'asked' then d.amount else 0 end);
end $body$;

-- Agreed, where money is set aside in the same statement, or not this time, with words. Never about one's own asking;
-- above the limit by the director alone; past a year's cap with words alone.
create function core.decide_help(
    p_line uuid, p_seen integer, p_agrees boolean, p_fund uuid, p_answer bytea, p_past bytea
) returns boolean language plpgsql as $body$
declare
    d core.provisions_assistancedecision;
    me uuid := access.actor();
    whom uuid := core.hold_whom(p_line);
    here date := core.day_here();
    told text := case when p_agrees then 'agreed' else 'refused' end;
begin
    select * into d from core.provisions_assistancedecision s where s.id = p_line for update;
    if d.id is null or whom is null or me is null or not (d.asked_by_id = any(core.decides_help_of())) then
        perform core.help_out_of_reach();
    end if;
    if me = d.asked_by_id or me is not distinct from d.changed_by_id
            or exists (select from core.provisions_assistancerequest r where r.decision = p_line and r.by_id = me) then
        raise check_violation using constraint = 'not_of_ones_own', message = 'not about one''s own asking';
    end if;
    if not access.has_role('director') and d.amount > (select r.limit from core.provisions_assistancerules r) then
        raise check_violation using constraint = 'above_the_limit', message = 'above the limit';
    end if;
    if not core.step_help(p_line, p_seen, array['asked'], told) then return false; end if;
    if not p_agrees and coalesce(length(p_answer), 0) = 0 then
        raise check_violation using constraint = 'says_why_not', message = 'says why not';
    end if;
    if p_agrees and coalesce(length(p_past), 0) = 0
            and core.help_of_cap(core.help_in_year(whom, here) + d.amount) > 100 then
        raise check_violation using constraint = 'past_the_cap', message = 'past the cap of a year';
    end if;
    update core.provisions_assistancedecision s set state = told, state_before = s.state, state_at = access.now(),
            fund = case when p_agrees and s.vouchers_id is null then coalesce(p_fund, s.fund) else s.fund end,
            decided_by_id = me, decided_on = here, answer = coalesce(p_answer, ''::bytea),
            past_cap = coalesce(case when p_agrees then p_past end, ''::bytea), version = s.version + 1
        where s.id = p_line;
    if p_agrees and d.vouchers_id is not null then perform core.let_go_vouchers(p_line, 1);
    elsif p_agrees then perform core.move_help(p_line, p_seen + 1, 'set_aside', 'balance', 'set_aside');
    end if;
    return true;
end $body$;

-- What was set aside is spent when it is handed over. Gives the numbers of vouchers; nothing for a press that came
-- before.
create function core.hand_over_help(p_line uuid, p_seen integer) returns bigint[] language plpgsql as $body$
begin
    if not core.help_is_mine(p_line) then perform core.help_out_of_reach(); end if;
    if not core.step_help(p_line, p_seen, array['agreed'], 'handed_over') then return null; end if;
    update core.provisions_assistancedecision s set state = 'handed_over', state_before = s.state,
            state_at = access.now(), version = s.version + 1 where s.id = p_line;
    perform core.move_help(p_line, p_seen + 1, 'spent', 'set_aside', 'spent');
    return core.give_vouchers(p_line);
end $body$;

-- What is not needed any more goes back to its fund from wherever it is.
create function core.take_help_back(p_line uuid, p_seen integer, p_numbers bigint[]) returns bigint[]
language plpgsql as $body$
declare was text; by_number boolean;
begin
    if not core.help_is_mine(p_line) then perform core.help_out_of_reach(); end if;
    if not core.step_help(p_line, p_seen, array['asked', 'agreed', 'handed_over'], 'taken_back') then
        return null;
    end if;
    select s.state, s.vouchers_id is not null into was, by_number
        from core.provisions_assistancedecision s where s.id = p_line;
    update core.provisions_assistancedecision s set state = 'taken_back', state_before = s.state,
            state_at = access.now(), version = s.version + 1 where s.id = p_line;
    if was = 'handed_over' then perform core.vouchers_back(p_line, p_numbers); end if;
    if was <> 'asked' and by_number then
        perform core.let_go_vouchers(p_line, -1);
        if was = 'handed_over' then
            perform core.move_help(p_line, p_seen + 1, 'given_back', 'spent', 'set_aside');
        end if;
    elsif was <> 'asked' then
        perform core.move_help(p_line, p_seen + 1, 'given_back',
            case was when 'agreed' then 'set_aside' else 'spent' end, 'balance');
    end if;
    return '{}';
end $body$;

-- The last step is taken back, once: a decision by whoever decided, what came after by those who walk with them.
create function core.undo_help(p_line uuid, p_seen integer, p_numbers bigint[]) returns bigint[]
language plpgsql as $body$
declare
    d core.provisions_assistancedecision;
    goes text;
    n integer := p_seen + 1;
    whom uuid := core.hold_whom(p_line);
begin
    select * into d from core.provisions_assistancedecision s where s.id = p_line for update;
    if d.id is null or (case when d.state in ('agreed', 'refused') and d.state_before = 'asked'
            then d.decided_by_id = access.actor() and d.asked_by_id = any(core.decides_help_of())
            else core.help_is_mine(p_line) or d.decided_by_id = access.actor() end) is not true then
        perform core.help_out_of_reach();
    end if;
    if d.version = n and d.state_before = '' then return null; end if;
    if d.version <> p_seen or d.state_before = '' then
        raise check_violation using constraint = 'help_moved_meanwhile', message = 'it moved meanwhile';
    end if;
    if d.state in ('handed_over', 'taken_back') and not core.help_is_mine(p_line) then
        perform core.help_out_of_reach();
    end if;
    if d.state = 'taken_back' and d.state_before <> 'asked' and length(d.past_cap) = 0
            and core.help_of_cap(core.help_in_year(whom, d.decided_on) + d.amount) > 100 then
        raise check_violation using constraint = 'past_the_cap', message = 'past the cap of a year';
    end if;
    update core.provisions_assistancedecision s set state = s.state_before, state_before = '',
            state_at = access.now(), version = n,
            decided_on = case when s.state_before = 'asked' then null else s.decided_on end,
            decided_by_id = case when s.state_before = 'asked' then null else s.decided_by_id end
        where s.id = p_line;
    goes := d.state || '>' || d.state_before;
    if d.vouchers_id is not null then
        if goes = 'agreed>asked' then perform core.let_go_vouchers(p_line, -1);
        elsif goes = 'handed_over>agreed' then
            perform core.vouchers_back(p_line, p_numbers);
            perform core.move_help(p_line, n, 'given_back', 'spent', 'set_aside');
        elsif goes like 'taken_back>%' and goes <> 'taken_back>asked' then perform core.let_go_vouchers(p_line, 1);
        end if;
        if goes = 'taken_back>handed_over' then
            perform core.move_help(p_line, n, 'spent', 'set_aside', 'spent');
            return core.give_vouchers(p_line);
        end if;
        return '{}';
    end if;
    if goes = 'agreed>asked' then perform core.move_help(p_line, n, 'given_back', 'set_aside', 'balance');
    elsif goes = 'handed_over>agreed' then perform core.move_help(p_line, n, 'given_back', 'spent', 'set_aside');
    elsif goes = 'taken_back>agreed' then perform core.move_help(p_line, n, 'set_aside', 'balance', 'set_aside');
    elsif goes = 'taken_back>handed_over' then perform core.move_help(p_line, n, 'spent', 'balance', 'spent');
    end if;
    return '{}';
end $body$;
