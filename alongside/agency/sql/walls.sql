create function core.set_staff(
    p_staff uuid, p_name text, p_supervisor uuid, p_site uuid, p_languages text[], p_credentials text,
    p_hours text, p_training date
) returns void language plpgsql as $body$
declare me uuid := access.actor();
begin
    if not access.has_role('administrator') then
        raise insufficient_privilege using constraint = 'only_an_administrator_changes_staff',
            message = 'only an administrator changes staff';
    end if;
    -- Who leads a worker has their people's records open: that is not given to oneself, where there is
    -- anybody else who could.
    if p_supervisor = me and access.has_role('supervisor')
            and not exists (select from core.agency_staff s where s.id = p_staff and s.supervisor_id = me)
            and exists (select from core.participants_membership m
                where m.staff_id = p_staff and m.during @> access.now())
            and exists (select from access.access_roleheld h join access.access_account a
                on a.id = h.account_id where h.role = 'administrator' and a.is_active and a.id <> me) then
        raise check_violation using constraint = 'another_administrator_lets_you_lead_them',
            message = 'another administrator lets you lead them';
    end if;
    insert into core.agency_staff
        (id, name, supervisor_id, site_id, languages, credentials, hours, trafficking_training_on)
        values (p_staff, p_name, p_supervisor, p_site, p_languages, p_credentials, p_hours, p_training)
        on conflict (id) do update set name = excluded.name, supervisor_id = excluded.supervisor_id,
            site_id = excluded.site_id, languages = excluded.languages,
            credentials = excluded.credentials, hours = excluded.hours,
            trafficking_training_on = excluded.trafficking_training_on;
    update access.access_account set name = p_name where id = p_staff;
end $body$;

-- No door calls this: a record of training does, in the keeper's name. A later day stays.
create function core.trafficking_trained(p_staff uuid, p_on date) returns void language plpgsql as $body$
begin
    update core.agency_staff
        set trafficking_training_on = greatest(trafficking_training_on, p_on) where id = p_staff;
end $body$;

-- The workers whose supervisor I am; nobody, for one who does not hold that role.
create function core.my_team() returns uuid[] language plpgsql stable as $body$
declare found uuid[];
begin
    if not access.has_role('supervisor') then return '{}'; end if;
    select coalesce(array_agg(s.id), '{}') into found
        from core.agency_staff s where s.supervisor_id = access.actor();
    return found;
end $body$;
