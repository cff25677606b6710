"""The pages of the documentation: each is listed, says whom it is for, and all their links resolve."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from newsgen.text.markup.headings import make_anchor
from tests.support.paths import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
FILES = sorted([*ROOT.glob("*.md"), *PAGES, *ROOT.glob("benchmarks/*.md")])
INDEX = (DOCS / "README.md").read_text(encoding="utf-8")
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"(?<=\n\n)(?: {4,}.*\n|\n)+")
_CODE = re.compile(r"``.*?``|`[^`\n]*`")
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_HEADING = re.compile(r"^#{1,6} +(.+)$", re.MULTILINE)
_TARGET_ONLY = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def _name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def _prose(file: Path) -> str:
    """A page without its examples."""
    return _INDENTED.sub("", _FENCED.sub("", file.read_text(encoding="utf-8")))


def _anchors(file: Path) -> set[str]:
    """The ids that GitHub gives the headings of a page."""
    anchors: set[str] = set()
    for heading in _HEADING.findall(_prose(file)):
        anchor = name = make_anchor(_TARGET_ONLY.sub(r"\1", heading).replace("`", ""))
        number = 0
        while anchor in anchors:
            number += 1
            anchor = f"{name}-{number}"
        anchors.add(anchor)
    return anchors


LINKS = [
    pytest.param(file, target, id=f"{_name(file)} {target}")
    for file in FILES
    for target in dict.fromkeys(_LINK.findall(_CODE.sub("", _prose(file))))
    if not re.match(r"[a-z]+:", target)
]


@pytest.mark.parametrize(("file", "target"), LINKS)
def test_every_link_between_files_resolves(file: Path, target: str) -> None:
    path, _, anchor = unquote(target).partition("#")
    linked = (file.parent / path).resolve() if path else file
    assert linked.is_file()
    assert not anchor or anchor in _anchors(linked)


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_page_says_first_whom_it_is_for(page: Path) -> None:
    heading, first, *_ = page.read_text(encoding="utf-8").split("\n\n")
    assert heading.startswith("# ")
    assert re.fullmatch(r"For .+\.", first, re.DOTALL)


@pytest.mark.parametrize("page", [page for page in PAGES if page != DOCS / "README.md"], ids=_name)
def test_the_index_lists_every_page_in_a_line(page: Path) -> None:
    path = page.relative_to(DOCS).as_posix()
    assert re.search(rf"^\| \[{re.escape(path)}\]\({re.escape(path)}\) \| .+ \|$", INDEX, re.MULTILINE)
