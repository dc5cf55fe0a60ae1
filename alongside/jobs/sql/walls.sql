-- For looking an installation over: numbers, and no job.
create function core.state_of_jobs()
returns table(working bigint, failed bigint, waiting bigint) language plpgsql stable as $body$
begin
    return query select
        (select count(*) from core.procrastinate_workers w
            where w.last_heartbeat > now() - interval '1 minute'),
        (select count(*) from core.procrastinate_jobs j where j.status = 'failed'),
        (select count(*) from core.procrastinate_jobs j where j.status = 'todo');
end $body$;
