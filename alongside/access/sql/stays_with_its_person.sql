create or replace function core.is_of_another() returns trigger language plpgsql as $body$
begin
    raise insufficient_privilege using constraint = 'a_row_stays_with_the_person_it_is_about',
        message = 'a row stays with the person it is about';
end $body$;
revoke execute on function core.is_of_another() from public;
drop trigger if exists stays_with_its_person on :table;
do $body$
declare moved text;
begin
    select string_agg(format('old.%1$I is distinct from new.%1$I', a.attname), ' or ') into moved
        from pg_attribute a where a.attrelid = ':table'::regclass and not a.attisdropped
        and a.attname in ('id', 'participant_id', 'key_id');
    execute 'create trigger stays_with_its_person before update on :table for each row when ('
        || moved || ') execute function core.is_of_another()';
end $body$
