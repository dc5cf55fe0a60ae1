"""A small installation served and looked after as ./run does it: a database of its own, the staff alone, no years.

Run as a program with a port and a data folder. When it serves, the sign-ins stand in that folder.
"""

import signal
import sys
import time
from pathlib import Path

from bootstrap.serve import House, hold_folder


def main() -> None:
    """Serve until killed."""
    # A shell that puts us in the background has us ignore this, and so would everybody we start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    port, data = int(sys.argv[1]), Path(sys.argv[2])
    lock = hold_folder(data)
    house = House(port, "demo", data)
    try:
        begin(house)
        while True:
            time.sleep(0.3)
            house.look_after()
    except KeyboardInterrupt:
        return
    finally:
        house.stop()
        lock.close()


def begin(house: House) -> None:
    """Start everything, and say so."""
    house.database.start()
    house.database.make_roles()
    house.manage("prepare", "--quiet", role="owner")
    house.manage("load_demo", "--only-staff", role="desk")
    house.start_web()
    house.start_worker()
    house.wait_for_web()
    ready = house.data / "sign-ins.part"
    ready.write_text(house.manage("sign_ins", role="desk"))
    ready.rename(house.data / "sign-ins")


if __name__ == "__main__":
    main()
