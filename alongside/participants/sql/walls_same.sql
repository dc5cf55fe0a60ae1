create function core.keep_likeness(p_participant uuid, p_of text, p_ref uuid, p_token bytea)
returns void language plpgsql as $body$
begin
    if p_participant is null or not (p_participant = any(core.my_people())) or not (
            (p_of = 'alias' and p_ref = p_participant) or (p_of in ('way', 'call') and exists (
                select from core.participants_contactpoint c
                    where c.id = p_ref and c.participant_id = p_participant))) then
        raise insufficient_privilege using constraint = 'nobody_within_reach', message = 'nobody within reach';
    end if;
    if exists (select from core.participants_likeness
            where of = p_of and ref = p_ref and token = p_token) then
        return;
    end if;
    delete from core.participants_likeness where of = p_of and ref = p_ref;
    if p_token is not null then
        insert into core.participants_likeness (id, participant_id, of, ref, token, at, by_id)
            values (gen_random_uuid(), p_participant, p_of, p_ref, p_token, access.now(), access.actor());
    end if;
end $body$;

-- Whom one may see already and who is alike. Reach is looked up first, whether or not anybody is alike.
create function core.alike_within_reach(p_token bytea, p_but uuid) returns uuid[] language plpgsql stable as $body$
declare
    mine uuid[] := core.my_people();
    known uuid[] := core.my_acquaintances();
    found uuid[];
begin
    select coalesce(array_agg(distinct l.participant_id), '{}') into found
        from core.participants_likeness l
        left join core.participants_contactpoint c on c.id = l.ref and l.of = 'way'
        where l.token = p_token and l.participant_id is distinct from p_but and c.removed_at is null
          and (l.participant_id = any(mine) or (l.of = 'alias' and l.participant_id = any(known)));
    return found;
end $body$;

-- What many share is a house's number, or a name that tells nothing, and is not raised.
create function core.look_for_same(p_participant uuid) returns void language plpgsql as $body$
declare me uuid := access.actor(); n timestamptz := access.now();
begin
    if me is null then
        raise insufficient_privilege using constraint = 'nobody_asks', message = 'nobody asks';
    end if;
    insert into core.participants_possibleduplicate
            (id, one_id, two_id, through, found_at, raised_by_id, answer)
        select gen_random_uuid(), least(p_participant, f.id), greatest(p_participant, f.id), max(f.of), n,
                coalesce((array_agg(f.by_id order by f.at desc nulls last))[1], me), ''
        from (
            select l.participant_id as id, l.of, greatest(l.at, mine.at) as at,
                case when l.at is null or mine.at >= l.at then mine.by_id else l.by_id end as by_id
            from core.participants_likeness mine
            join core.participants_likeness l on l.token = mine.token and l.of = mine.of
                and l.participant_id <> mine.participant_id
            left join core.participants_contactpoint c on c.id = l.ref and l.of = 'way'
            left join core.participants_contactpoint o on o.id = mine.ref and mine.of = 'way'
            where mine.participant_id = p_participant and mine.of <> 'call'
              and c.removed_at is null and o.removed_at is null
              and (select count(distinct s.participant_id) from core.participants_likeness s
                    where s.token = mine.token and s.of = mine.of)
                  <= case mine.of when 'alias' then 6 else 4 end
        ) f
        group by f.id
        on conflict do nothing;
end $body$;

create function core.same_for_me() returns uuid[] language plpgsql stable as $body$
declare
    me uuid := access.actor();
    mine uuid[];
    team uuid[];
    found uuid[];
begin
    if me is null or not access.has_role('supervisor')
            or not exists (select from core.participants_possibleduplicate) then
        return '{}';
    end if;
    mine := core.my_people();
    team := me || array(select s.id from core.agency_staff s where s.supervisor_id = me);
    select coalesce(array_agg(s.id), '{}') into found
        from core.participants_possibleduplicate s
        join core.participants_participant one on one.id = s.one_id
        join core.participants_participant two on two.id = s.two_id
        -- Whoever walks with one of them has that one open, and so has who leads them.
        where (s.one_id = any(mine) or s.two_id = any(mine))
          and ((s.one_id = any(mine) and s.two_id = any(mine))
                or (s.raised_by_id <> me and (one.case_manager_id = any(team) or two.case_manager_id = any(team))))
          and not exists (select from core.participants_casemanagerrequest a
                where a.participant_id in (s.one_id, s.two_id) and a.concerns_id = me);
    return found;
