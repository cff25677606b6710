"""The README is short, and its commands are the ones that set up a clone."""

import re
import subprocess

from tests.support.paths import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
# One and a half screens.
_LONGEST = 75


def test_it_is_short() -> None:
    assert len(README.splitlines()) <= _LONGEST


def test_two_commands_set_up_a_clone() -> None:
    commands = re.findall(r"^    (python3 -m venv .*)$", README, re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith(".venv/bin/newsgen build")
    assert commands[1].endswith(".venv/bin/pytest -n auto")


def test_the_check_of_a_change_runs_these_two_commands() -> None:
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    (pick,) = re.findall(r"^mapfile -t commands < <\((sed .* README\.md)\)$", script, re.MULTILINE)
    picked = subprocess.run(["bash", "-c", pick], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert picked.splitlines() == re.findall(r"^    (python3 -m venv .*)$", README, re.MULTILINE)
