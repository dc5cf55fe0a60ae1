create or replace function core.approval_falls() returns trigger language plpgsql as $body$
begin
    new.approved_at := null; new.approved_by_id := null; return new;
end $body$;
revoke execute on function core.approval_falls() from public;
drop trigger if exists approval_falls on core.practice_scenario;
create trigger approval_falls before update of words on core.practice_scenario for each row
    when (old.words is distinct from new.words) execute function core.approval_falls()
