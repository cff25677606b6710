"""A command loads what it uses: the libraries of a build that has something to do take most of its start."""

import json
import subprocess
import sys

import pytest

from newsgen.build.build import build_site
from tests.support.site_builder import SiteBuilder

pytestmark = pytest.mark.long

# What reads settings, articles and templates, and what they are written with.
BUILDING = {"PIL", "babel", "jinja2", "markdown_it", "multiprocessing", "nh3", "pydantic", "slugify", "yaml"}
PUBLISHING = {"asyncio", "asyncssh", "obstore", "rich", "ssl"}
READING_PASTED = {"newsgen.sources.pasted", "newsgen.sources.exports", "newsgen.sources.email_message"}
# Runs commands in one process, and says after each what is loaded.
SCRIPT = """
import json, sys
from pathlib import Path
from newsgen.cli import main
root, target = sys.argv[1:]
loaded = {}
def run(name, *command):
    try:
        main(command, standalone_mode=False)
    finally:
        loaded[name] = sorted(sys.modules)
run("version", "--version")
run("build", "build", "--root", root, "--quiet")
run("publish", "publish", target, "--root", root, "--dry-run", "--quiet")
Path(root, "articles/a.md").write_text("# A\\n\\nAnother text.\\n")
run("edit", "build", "--root", root, "--workers", "1", "--quiet")
print(json.dumps(loaded))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The modules that are loaded after each of some commands, which work on a built site of one article."""
    root = tmp_path_factory.mktemp("start")
    SiteBuilder(root).article("a.md")
    build_site(root)
    command = [sys.executable, "-c", SCRIPT, str(root), str(root.with_name("target"))]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return {name: set(modules) for name, modules in json.loads(done.stdout.splitlines()[-1]).items()}


def test_the_version_is_told_without_any_library_of_a_build(loaded: dict[str, set[str]]) -> None:
    assert loaded["version"] & (BUILDING | PUBLISHING | {"newsgen.build", "sqlite3", "email"}) == set()


def test_a_build_with_nothing_to_do_loads_no_library_of_another(loaded: dict[str, set[str]]) -> None:
    assert loaded["build"] & (BUILDING | PUBLISHING | {"newsgen.settings.site", "email"}) == set()


def test_a_publication_of_nothing_loads_the_libraries_of_settings_alone(loaded: dict[str, set[str]]) -> None:
    assert loaded["publish"] & (BUILDING | PUBLISHING) == {"pydantic", "yaml"}


def test_a_build_of_markdown_does_without_what_reads_pasted_texts(loaded: dict[str, set[str]]) -> None:
    assert "jinja2" in loaded["edit"]
    assert loaded["edit"] & (PUBLISHING | READING_PASTED | {"PIL"}) == set()
