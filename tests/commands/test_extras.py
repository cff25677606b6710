"""A missing library is named with the command that installs it."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsgen.commands.extras import require_extra
from newsgen.errors import NewsgenError
from tests.support.photographs import save
from tests.support.site_builder import SiteBuilder

# The libraries that extras alone install.
OPTIONAL = "asyncssh brotli distributed obstore pillow_heif selectolax starlette uvicorn watchfiles zstandard".split()


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


def test_a_site_is_built_without_any_extra(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    site.article("a.md", "![Quay](quay.jpg)\n\n![Map](map.svg)\n\n[Tides](tides.html).")
    site.write("articles/b.txt", "The ferry returns\n\nBy Ada Quill\n12 March 2019\n\nIt came back at noon.\n")
    save(tmp_path / "articles/quay.jpg")
    site.write("articles/map.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    site.write("articles/tides.html", "<p>High at nine.")
    script = f"import sys; sys.modules.update(dict.fromkeys({OPTIONAL})); from newsgen.cli import main; main()"
    command = [sys.executable, "-c", script, "build", "--root", str(tmp_path), "--workers", "1"]
    result = subprocess.run(command, capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (0, "")
