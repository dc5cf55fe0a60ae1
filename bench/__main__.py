"""`python -m bench`: fills agencies of three sizes, measures them beside the floors, writes bench/RESULTS.md.

`python -m bench small` measures one; `--seconds 3` is how long each address is asked; `--keep FOLDER` keeps the
databases there for the next time. Run it in the environment that ./test makes, on a quiet machine.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.client import HOST
from bench.report import write
from bench.serve import ROOT
from bench.sizes import SIZES, Size
from bootstrap import environment, keys
from bootstrap.postgres import Cluster
from bootstrap.serve import collect_static, make_surroundings

SETTINGS = "alongside.project.settings"


def arguments() -> argparse.Namespace:
    """What may be said on the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "sizes", nargs="*", choices=[[], *SIZES], help="which sizes; all three if none is named"
    )
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--rows", type=int, default=50_000, help="of the spreadsheet that is brought over")
    return parser.parse_args()


@contextmanager
def server(keep: Path | None) -> Iterator[Cluster]:
    """A database server of its own, as durable as in real use."""
    folder = keep or Path(tempfile.mkdtemp(prefix="ab-", dir="/tmp"))
    cluster = Cluster(folder.absolute(), tests=False)
    if not cluster.runs():
        cluster.start()
    cluster.make_roles()
    try:
        yield cluster
    finally:
        cluster.stop()
        if keep is None:
            shutil.rmtree(folder, ignore_errors=True)


def house_of(cluster: Cluster, database: str) -> dict[str, str]:
    """The environment of the house on one of the databases, in the mode that serves people."""
    return {
        "ALONGSIDE_DATA": str(cluster.data),
        "ALONGSIDE_DATABASE": cluster.address.replace(":///alongside?", f":///{database}?"),
        "ALONGSIDE_MODE": "production",
        "ALONGSIDE_DOOR": "desk",
        "ALONGSIDE_ROLE": "desk",
        "ALONGSIDE_HOSTS": HOST,
        "DJANGO_SETTINGS_MODULE": SETTINGS,
    }


def run(words: list[str], told: dict[str, str]) -> None:
    """Run one of our programs; stops with what it said when it fails."""
    subprocess.run([sys.executable, *words], cwd=ROOT, env=os.environ | told, check=True)


def _owner(cluster: Cluster, statement: str, database: str = "postgres") -> bool:
    import psycopg

    with psycopg.connect(cluster.admin_address(database), autocommit=True) as admin:
        cursor = admin.execute(statement)
        return cursor.description is not None and cursor.fetchone() is not None


def filled(cluster: Cluster, size: Size) -> dict[str, str]:
    """The house on a database of this size; filled now unless it was kept."""
    name = f"bench_{size.name}"
    house = house_of(cluster, name)
    if _owner(cluster, f"select from pg_database where datname = '{name}'"):
        return house
    building = house_of(cluster, f"{name}_building") | {"ALONGSIDE_MODE": "demo"}
    _owner(cluster, f"drop database if exists {name}_building")
    _owner(cluster, f"create database {name}_building owner alongside_owner")
    run(["manage.py", "prepare", "--quiet"], building | {"ALONGSIDE_ROLE": "owner"})
    run(["manage.py", "load_demo", "--only-staff"], building)
    run(["-m", "bench.fill", size.name], building | {"ALONGSIDE_ROLE": "owner"})
    _owner(cluster, f"alter database {name}_building rename to {name}")
    return house


def moving(cluster: Cluster, rows: int) -> dict[str, float]:
    """Bring a spreadsheet over and take everything along, in a house of its own."""
    from bench.measure import run_for_json

    house = house_of(cluster, "bench_moving")
    _owner(cluster, "drop database if exists bench_moving with (force)")
    _owner(cluster, "create database bench_moving owner alongside_owner")
    building = house | {"ALONGSIDE_MODE": "demo"}
    run(["manage.py", "prepare", "--quiet"], building | {"ALONGSIDE_ROLE": "owner"})
    run(["manage.py", "load_demo", "--only-staff"], building)
    told: dict[str, float] = run_for_json(house, "bench.moving", str(rows))
    return told


def lean(cluster: Cluster) -> dict[str, str]:
    """The lean database of the floors, empty."""
    _owner(cluster, "drop database if exists floors with (force)")
    _owner(cluster, "create database floors owner alongside_owner")
    password = keys.role_passwords(cluster.data)["owner"]
    query = cluster.address.partition("?")[2]
    return {
        "FLOORS_DATABASE": f"postgresql://alongside_owner:{password}@/floors?{query}",
        "DJANGO_SETTINGS_MODULE": "",
    }


def main() -> int:
    """Fill, measure, write down."""
    from bench.measure import measure

    wish = arguments()
    make_surroundings(tests=True)
    found = []
    with server(wish.keep) as cluster:
        collect_static({**environment.child_environment(), **os.environ, **house_of(cluster, "alongside")})
        for name in wish.sizes or list(SIZES):
            house = filled(cluster, SIZES[name])
            found.append(measure(SIZES[name], house, lean(cluster), wish.seconds))
        moved = moving(cluster, wish.rows) if wish.rows else {}
    write(found, moved, ROOT / "bench" / "RESULTS.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
