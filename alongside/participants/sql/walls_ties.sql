-- A participant, and the other record of them where two were brought together.
create function core.records_of(p_participant uuid) returns uuid[] language plpgsql stable as $body$
begin
    return array(select p_participant union
        select t.other_id from core.participants_linkedrecords t
            where t.kept_id = p_participant and t.ended_at is null
        union
        select t.kept_id from core.participants_linkedrecords t
            where t.other_id = p_participant and t.ended_at is null);
end $body$;

-- Whether a participant asked for somebody else than this colleague, and has not said that they may come again.
create function core.asked_for_another(p_participant uuid, p_staff uuid)
returns boolean language plpgsql stable as $body$
begin
    return exists (select from core.participants_casemanagerrequest r
        where r.participant_id = any(core.records_of(p_participant)) and r.concerns_id = p_staff
          and r.lifted_at is null);
end $body$;

-- Somebody reaches a participant from when until when, beside their case manager and backup: both records of one
-- person alike. Whoever calls it has looked at who may.
create function core.tie(
    p_participant uuid, p_staff uuid, p_part text, p_from timestamptz, p_until timestamptz
) returns uuid language plpgsql as $body$
declare made uuid := gen_random_uuid(); record_id uuid;
begin
    if p_part not in ('handover', 'cover', 'break_glass') then
        raise check_violation using constraint = 'not_a_part_one_is_tied_by', message = 'not a part one is tied by';
    end if;
    if p_from is null or p_until is null or p_until <= p_from or p_until <= access.now() then
        raise check_violation using constraint = 'a_tie_lasts', message = 'a tie lasts';
    end if;
    if not exists (select from access.access_roleheld h join access.access_account a on a.id = h.account_id
            where h.account_id = p_staff and a.is_active and case when p_part = 'break_glass'
                then h.role <> 'adviser' else h.role in ('case_manager', 'supervisor') end) then
        raise check_violation using constraint = 'not_a_case_manager', message = 'not a case manager';
    end if;
    perform from core.participants_participant p where p.id = any(core.records_of(p_participant))
        order by p.id for no key update;
    if not found then
        raise no_data_found using constraint = 'no_such_person', message = 'no such person';
    end if;
    if core.asked_for_another(p_participant, p_staff) then
        raise check_violation using constraint = 'not_past_their_wish', message = 'not past their wish';
    end if;
    foreach record_id in array core.records_of(p_participant) loop
        insert into core.participants_membership (id, participant_id, staff_id, part, during)
            values (case when record_id = p_participant then made else gen_random_uuid() end,
                record_id, p_staff, p_part, tstzrange(p_from, p_until));
    end loop;
    return made;
end $body$;

-- Ends these: what runs ends now, what is to come goes, what has been stays as it was.
create function core.cut_ties(p_ties uuid[]) returns void language plpgsql as $body$
declare n timestamptz := access.now();
begin
    delete from core.participants_membership m where m.id = any(p_ties) and lower(m.during) >= n;
    update core.participants_membership m set during = tstzrange(lower(m.during), n)
        where m.id = any(p_ties) and lower(m.during) < n and (upper(m.during) is null or upper(m.during) > n);
end $body$;

-- One tie, and the same of the other record.
create function core.end_tie(p_tie uuid) returns void language plpgsql as $body$
begin
    perform core.cut_ties(array(select m.id from core.participants_membership t
        join core.participants_membership m on m.staff_id = t.staff_id and m.part = t.part
            and m.during = t.during and m.participant_id = any(core.records_of(t.participant_id))
        where t.id = p_tie and t.part not in ('case_manager', 'backup')));
end $body$;

-- All of somebody's ties of this part with a participant.
create function core.end_ties(p_participant uuid, p_staff uuid, p_part text) returns void language plpgsql as $body$
begin
    perform core.cut_ties(array(select m.id from core.participants_membership m
        where m.participant_id = any(core.records_of(p_participant)) and m.staff_id = p_staff
          and m.part = p_part and m.part not in ('case_manager', 'backup')));
end $body$;
