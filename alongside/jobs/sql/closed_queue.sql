do $body$
declare f record;
begin
    for f in select p.oid::regprocedure as is_called from pg_proc p
            where p.pronamespace = 'core'::regnamespace and p.proname like 'procrastinate%' loop
        execute format('revoke all on function %s from public, alongside_desk', f.is_called);
        execute format('grant execute on function %s to alongside_worker', f.is_called);
    end loop;
    for f in select p.oid::regprocedure as is_called from pg_proc p
            where p.pronamespace = 'core'::regnamespace and p.proname = 'procrastinate_defer_jobs_v1' loop
        execute format('grant execute on function %s to alongside_desk', f.is_called);
    end loop;
end $body$;
revoke all on sequence core.procrastinate_jobs_id_seq, core.procrastinate_events_id_seq,
    core.procrastinate_periodic_defers_id_seq from public, alongside_desk, alongside_worker;
grant usage on sequence core.procrastinate_jobs_id_seq, core.procrastinate_events_id_seq
    to alongside_desk, alongside_worker;
grant usage on sequence core.procrastinate_periodic_defers_id_seq to alongside_worker
