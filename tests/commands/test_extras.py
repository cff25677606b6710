"""Extras: what is not installed is named, with the command that installs it."""

import subprocess
import sys

import pytest

from newsgen.commands.extras import need_extra
from newsgen.errors import NewsgenError


def test_what_is_installed_is_no_problem() -> None:
    need_extra("serve", "serve", ("json", "click"))


def test_what_is_not_installed_is_named_with_its_mend() -> None:
    with pytest.raises(NewsgenError) as failed:
        need_extra("serve", "serve", ("no_such_library", "json", "nor_this"))
    assert str(failed.value) == (
        "newsgen serve: needs what is not installed: no_such_library, nor_this\n"
        "    Only this command uses it, so that newsgen is installed without it.\n"
        '    Install it: pip install "newsgen[serve]"'
    )


def test_a_command_without_its_extra_says_so_and_ends() -> None:
    script = "import sys; sys.modules['uvicorn'] = None; from newsgen.cli import main; main(['serve'])"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr == (
        "newsgen serve: needs what is not installed: uvicorn\n"
        "    Only this command uses it, so that newsgen is installed without it.\n"
        '    Install it: pip install "newsgen[serve]"\n'
        "1 problem: nothing is served.\n"
    )
