create or replace function trail.is_append_only() returns trigger language plpgsql as $body$
begin
    raise raise_exception using constraint = 'the_trail_is_append_only', message = 'the trail is append-only';
end $body$;
revoke execute on function trail.is_append_only() from public;
drop trigger if exists append_only on trail.trail_trailentry;
drop trigger if exists append_only_at_all on trail.trail_trailentry;
create trigger append_only before update or delete on trail.trail_trailentry
    for each row execute function trail.is_append_only();
create trigger append_only_at_all before truncate on trail.trail_trailentry
    for each statement execute function trail.is_append_only()
