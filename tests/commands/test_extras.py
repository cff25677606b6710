"""A missing library is named with the command that installs it."""

import subprocess
import sys

import pytest

from newsgen.commands.extras import require_extra
from newsgen.errors import NewsgenError


def test_installed_libraries_are_no_problem() -> None:
    require_extra("serve", "serve", ("json", "click"))


def test_missing_libraries_are_named_with_the_extra_to_install() -> None:
    with pytest.raises(NewsgenError) as failed:
        require_extra("serve", "serve", ("no_such_library", "json", "nor_this"))
    assert str(failed.value) == (
        "newsgen serve: needs what is not installed: no_such_library, nor_this\n"
        "    Only this command uses it, so that newsgen is installed without it.\n"
        '    Install it: pip install "newsgen[serve]"'
    )


def test_a_command_without_its_extra_ends_with_the_problem() -> None:
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
