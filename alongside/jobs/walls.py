"""The queue: the worker's alone. The desk may put something in, and reads back no more than its number."""

from alongside.access.sql_files import functions, script
from alongside.access.wall import ME, SIGNED_IN, Policy, Wall, stays

_WORKER = Policy("the worker's", using="true", check="true", to=("worker",))
_ALL = "select, insert, update, delete"
# The queue's own functions are open to everybody when they are made. The desk may ask, and do nothing else.
_CLOSED = script(__file__, "closed_queue")

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
        leaves=stays("work that waits its turn"),
    ),
    Wall(
        "core.procrastinate_events",
        (_WORKER, Policy("asked for at the desk", on="insert", check=SIGNED_IN, to=("desk",))),
        {"desk": "insert", "worker": _ALL},
        dumped=False,
        leaves=stays("work that waits its turn"),
    ),
    Wall(
        "core.procrastinate_periodic_defers",
        (_WORKER,),
        {"worker": _ALL},
        dumped=False,
        leaves=stays("work that waits its turn"),
    ),
    Wall(
        "core.procrastinate_workers",
        (_WORKER,),
        {"worker": _ALL},
        keeper="select",
        dumped=False,
        leaves=stays("work that waits its turn"),
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.state_of_jobs": ("worker", "backup"),
    },
)
