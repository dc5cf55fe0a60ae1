"""The walls around moves. The custodian who asked works on a move; whoever may agree sees what is asked, no file.

Nobody but the keeper writes people who are not within reach, and the keeper does so only for a move that a second
person agreed to, within its time, and only about people that this very move brings.
"""

from alongside.access.sql_files import functions
from alongside.access.wall import ME, Joined, Policy, Wall, stays
from alongside.custody.walls_tables import ADDED_TABLES, BROUGHT_TABLES, TAKEN_TABLES

_SEES = "((select access.has_role('custodian')) or (select access.has_role('director')))"
_MINE = f"by_id = {ME} and (select access.has_role('custodian'))"
_NOT_YET = "agreed_at is null and done_at is null"
# Past a day nothing of a file is shown, even before the house has destroyed it.
_MY_FILE = (
    "exists (select from core.custody_move m where m.id = move_id and m.by_id = (select access.actor())"
    " and m.asked_at > (select access.now()) - interval '1 day')"
)
_GRANTS = " ".join(
    f"grant select, insert, delete on core.{table} to alongside_keeper;" for table in BROUGHT_TABLES
)
_READS = " ".join(f"grant select on core.{table} to alongside_keeper;" for table in TAKEN_TABLES)

WALLS = [
    Wall(
        "core.custody_move",
        (
            Policy("who may ask or agree", on="select", using=_SEES, to=("desk",)),
            Policy("asked in one's own name", on="insert", check=f"{_MINE} and {_NOT_YET}", to=("desk",)),
            Policy("before it is agreed", on="update", using=f"{_MINE} and {_NOT_YET}",
                   check=f"{_MINE} and {_NOT_YET}", to=("desk",)),
        ),
        {
            "desk": "select, insert (id, key_id, kind, purpose, columns, chosen, noticed, day_style, same_people,"
            " row_count, refused, people, added_to, print_of, asked_at, by_id, file_id, checked_at, agreed_at,"
            " agreed_by_id, open_until, done_at, undone_at, file_gone_at),"
            " update (chosen, noticed, day_style, same_people, row_count, refused, people, added_to, print_of,"
            " checked_at)"
        },
        keeper="select, update",
        also=_GRANTS + _READS, leaves=stays("moves of this house")
    ),
    Wall(
        "core.custody_piece",
        (Policy("of one's own file", using=_MY_FILE, check=_MY_FILE, to=("desk",)),),
        {"desk": "select, insert, update (problems)"},
        keeper="select, delete",
        dumped=False, leaves=stays("a file that is destroyed within a day")
    ),
    Wall(
        "core.custody_knowncolumn",
        (Policy("the custodian's", using="(select access.has_role('custodian'))",
                check="(select access.has_role('custodian'))", to=("desk",)),),
        {"desk": "select, insert, update (field)"},
        leaves=stays("how one custodian reads columns")
    ),
    Wall("core.custody_importedperson", keeper="select, insert, update, delete",
         leaves=stays("which import somebody came with")),
]  # fmt: skip

JOINED = [
    Joined(
        "vault.vault_key",
        Policy(
            "keys of moves one sees, and of one's own file",
            on="select",
            using="thing_id is not null and exists (select from core.custody_move m where m.id = thing_id"
            f" or (m.file_id = thing_id and m.by_id = {ME}"
            " and m.asked_at > (select access.now()) - interval '1 day'))",
            to=("desk",),
        ),
    ),
    *(
        Joined(f"core.{table}", Policy("the keeper, for moves", "true", "true", to=("keeper",)))
        for table in sorted({*BROUGHT_TABLES, *TAKEN_TABLES})
    ),
]

FUNCTIONS = functions(
    __file__,
    {
        "core.agree_to_move": ("desk",),
        "core.open_move": ("desk",),
        "core.bring_over": ("desk",),
        "core.remember_brought": ("desk",),
        "core.came_before": ("desk",),
        "core.people_brought": ("desk",),
        "core.move_done": ("desk",),
        "core.destroy_file": ("desk",),
        "core.let_old_files_go": ("worker",),
        "core.take_back_move": ("desk",),
        "core.take_along": ("desk",),
    },
    added=ADDED_TABLES,
    brought=BROUGHT_TABLES,
    taken=tuple(TAKEN_TABLES),
)
