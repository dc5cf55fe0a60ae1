"""The walls: all staff read what is known of partners; those who work with partners keep it."""

from alongside.access.wall import SIGNED_IN, Policy, Wall

KEEPS = (
    "(select access.has_role('case_manager') or access.has_role('supervisor') or access.has_role('director'))"
)


def _kept(table: str, write: str = "insert, update") -> Wall:
    """A table about partners: read by all staff, written by those who work with partners."""
    return Wall(
        table,
        (
            Policy("staff read", on="select", using=SIGNED_IN),
            *(
                Policy(
                    f"those who work with partners may {verb}",
                    on=verb,
                    using="" if verb == "insert" else KEEPS,
                    check="" if verb == "delete" else KEEPS,
                )
                for verb in write.split(", ")
            ),
        ),
        {"desk": f"select, {write}", "worker": "select"},
    )


WALLS = [
    _kept("core.partners_partneragency"),
    _kept("core.partners_networkmembership", "insert, delete"),
    _kept("core.partners_pointofcontact"),
]
