"""Which tables move. Those that a spreadsheet fills are named one by one; what leaves, each table's wall says."""

from alongside.access.wall import rooms

# In the order in which an import writes them.
BROUGHT_TABLES = (
    "participants_participant",
    "participants_statechange",
    "participants_aliastoken",
    "participants_details",
    "participants_need",
    "participants_contactpoint",
    "participants_likeness",
    "participants_membership",
    "goals_goal",
    "connection_note",
    "connection_servicegiven",
    "participants_moment",
)
# What a later file may add to somebody who came before: never who they are, where they are with us, or whose they are.
ADDED_TABLES = (
    "participants_need",
    "participants_contactpoint",
    "participants_likeness",
    "goals_goal",
    "connection_note",
    "connection_servicegiven",
    "participants_moment",
)
# What goes along with the whole record, as each wall says it: columns left out, by table. From the ground up, so that
# a row comes after those it names.
TAKEN_TABLES: dict[str, tuple[str, ...]] = {
    wall.table.removeprefix("core."): wall.leaves.without
    for room in rooms(below="custody")
    for wall in room.WALLS
    if wall.leaves and not wall.leaves.why
}
