"""A database server for tests and development: quick, forgetful, with every role and the tester's.

`python3 -m bootstrap.testbed start [folder]` starts it and prints the exports; `stop [folder]` ends it.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import sys
import tempfile
from pathlib import Path

from bootstrap.postgres import Cluster
from bootstrap.trouble import Trouble, stop_with

FOLDER = Path(tempfile.gettempdir()) / f"alongside-testbed-{os.geteuid()}"


def start(folder: Path, *, bound: bool = False) -> Cluster:
    """Start the server in this folder, with roles and database; the folder is made if absent."""
    cluster = Cluster(folder, tests=True, bound=bound)
    if not cluster.runs():
        cluster.start()
    cluster.make_roles()
    return cluster


def environment(cluster: Cluster) -> dict[str, str]:
    """What the settings read, for tests in this server."""
    return {
        "ALONGSIDE_DATA": str(cluster.data),
        "ALONGSIDE_DATABASE": cluster.address,
        "ALONGSIDE_MODE": "test",
        "ALONGSIDE_DOOR": "desk",
    }


def main() -> int:
    """Start or stop from the command line."""
    parser = argparse.ArgumentParser(prog="python3 -m bootstrap.testbed", description=__doc__)
    parser.add_argument("act", choices=["start", "stop"])
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    wish = parser.parse_args()
    folder: Path = wish.folder.absolute()
    try:
        if wish.act == "start":
            for name, value in environment(start(folder)).items():
                print(f"export {name}={shlex.quote(value)}")
        elif folder.exists():
            Cluster(folder, tests=True).stop()
            shutil.rmtree(folder)
    except Trouble as trouble:
        return stop_with(trouble)
    return 0


if __name__ == "__main__":
    sys.exit(main())
