"""For whoever runs the machine: one of Django's commands, with the keys of an installation that runs.

`python3 -m bootstrap.operate new_link USERNAME` or `agree USERNAME`, beside `./run --empty`; with
ALONGSIDE_DATA (and PORT, DATABASE_URL) as it was started.
"""

from __future__ import annotations

import os
import sys

from bootstrap import places
from bootstrap.serve import House
from bootstrap.trouble import Trouble, stop_with

COMMANDS = ("new_link", "agree")


def main() -> int:
    """Run the command as the owner and print what it says."""
    words = sys.argv[1:]
    if len(words) != 2 or words[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        data = places.data_folder(own=True)
        if not (data / "prepared").exists():
            raise Trouble(f"There is no installation in {data}: set ALONGSIDE_DATA to its folder.")
        port = os.environ.get("PORT") or "8000"
        house = House(int(port) if port.isdigit() else 8000, "production", data)
        print(house.manage(*words, role="owner"), end="")
    except Trouble as trouble:
        return stop_with(trouble)
    return 0


if __name__ == "__main__":
    sys.exit(main())
