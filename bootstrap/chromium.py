"""Finds a Chromium for the browser tests: the system's, else one by apt, else one from the npm package."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from bootstrap.environment import child_environment, fingerprint, stamp, stamped
from bootstrap.places import PYTHON, ROOT, TOOLS
from bootstrap.trouble import Trouble, say, tail

PACKED = ROOT / "node_modules" / "@sparticuz" / "chromium" / "bin"
UNPACKED = TOOLS / "chromium"
# Run by the environment's Python, which has the decompressor.
UNPACK = """
import brotli, io, sys, tarfile
from pathlib import Path
packed, target = Path(sys.argv[1]), Path(sys.argv[2])
for name in ("chromium", "al2023.tar", "fonts.tar", "swiftshader.tar"):
    words = brotli.decompress((packed / f"{name}.br").read_bytes())
    if name == "chromium":
        (target / "chromium-program").write_bytes(words)
        (target / "chromium-program").chmod(0o755)
    else:
        tarfile.open(fileobj=io.BytesIO(words)).extractall(target)
"""


def find_chromium() -> Path:
    """A Chromium that starts: the system's, else apt's when we are root, else the npm package's."""
    found = _system()
    if found:
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        _install_by_apt()
        found = _system()
        if found:
            return found
    return _from_package()


def _system() -> Path | None:
    for name in ("chromium", "/usr/bin/chromium", "google-chrome", "chromium-browser"):
        found = shutil.which(name)
        if found and starts(Path(found)):
            return Path(found)
    return None


def starts(program: Path) -> bool:
    """Whether this browser says its version (Ubuntu's package is a stand-in that does not)."""
    try:
        asked = subprocess.run(
            [str(program), "--version"], capture_output=True, timeout=30, check=False, env=child_environment()
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def _install_by_apt() -> None:
    say("Installing Chromium for the browser tests ...")
    told = {**child_environment(), "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        subprocess.run(
            ["apt-get", *words], env=told, capture_output=True, check=False, stdin=subprocess.DEVNULL
        )


def _from_package() -> Path:
    if not PACKED.is_dir():
        raise Trouble("There is no Chromium for the browser tests: run 'apt-get install chromium'.")
    program = UNPACKED / "chromium"
    value = fingerprint(PACKED.parent / "package.json")
    if stamped("chromium") != value or not program.exists():
        say("Unpacking Chromium for the browser tests ...")
        shutil.rmtree(UNPACKED, ignore_errors=True)
        UNPACKED.mkdir(parents=True)
        done = subprocess.run(
            [str(PYTHON), "-c", UNPACK, str(PACKED), str(UNPACKED)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Trouble(f"Chromium could not be unpacked: {tail(done.stderr)}")
        program.write_text(_launcher())
        program.chmod(0o755)
        stamp("chromium", value)
    if not starts(program):
        raise Trouble("The packaged Chromium does not start here: run 'apt-get install chromium'.")
    return program


def _launcher() -> str:
    # The machine's own fonts are used where it has any; the package brings one family for where it has none.
    return f"""#!/bin/sh
here={str(UNPACKED)!r}
LD_LIBRARY_PATH="$here/lib${{LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}}"
export LD_LIBRARY_PATH
[ -e /etc/fonts/fonts.conf ] || {{ FONTCONFIG_PATH="$here"; export FONTCONFIG_PATH; }}
exec "$here/chromium-program" "$@"
"""
