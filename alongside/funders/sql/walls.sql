-- The forms that a stream needs in which somebody of my people is enrolled, ended enrollments among them.
create function core.forms_needed(p_participant uuid) returns table(form text) language plpgsql stable as $body$
begin
    return query select distinct s.form::text from core.funding_enrolment e
        join core.funding_stream s on s.id = e.stream_id
        where e.participant_id = any(core.records_of(p_participant)) and p_participant = any(core.my_people())
          and e.removed_at is null and s.ended_at is null and s.form <> '';
end $body$;

create function core.form_is_needed(p_participant uuid, p_form text) returns boolean
language plpgsql stable as $body$
begin
    return exists (select from core.forms_needed(p_participant) f where f.form = p_form);
end $body$;
