"""The queue: the worker's alone. The desk may put something in, and reads back no more than its number."""

from alongside.access.wall import ME, SIGNED_IN, Function, Policy, Wall

_WORKER = Policy("the worker's", using="true", check="true", to=("worker",))
_ALL = "select, insert, update, delete"
# The queue's own functions are open to everybody when they are made. The desk may ask, and do nothing else.
_CLOSED = """
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
"""

WALLS = [
    Wall(
        "core.procrastinate_jobs",
        (
            _WORKER,
            Policy(
                "asked for at the desk",
                on="insert",
                # Whoever acts asks, in their own name and for a job that staff may ask for. A lock would keep a job of
                # the house's own from running, and a time would let it run when roles are others.
                check=f"queue_name = 'staff' and task_name ~ '^[a-z_]+[.][a-z_]+$' and task_name not like 'house.%'"
                f" and {SIGNED_IN} and args ->> 'by' = {ME}::text and lock is null and queueing_lock is null"
                " and scheduled_at is null and status = 'todo' and attempts = 0",
                to=("desk",),
            ),
            # Of what oneself asked for: that others' jobs grow by one would say that somebody is new.
            Policy(
                "its number", on="select", using="args ->> 'by' = (select access.actor())::text", to=("desk",)
            ),
        ),
        {"desk": "insert, select (id)", "worker": _ALL},
        keeper="select",
        dumped=False,
        also=_CLOSED,
    ),
    Wall(
        "core.procrastinate_events",
        (_WORKER, Policy("asked for at the desk", on="insert", check=SIGNED_IN, to=("desk",))),
        {"desk": "insert", "worker": _ALL},
        dumped=False,
    ),
    Wall("core.procrastinate_periodic_defers", (_WORKER,), {"worker": _ALL}, dumped=False),
    Wall("core.procrastinate_workers", (_WORKER,), {"worker": _ALL}, keeper="select", dumped=False),
]

FUNCTIONS = [
    Function(
        # For looking an installation over: numbers, and no job.
        "core.state_of_jobs",
        "",
        "table(working bigint, failed bigint, waiting bigint)",
        """
        begin
            return query select
                (select count(*) from core.procrastinate_workers w
                    where w.last_heartbeat > now() - interval '1 minute'),
                (select count(*) from core.procrastinate_jobs j where j.status = 'failed'),
                (select count(*) from core.procrastinate_jobs j where j.status = 'todo');
        end
        """,
        ("worker", "backup"),
        "stable",
    ),
]
