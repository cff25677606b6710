"""The package's public interface: its example runs, it loads nothing early, and type checkers see it."""

import doctest
import os
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

import newsgen
from newsgen import NewsgenError, read_article
from newsgen.commands.init.starter import create_site
from tests.support.paths import ROOT

SCRIPT = """
from pathlib import Path

import newsgen
from newsgen import Article, BuildOptions, NewsgenError, build_site, read_article


def headline_of(file: str) -> str:
    try:
        article: Article = read_article(file)
    except NewsgenError as error:
        return error.problems[0].message
    return article.headline


articles: int = build_site(Path("my-archive"), BuildOptions(clean=True)).articles
version: str = newsgen.__version__
reveal_type(read_article(Path("a.txt")).byline)
"""


def test_the_example_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create_site(tmp_path / "my-archive")
    monkeypatch.chdir(tmp_path)
    result = doctest.testmod(newsgen)
    assert result.attempted
    assert not result.failed


@pytest.mark.parametrize("name", newsgen.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    public = getattr(newsgen, name)
    assert name == "__version__" or public.__doc__


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="module 'newsgen' has no attribute 'build_sight'"):
        getattr(newsgen, "build_sight")  # noqa: B009 - mypy knows that it is not there


def test_importing_the_package_loads_its_version_only() -> None:
    script = "import sys, newsgen; print(sorted(name for name in sys.modules if name.startswith('newsgen')))"
    result = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout == "['newsgen', 'newsgen.version']\n"


def test_a_draft_is_no_article(tmp_path: Path) -> None:
    draft = tmp_path / "ferry.md"
    draft.write_text("---\nheadline: Ferry returns\ndraft: true\n---\nIt is back.\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as raised:
        read_article(draft)
    assert str(raised.value) == (
        f"{draft}: is left out: draft\n"
        "    No build publishes it.\n"
        "    Take away the key, the folder or the sign in its name that says so."
    )


@pytest.mark.long
def test_mypy_checks_a_script_against_the_installed_package(tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path))
    venv.create(tmp_path / "venv")
    (packages,) = (tmp_path / "venv").glob("[Ll]ib/**/site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    (python,) = [file for file in (tmp_path / "venv").glob("*/python*") if file.stem == "python"]
    (tmp_path / "notebook.py").write_text(f"{SCRIPT}newsgen.build_sight\n", encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--python-executable", str(python), "notebook.py"]
    # A checkout in PYTHONPATH would stand in for what is installed.
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "MYPYPATH")}
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env=environment)
    line = SCRIPT.count("\n")
    assert result.stdout == (
        f'notebook.py:{line}: note: Revealed type is "tuple[str, ...]"\n'
        f'notebook.py:{line + 1}: error: Module has no attribute "build_sight"; maybe "build_site"?  [attr-defined]\n'
        "Found 1 error in 1 file (checked 1 source file)\n"
    )


def test_every_public_name_is_on_its_page() -> None:
    page = (ROOT / "docs/python.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `newsgen\.(\w+)", page, re.MULTILINE))
    assert named == set(newsgen.__all__) - {"__version__"}
