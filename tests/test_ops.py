"""What operates the product: units that systemd accepts, scripts that parse, a handbook that speaks of what is really said."""

import re
import shutil
import subprocess

import pytest

from tests.navigation import ROOT

OPS = ROOT / ".ops"
HANDBOOK = (OPS / "van-hanh.md").read_text(encoding="utf-8")
UNITS = sorted(path.name for path in OPS.iterdir() if path.suffix in (".service", ".timer"))


@pytest.fixture
def unit_folder(tmp_path):
    """The units as they are installed, their program being one that exists."""
    if not shutil.which("systemd-analyze"):
        pytest.skip("install systemd to try its units")
    program = tmp_path / "python"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    for name in UNITS:
        text = (OPS / name).read_text(encoding="utf-8").replace("/opt/chi-tieu/.venv/bin/python", str(program))
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_systemd_accepts_the_units(unit_folder):
    said = subprocess.run(["systemd-analyze", "verify", *(unit_folder / name for name in UNITS)], capture_output=True, text=True)
    ours = [line for line in said.stderr.splitlines() if "chi-tieu" in line]
    assert (said.returncode, ours) == (0, [])


def test_the_service_sees_and_may_do_little(unit_folder):
    said = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--threshold=20", unit_folder / "chi-tieu.service"],
        capture_output=True,
        text=True,
    )
    assert said.returncode == 0, said.stdout[-300:]


@pytest.mark.parametrize("name", sorted(path.name for path in OPS.iterdir() if path.suffix == ".sh"))
def test_a_script_parses_and_stops_at_the_first_mistake(name):
    assert subprocess.run(["bash", "-n", OPS / name], capture_output=True).returncode == 0
    assert re.search(r"^set -eu", (OPS / name).read_text(encoding="utf-8"), re.M)


def test_the_limits_of_the_proxy_let_the_largest_file_through():
    site = (OPS / "nginx.conf").read_text(encoding="utf-8")
    largest = int(
        re.search(r"^maxUploadSize = (\d+)$", (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"), re.M)[1]
    )
    assert int(re.search(r"client_max_body_size (\d+)m;", site)[1]) > largest


def test_the_handbook_names_files_that_are_there_and_commands_that_exist():
    installed = (OPS / "install.sh").read_text(encoding="utf-8")
    for name in re.findall(r"`(?:bash )?\.ops/([\w.-]+)", HANDBOOK):
        assert (OPS / name).exists(), name
    assert not re.search(r"\b(sudo|fuser)\b", HANDBOOK), "a bare Debian has none"
    for unit in re.findall(r"\bchi-tieu[\w-]*\.(?:timer|service)\b", HANDBOOK):
        assert unit in UNITS and unit in installed
    main = (ROOT / "data" / "__main__.py").read_text(encoding="utf-8") + "".join(
        (ROOT / "data" / name).read_text(encoding="utf-8") for name in ("commands.py", "operations/reseed.py")
    )
    for command in re.findall(r"`(?:python -m data|chi-tieu) ([a-z-]+)", HANDBOOK):
        assert f'"{command}"' in main, command


def test_every_message_of_the_handbook_is_one_that_people_see():
    """The part of each row before what differs from case to case stands in the program, or in the site of nginx."""
    sources = [*(ROOT / "data").rglob("*.py"), *(ROOT / "components").rglob("*.py"), OPS / "nginx.conf"]
    said = re.sub(r'"\s*\n\s*f?"', "", "\n".join(path.read_text(encoding="utf-8") for path in sources))
    rows = re.findall(r"^\| (.+?) \| .+ \|$", HANDBOOK.split("## 7.")[1], re.M)[2:]
    assert len(rows) >= 10
    for row in (row for row in rows if not row.startswith("quên")):
        phrases = [re.sub(r" \(.*", "", part).strip(" :/") for part in re.split("…", row)]
        assert all(phrase in said for phrase in phrases if len(phrase) > 12), row
