"""The group of all commands."""

import subprocess
import sys

from click.testing import CliRunner

from newsgen import __version__
from newsgen.cli import main
from tests.support.paths import ROOT


def test_the_version_is_printed() -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"newsgen, version {__version__}\n"


def test_every_folder_of_commands_is_a_command_with_a_line_of_help() -> None:
    assert list(main.commands) == sorted(file.parent.name for file in (ROOT / "newsgen/commands").glob("*/command.py"))
    assert [command.name for command in main.commands.values()] == list(main.commands)
    assert [name for name, command in main.commands.items() if command.get_short_help_str().count(" ") < 3] == []


def test_an_unknown_command_is_told() -> None:
    result = CliRunner().invoke(main, ["biuld"])
    assert result.exit_code == 2
    assert "No such command 'biuld'." in result.output


def test_the_package_runs_as_a_module() -> None:
    result = subprocess.run([sys.executable, "-m", "newsgen", "-h"], capture_output=True, text=True, check=True)
    assert result.stdout.startswith("Usage: ")
