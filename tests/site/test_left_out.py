"""Texts of which words are left out without a reason are told by every build, and by a check."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.cli import main

# A page with a list below its last paragraph that no rule knows, and then the site's own lines.
PARAGRAPHS = "".join(
    f"The ferry came back to the Salt Quay on day {number} of her voyage with eleven cars and a horse box aboard.\n\n"
    for number in range(4)
)
LIST = "".join(f"{crew} of the Salt Quay and of the island\n" for crew in ("Ada", "Ben", "Cora", "Dov", "Eli", "Fay"))
SITE = "Share\n\nComments\n\nRelated articles\n\nThe mill is to be rebuilt in the spring\n"
INCOMPLETE = f"Ferry returns to the quay\n\nBy Ada Quill\n\n{PARAGRAPHS}{LIST * 3}{SITE}"
NOTE = "1 text left out more than a tenth of its words: newsgen inspect articles/ferry.txt"


def run(command: str, root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, [command, "--root", str(root), *options])


def left_out(root: Path) -> list[str]:
    files: list[str] = json.loads(run("build", root, "--json").stdout)["left_out"]
    return files


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "ferry.txt").write_text(INCOMPLETE, encoding="utf-8")
    (folder / "mill.txt").write_text(f"The mill returns\n\n{PARAGRAPHS}{SITE}", encoding="utf-8")
    return tmp_path


def test_a_build_tells_them_also_when_nothing_changed(site: Path) -> None:
    for is_first in (True, False):
        result = run("build", site)
        assert result.exit_code == 0
        lines = result.stdout.splitlines()
        assert (lines[0].startswith("0 written"), lines[-1]) == (not is_first, NOTE)
    assert left_out(site) == ["articles/ferry.txt"]


@pytest.mark.parametrize("key", ["withdrawn: It was wrong.", "draft: true"])
def test_what_is_not_published_is_not_told(site: Path, key: str) -> None:
    (site / "articles" / "ferry.txt").write_text(f"---\n{key}\n---\n{INCOMPLETE}", encoding="utf-8")
    assert left_out(site) == []


def test_a_text_is_no_longer_told_when_its_lines_are_named(site: Path) -> None:
    run("build", site)
    (site / "site.yaml").write_text(f"chrome: {json.dumps(sorted(set(LIST.splitlines())))}\n", encoding="utf-8")
    assert left_out(site) == []


def test_a_check_finds_them_with_their_lines(site: Path) -> None:
    found = json.loads(run("check", site, "--json", "--only", "left-out").stdout)["found"]
    assert [(one["path"], one["line"], one["message"]) for one in found] == [
        ("articles/ferry.txt", 13, "leaves out 162 of 250 words (lines 13-30)")
    ]
