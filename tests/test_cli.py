"""The group of all commands."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgen import __version__
from newsgen.cli import main
from tests.support.paths import ROOT


def test_the_version_is_printed() -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"newsgen, version {__version__}\n"


def test_every_folder_of_commands_is_a_command_with_a_line_of_help() -> None:
    folders = {file.parent.name for file in (ROOT / "newsgen/commands").glob("*/command.py")}
    # No module can be called "import".
    assert list(main.commands) == sorted((folders - {"importing"}) | {"import"})
    assert [command.name for command in main.commands.values()] == list(main.commands)
    assert [name for name, command in main.commands.items() if command.get_short_help_str().count(" ") < 3] == []


def test_an_unknown_command_is_told() -> None:
    result = CliRunner().invoke(main, ["biuld"])
    assert result.exit_code == 2
    assert "No such command 'biuld'." in result.output


def test_the_package_runs_as_a_module() -> None:
    result = subprocess.run([sys.executable, "-m", "newsgen", "-h"], capture_output=True, text=True, check=True)
    assert result.stdout.startswith("Usage: ")


@pytest.mark.long
def test_a_reader_who_stops_reading_stops_no_command(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for number in range(60):
        (tmp_path / f"articles/{number}.md").write_text(f"# Tide {number} of the year\n\nText.\n", encoding="utf-8")
    command = f"{sys.executable} -m newsgen build --explain | head -n 1"
    ended = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=tmp_path, capture_output=True, text=True)
    assert (ended.returncode, ended.stderr, ended.stdout.count("\n")) == (0, "", 1)
    assert (tmp_path / "public/manifest-sha256.txt").is_file()
