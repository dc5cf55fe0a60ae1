create function core.unlinked_contacts()
returns table(id uuid, at timestamptz, door text, about_another boolean) language plpgsql stable as $body$
declare
    me uuid := access.actor();
    n timestamptz := access.now();
    on_call boolean := access.has_role('on_call');
    drop_in boolean := access.has_role('drop_in');
begin
    if me is null or not (on_call or drop_in) then return; end if;
    return query
        select c.id, c.at, c.door::text, c.asked_by_other from core.frontdoor_contact c
        where c.participant_id is null and c.by_id <> me and c.at > n - interval '90 days'
          and (on_call or c.door = 'call' or c.site_id = (
                select s.site_id from core.agency_staff s where s.id = me))
        order by c.at desc;
end $body$;

create function core.link_contact(p_contact uuid, p_participant uuid, p_wish boolean)
returns void language plpgsql as $body$
declare
    me uuid := access.actor();
    n timestamptz := access.now();
    lead boolean := access.has_role('supervisor');
    c core.frontdoor_contact;
    p core.participants_participant;
begin
    if not (lead or access.has_role('on_call') or access.has_role('drop_in')
            or access.has_role('case_manager')) then
        raise insufficient_privilege using constraint = 'this_role_joins_no_contact',
            message = 'this role joins no contact';
    end if;
    select * into c from core.frontdoor_contact where id = p_contact for update;
    if c.id is null or not (c.by_id = me or lead or coalesce(c.joined_by_id = me, false)
            or coalesce(c.participant_id = any(core.my_people()), false)
            or exists (select from core.unlinked_contacts() u where u.id = p_contact)) then
        raise no_data_found using constraint = 'no_such_contact', message = 'no such contact';
    end if;
    select * into p from core.participants_participant where id = p_participant;
    -- Whoever keeps an alias joins in the same moment, and need not see the person ever after.
    if p.id is null or not (p.id = any(core.my_people()) or p.id = any(core.my_acquaintances())
            or (p.added_by_id = me and p.state_since = n)) then
        raise no_data_found using constraint = 'no_such_person', message = 'no such person';
    end if;
    if c.participant_id = p_participant then return; end if;
    if c.participant_id is not null then
        raise unique_violation using constraint = 'joined_to_somebody', message = 'joined to somebody';
    end if;
    if c.asked_by_other then
        raise check_violation using constraint = 'somebody_asked_about_another_person',
            message = 'somebody asked about another person';
    end if;
    update core.frontdoor_contact set participant_id = p_participant, at_their_wish = p_wish,
        joined_at = n, joined_by_id = me where id = p_contact;
    update vault.vault_key set participant_id = p_participant where contact_id = p_contact;
    insert into core.participants_moment (id, participant_id, at, room, kind, ref, by_id)
        values (gen_random_uuid(), p_participant, c.at, 'frontdoor', 'contact', p_contact, c.by_id);
end $body$;

-- Two lines of somebody of one's site, where the person agreed that they are read there; nothing else of them.
create function core.what_helps_here(p_participant uuid)
returns table(id uuid, key_id uuid, helps bytea, does_not_help bytea) language plpgsql stable as $body$
begin
    if p_participant is null or not (p_participant = any(core.my_acquaintances())) then return; end if;
    if not coalesce((select r.agreed from core.frontdoor_readatthedoor r
            where r.participant_id = p_participant order by r.at desc, r.id limit 1), false) then
        return;
    end if;
    return query select d.id, d.key_id, d.helps, d.does_not_help
        from core.participants_details d where d.participant_id = p_participant;
end $body$;

create function core.unlink_contact(p_contact uuid, p_participant uuid) returns void language plpgsql as $body$
declare
    me uuid := access.actor();
    c core.frontdoor_contact;
begin
    select * into c from core.frontdoor_contact where id = p_contact for update;
    if c.id is null or me is null then
        raise no_data_found using constraint = 'no_such_contact', message = 'no such contact';
    end if;
    if c.participant_id is null and (c.by_id = me or access.has_role('supervisor')) then
        return;
    end if;
    if c.participant_id is null or c.participant_id is distinct from p_participant then
        raise no_data_found using constraint = 'no_such_contact', message = 'no such contact';
    end if;
    if not (coalesce(c.joined_by_id = me, false) or p_participant = any(core.my_people())) then
        raise insufficient_privilege using constraint = 'whoever_joined_it_parts_it',
            message = 'whoever joined it parts it';
    end if;
    update core.frontdoor_contact
        set participant_id = null, joined_at = null, joined_by_id = null where id = p_contact;
    update vault.vault_key set participant_id = null where contact_id = p_contact;
    delete from core.participants_moment
        where room = 'frontdoor' and ref = p_contact and participant_id = p_participant;
end $body$;
