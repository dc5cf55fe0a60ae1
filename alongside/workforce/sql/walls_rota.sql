-- The hand-over sheets of the last seven days that whoever acts may read: their own; those of a shift in which they
-- were on call as well; those after which they come next in one of the two places; every one for a supervisor.
create function core.open_hand_overs() returns uuid[] language plpgsql stable as $body$
declare me uuid := access.actor(); n timestamptz := access.now(); leads boolean := access.has_role('supervisor');
begin
    if me is null or not core.is_open_here(me) then return '{}'; end if;
    return coalesce((select array_agg(h.id) from core.workforce_handover h
        where h.at > n - interval '7 days' and h.at <= n and (leads or h.by_id = me
            or exists (select from core.workforce_oncallshift s where s.staff_id = me and (s.during @> h.at
                or (lower(s.during) > h.at and lower(s.during) = (select min(lower(x.during))
                    from core.workforce_oncallshift x
                    where x.place = s.place and x.staff_id <> h.by_id and lower(x.during) > h.at))))
        )), '{}');
end $body$;

create function core.take_back_hand_over(p_sheet uuid) returns void language plpgsql as $body$
begin
    delete from core.workforce_handover where id = p_sheet and by_id = access.actor();
    if not found then raise no_data_found using constraint = 'no_sheet_of_yours', message = 'no sheet of yours'; end if;
    delete from vault.vault_key where thing_id = p_sheet;
end $body$;

-- At night: what is older than seven days goes, its keys first.
create function core.let_hand_overs_go() returns void language plpgsql as $body$
declare until timestamptz := access.now() - interval '7 days';
begin
    delete from vault.vault_key where thing_id in (select h.id from core.workforce_handover h where h.at <= until);
    delete from core.workforce_handover where at <= until;
end $body$;

create function core.is_open_here(p_staff uuid) returns boolean language plpgsql stable as $body$
begin
    return exists (select from core.agency_staff s join access.access_account a on a.id = s.id
        where s.id = p_staff and a.is_active);
end $body$;

create function core.ask_swap(p_swap uuid, p_shift uuid, p_of uuid, p_return uuid)
returns void language plpgsql as $body$
declare me uuid := access.actor(); n timestamptz := access.now();
begin
    if exists (select from core.workforce_shiftswap where id = p_swap) then return; end if;
    if p_of = me or not core.is_open_here(p_of) then
        raise check_violation using constraint = 'does_not_work_here', message = 'does not work here';
    end if;
    if not exists (select from core.workforce_oncallshift s
            where s.id = p_shift and s.staff_id = me and lower(s.during) > n)
        or (p_return is not null and not exists (select from core.workforce_oncallshift s
            where s.id = p_return and s.staff_id = p_of and lower(s.during) > n)) then
        raise no_data_found using constraint = 'no_shift_to_swap', message = 'no such shift that is to come';
    end if;
    if not core.may_be_on_call(p_of) or (p_return is not null and not core.may_be_on_call(me)) then
        raise check_violation using constraint = 'may_not_be_on_call', message = 'may not be on call';
    end if;
    insert into core.workforce_shiftswap (id, shift_id, in_return_id, asked_by_id, asked_of_id, at)
        values (p_swap, p_shift, p_return, me, p_of, n);
end $body$;

-- The yes and the change of the rota are one: under lock, while both work here and neither shift has begun. Of two who
-- say yes to the same shift, the second finds that it is no more whose it was.
create function core.answer_swap(p_swap uuid, p_yes boolean) returns void language plpgsql as $body$
declare
    me uuid := access.actor(); n timestamptz := access.now();
    w core.workforce_shiftswap%rowtype; s core.workforce_oncallshift%rowtype; r core.workforce_oncallshift%rowtype;
begin
    select * into w from core.workforce_shiftswap where id = p_swap and asked_of_id = me for update;
    if not found then
        raise no_data_found using constraint = 'nobody_asked', message = 'nobody asked';
    end if;
    if w.answered_at is not null and w.said_yes = p_yes then return; end if;
    if w.answered_at is not null or w.taken_back_at is not null then
        raise check_violation using constraint = 'a_swap_is_over', message = 'it was answered or taken back';
    end if;
    if p_yes then
        perform from core.workforce_oncallshift where id in (w.shift_id, w.in_return_id) order by id for update;
        select * into s from core.workforce_oncallshift
            where id = w.shift_id and staff_id = w.asked_by_id and lower(during) > n;
        select * into r from core.workforce_oncallshift
            where id = w.in_return_id and staff_id = me and lower(during) > n;
        if s.id is null or (w.in_return_id is not null and r.id is null)
            or not core.is_open_here(w.asked_by_id) or not core.is_open_here(me) then
            raise check_violation using constraint = 'a_swap_is_over', message = 'begun, gone, or of another';
        end if;
        if not core.may_be_on_call(me) or (r.id is not null and not core.may_be_on_call(w.asked_by_id)) then
            raise check_violation using constraint = 'may_not_be_on_call', message = 'may not be on call';
        end if;
        if exists (select from core.agency_timeoff o where o.confirmed_at is not null and o.taken_back_at is null
                and ((o.staff_id = me and o.during && s.during)
                    or (r.id is not null and o.staff_id = w.asked_by_id and o.during && r.during))) then
            raise check_violation using constraint = 'is_away_then', message = 'away at that time';
        end if;
        -- Both go before both come: at no moment is anybody on call twice.
        delete from core.workforce_oncallshift where id in (s.id, r.id);
        insert into core.workforce_oncallshift (id, staff_id, place, during, set_at, set_by_id)
            values (s.id, me, s.place, s.during, n, me);
        if r.id is not null then
            insert into core.workforce_oncallshift (id, staff_id, place, during, set_at, set_by_id)
                values (r.id, w.asked_by_id, r.place, r.during, n, me);
        end if;
    end if;
    update core.workforce_shiftswap set answered_at = n, said_yes = p_yes where id = w.id;
end $body$;

create function core.take_back_swap(p_swap uuid) returns void language plpgsql as $body$
begin
    update core.workforce_shiftswap set taken_back_at = access.now()
        where id = p_swap and asked_by_id = access.actor() and answered_at is null;
    if not found then raise no_data_found using constraint = 'nobody_asked', message = 'nobody asked'; end if;
end $body$;
