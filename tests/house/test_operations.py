"""What docs/OPERATIONS.md tells an operator to type exists: commands, settings, files."""

import re
import subprocess
import sys

import pytest

from alongside.project.management.commands import keys as key_commands
from bootstrap.doors import HEARD
from bootstrap.keep import COMMANDS
from tests.house.checks import ROOT

pytestmark = pytest.mark.no_database

TEXT = (ROOT / "docs" / "OPERATIONS.md").read_text()
DEPLOY = sorted((ROOT / "deploy").iterdir())


def test_every_command_of_the_page_is_known() -> None:
    said = set(re.findall(r"\./keep ([a-z][a-z-]+)", TEXT))
    assert said <= set(COMMANDS) and set(COMMANDS) - said == set()


def test_every_word_about_keys_is_known() -> None:
    said = set(re.findall(r"\./keep keys ([a-z-]+)", TEXT))
    assert {name.replace("-", "_") for name in said} <= set(vars(key_commands.Command))
    assert {"check", "copy", "compare", "generate", "rotate-master", "rotate-search", "forget-former"} == said


def test_every_option_of_the_page_is_known() -> None:
    shown = "".join(
        (ROOT / "alongside" / "project" / "management" / "commands" / f"{name}.py").read_text()
        for name in ("backup", "restore", "check_installation", "keys")
    )
    for option in set(re.findall(r"\./keep [^`\n]*?(--[a-z-]+)", TEXT)) - {"--help"}:
        assert f'"{option}"' in shown, option


def test_every_setting_is_read_somewhere() -> None:
    read = "\n".join(
        path.read_text() for folder in ("alongside", "bootstrap") for path in (ROOT / folder).rglob("*.py")
    )
    everywhere = TEXT + "".join(path.read_text() for path in DEPLOY)
    for name in set(re.findall(r"\bALONGSIDE_[A-Z_]+[A-Z]\b", everywhere)):
        assert f'"{name}"' in read or name.startswith("ALONGSIDE_KEY_"), name


def test_every_file_it_names_is_there() -> None:
    named = set(re.findall(r"`(deploy/[\w.-]+)`", TEXT))
    assert {f"deploy/{path.name}" for path in DEPLOY} == named


@pytest.mark.parametrize("unit", [path for path in DEPLOY if path.suffix == ".service"])
def test_what_a_unit_starts_exists(unit: object) -> None:
    text = unit.read_text().replace("\\\n", " ")  # type: ignore[attr-defined]
    (start,) = re.findall(r"^ExecStart=(.+)$", text, re.M)
    words = start.replace("/opt/alongside/", "").split()
    if words[0] == "run":
        assert (ROOT / "run").exists()
    elif "manage.py" in words:
        assert (ROOT / "alongside" / "jobs" / "management" / "commands" / f"{words[-1]}.py").exists()
    else:
        told = [word for word in words if word.startswith("--") and "bind" not in word]
        done = subprocess.run(
            [sys.executable, "-m", "gunicorn", *told, "--help"], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0
        for word in told:
            assert word.split("=")[0] in done.stdout, word


@pytest.mark.parametrize("unit", [path for path in DEPLOY if path.suffix == ".service"])
def test_a_unit_cannot_write_in_the_program_s_own_folder(unit: object) -> None:
    text = unit.read_text()  # type: ignore[attr-defined]
    for line in ("ProtectSystem=strict", "ReadOnlyPaths=/opt/alongside", "NoNewPrivileges=yes"):
        assert re.search(rf"^{line}$", text, re.M), line
    for opened in re.findall(r"^ReadWritePaths=(.+)$", text, re.M):
        assert not [each for each in opened.split() if each.startswith("/opt")]


def test_each_process_of_several_servers_has_a_user_and_settings_of_its_own() -> None:
    units = [path.read_text() for path in DEPLOY if path.name.startswith("alongside-")]
    for name in ("User", "EnvironmentFile"):
        assert len({re.findall(rf"^{name}=(.+)$", text, re.M)[0] for text in units}) == len(units) == 3


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Caddyfile.example", r"header_up X-Forwarded-For \{remote_host\}"),
        ("nginx.example.conf", r"proxy_set_header X-Forwarded-For \$remote_addr;"),
        ("settings.example", r"ALONGSIDE_TRUSTED_PROXIES=1"),
    ],
)
def test_each_proxy_passes_on_whom_it_was_asked_by_and_nothing_the_client_claims(
    name: str, line: str
) -> None:
    lines = [each.strip() for each in (ROOT / "deploy" / name).read_text().splitlines()]
    passed = [
        each for each in lines if re.search(r"X-Forwarded-For|TRUSTED_PROXIES", each) and each[0] != "#"
    ]
    assert len(passed) == 1 and re.fullmatch(line, passed[0])
    assert "ALONGSIDE_TRUSTED_PROXIES" in HEARD


@pytest.mark.parametrize(
    ("name", "limits"),
    [
        ("Caddyfile.example", ("read_header", "read_body", "max_header_size", "max_size 64MB")),
        (
            "nginx.example.conf",
            (
                "client_header_timeout",
                "client_body_timeout",
                "limit_conn each_address",
                "client_max_body_size 64m",
            ),
        ),
    ],
)
def test_each_proxy_has_limits_for_whoever_sends_slowly_or_much(name: str, limits: tuple[str, ...]) -> None:
    lines = [each.strip() for each in (ROOT / "deploy" / name).read_text().splitlines()]
    assert [limit for limit in limits if not any(each.startswith(limit) for each in lines)] == []
