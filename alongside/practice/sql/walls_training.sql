create function core.places_taken(p_sessions uuid[])
returns table(session uuid, taken bigint) language plpgsql stable as $body$
begin
    if access.actor() is null then return; end if;
    return query select p.session_id, count(*) from core.practice_trainingplace p
        where p.session_id = any(p_sessions) and not p.waits group by p.session_id;
end $body$;

-- One after the other, so that the last place goes to one of two who ask at once. True: a place.
create function core.sign_up(p_session uuid) returns boolean language plpgsql as $body$
declare
    s core.practice_trainingsession;
    waiting boolean;
begin
    if not exists (select from core.agency_staff a where a.id = access.actor()) then
        raise insufficient_privilege using constraint = 'staff_sign_up', message = 'staff sign up';
    end if;
    select * into s from core.practice_trainingsession where id = p_session for update;
    if s is null or s.cancelled_at is not null or s.at < access.now() then
        raise no_data_found using constraint = 'no_such_session', message = 'no such session';
    end if;
    select p.waits into waiting from core.practice_trainingplace p
        where p.session_id = p_session and p.staff_id = access.actor();
    if found then return not waiting; end if;
    waiting := s.places is not null and s.places <= (select count(*) from core.practice_trainingplace p
        where p.session_id = p_session and not p.waits);
    insert into core.practice_trainingplace (id, session_id, staff_id, at, waits)
        values (gen_random_uuid(), p_session, access.actor(), access.now(), waiting);
    return not waiting;
end $body$;

-- A place that opens goes to whoever waits longest.
create function core.step_back(p_session uuid) returns void language plpgsql as $body$
declare s core.practice_trainingsession;
begin
    select * into s from core.practice_trainingsession where id = p_session for update;
    delete from core.practice_trainingplace where session_id = p_session and staff_id = access.actor();
    perform core.fill_places(p_session);
end $body$;

create function core.fill_places(p_session uuid) returns void language plpgsql as $body$
declare s core.practice_trainingsession; free bigint;
begin
    if access.actor() is null then
        raise insufficient_privilege using constraint = 'staff_fill_places', message = 'staff fill places';
    end if;
    select * into s from core.practice_trainingsession where id = p_session for update;
    if s is null or s.at < access.now() then return; end if;
    select s.places - count(*) into free from core.practice_trainingplace p
        where p.session_id = p_session and not p.waits;
    update core.practice_trainingplace set waits = false where id in (
        select p.id from core.practice_trainingplace p where p.session_id = p_session and p.waits
        order by p.at, p.id limit case when s.places is null then null else greatest(free, 0) end);
end $body$;

-- Two people stand for these very words: whoever wrote them last, and somebody else who read them.
create function core.approve_scenario(p_scenario uuid, p_version integer) returns void language plpgsql as $body$
declare s core.practice_scenario; me uuid := access.actor();
begin
    select * into s from core.practice_scenario where id = p_scenario for update;
    if s is null or not ((select access.has_role('practice_lead')) or (select access.has_role('supervisor'))) then
        raise insufficient_privilege using constraint = 'somebody_who_leads_training_approves',
            message = 'somebody who leads training approves';
    end if;
    if me = s.changed_by_id then
        raise check_violation using constraint = 'a_second_person_approves',
            message = 'a second person approves';
    end if;
    if s.version <> p_version then
        raise serialization_failure using constraint = 'changed_meanwhile', message = 'changed meanwhile';
    end if;
    update core.practice_scenario set approved_at = access.now(), approved_by_id = me where id = p_scenario;
end $body$;

-- Written for oneself, or by a supervisor for their team. The profile shows what was learned at a
-- session here, or what a supervisor writes down: one's own word about elsewhere stays in one's list.
create function core.record_training(p_id uuid, p_staff uuid, p_topic uuid, p_on date, p_session uuid)
returns void language plpgsql as $body$
declare me uuid := access.actor(); t core.practice_trainingtopic;
begin
    if me is null or not (p_staff = me or p_staff = any(core.my_team())) then
        raise insufficient_privilege using constraint = 'training_is_recorded_by_worker_or_supervisor',
            message = 'training is recorded by its worker or their supervisor';
    end if;
    if p_on > access.now() + interval '1 day' then
        raise check_violation using constraint = 'not_yet', message = 'not yet';
    end if;
    if p_session is not null and not exists (
        select from core.practice_trainingplace p join core.practice_trainingsession s on s.id = p.session_id
        where p.session_id = p_session and p.staff_id = p_staff and not p.waits and s.topic_id = p_topic
          and s.at <= access.now() and s.cancelled_at is null
          and (s.at at time zone 'UTC')::date between p_on - 1 and p_on + 1
    ) then
        raise insufficient_privilege using constraint = 'only_who_came_to_a_session_has_been_there',
            message = 'only who came to a session has been there';
    end if;
    select * into t from core.practice_trainingtopic where id = p_topic;
    insert into core.practice_trainingrecord (id, staff_id, topic_id, on_day, session_id, by_id, at)
        values (p_id, p_staff, p_topic, p_on, p_session, me, access.now()) on conflict do nothing;
    if t.on_profile and (p_session is not null or p_staff <> me) then
        perform core.trafficking_trained(p_staff, p_on);
    end if;
end $body$;

-- With another agency's set-up file an administrator takes its topics over, and writes none otherwise.
create function core.take_topic(
    p_key text, p_name text, p_place int, p_months int, p_profile boolean, p_hidden boolean
) returns void language plpgsql as $body$
begin
    if not access.has_role('administrator') then
        raise insufficient_privilege using constraint = 'an_administrator_takes_topics_over',
            message = 'an administrator takes topics over';
    end if;
    update core.practice_trainingtopic t set name = p_name, place = p_place, refresh_months = p_months,
            on_profile = p_profile, hidden = p_hidden
        where case when p_key <> '' then t.key = p_key else t.key = '' and lower(t.name) = lower(p_name) end;
    if not found then
        insert into core.practice_trainingtopic (id, key, name, place, refresh_months, on_profile, hidden)
            values (gen_random_uuid(), p_key, p_name, p_place, p_months, p_profile, p_hidden);
    end if;
end $body$;