end $body$;

-- Whoever leads the team of the record that is not open to me, for a supervisor to whom the two were shown.
create function core.whom_to_ask(p_pair uuid) returns uuid language plpgsql stable as $body$
declare mine uuid[] := core.my_people(); found uuid;
begin
    if p_pair is null or not (p_pair = any(core.same_for_me())) then return null; end if;
    select coalesce(s.supervisor_id, p.case_manager_id) into found
        from core.participants_possibleduplicate q
        join core.participants_participant p on p.id in (q.one_id, q.two_id)
        left join core.agency_staff s on s.id = p.case_manager_id
        where q.id = p_pair and not (p.id = any(mine)) limit 1;
    return found;
end $body$;

-- Nobody comes to see more by it: the same colleagues have to walk with both at that moment.
create function core.link_records(p_id uuid, p_pair uuid, p_kept uuid) returns uuid language plpgsql as $body$
declare
    me uuid := access.actor();
    n timestamptz := access.now();
    mine uuid[] := core.my_people();
    s core.participants_possibleduplicate;
    p_other uuid;
begin
    select * into s from core.participants_possibleduplicate where id = p_pair for update;
    if s.id is null or not (s.id = any(core.same_for_me())) or not (p_kept in (s.one_id, s.two_id))
            or not (s.one_id = any(mine) and s.two_id = any(mine)) then
        raise insufficient_privilege using constraint = 'both_have_to_be_within_reach',
            message = 'both have to be within reach';
    end if;
    p_other := case when p_kept = s.one_id then s.two_id else s.one_id end;
    perform from core.participants_participant where id in (s.one_id, s.two_id) order by id for update;
    if exists (select from core.participants_linkedrecords t where t.id = p_id and t.kept_id = p_kept
            and t.other_id = p_other and t.ended_at is null) then
        return p_other;
    end if;
    if (select array_agg(distinct m.staff_id order by m.staff_id) from core.participants_membership m
            where m.participant_id = p_kept and (upper(m.during) is null or upper(m.during) > n))
        is distinct from
       (select array_agg(distinct m.staff_id order by m.staff_id) from core.participants_membership m
            where m.participant_id = p_other and (upper(m.during) is null or upper(m.during) > n))
        or exists (select from core.participants_casemanagerrequest a
            where a.participant_id in (s.one_id, s.two_id) and a.settled_at is null)
        or exists (select from core.participants_linkedrecords t where t.ended_at is null
            and (t.other_id in (s.one_id, s.two_id) or t.kept_id = p_other)) then
        raise check_violation using constraint = 'not_to_be_brought_together',
            message = 'not to be brought together';
    end if;
    insert into core.participants_linkedrecords (id, kept_id, other_id, at, by_id)
        values (p_id, p_kept, p_other, n, me);
    update core.participants_possibleduplicate
        set answer = 'together', answered_at = n, answered_by_id = me where id = p_pair;
    return p_other;
end $body$;

create function core.unlink_records(p_tie uuid) returns uuid language plpgsql as $body$
declare
    me uuid := access.actor();
    n timestamptz := access.now();
    mine uuid[] := core.my_people();
    t core.participants_linkedrecords;
begin
    select * into t from core.participants_linkedrecords where id = p_tie for update;
    if t.id is null or not access.has_role('supervisor')
            or not (t.kept_id = any(mine) and t.other_id = any(mine)) then
        raise insufficient_privilege using constraint = 'both_have_to_be_within_reach',
            message = 'both have to be within reach';
    end if;
    if t.ended_at is null then
        update core.participants_linkedrecords set ended_at = n, ended_by_id = me where id = p_tie;
        update core.participants_possibleduplicate
            set answer = 'not_same', answered_at = n, answered_by_id = me
            where one_id = least(t.kept_id, t.other_id) and two_id = greatest(t.kept_id, t.other_id);
    end if;
    return t.other_id;
end $body$;
