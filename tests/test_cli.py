"""The group of all commands."""

import subprocess
import sys

from click.testing import CliRunner

from newsgen import __version__
from newsgen.cli import main


def test_the_version_is_printed() -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"newsgen, version {__version__}\n"


def test_every_command_has_its_folder_and_a_line_of_help() -> None:
    assert {name: command.callback.__module__ for name, command in main.commands.items() if command.callback} == {
        name: f"newsgen.commands.{name}.command" for name in main.commands
    }
    assert [name for name, command in main.commands.items() if command.get_short_help_str().count(" ") < 3] == []


def test_the_package_runs_as_a_module() -> None:
    result = subprocess.run([sys.executable, "-m", "newsgen", "-h"], capture_output=True, text=True, check=True)
    assert result.stdout.startswith("Usage: ")
