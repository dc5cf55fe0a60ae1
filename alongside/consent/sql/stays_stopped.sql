create or replace function core.stays_stopped() returns trigger language plpgsql as $body$
begin
    if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
        raise insufficient_privilege using constraint = 'what_was_stopped_stays_stopped',
            message = 'what was stopped stays stopped';
    end if;
    return new;
end $body$;
revoke execute on function core.stays_stopped() from public;
drop trigger if exists stays_stopped on core.consent_release;
create trigger stays_stopped before update on core.consent_release
    for each row execute function core.stays_stopped()
