"""The architecture page is true: the files that it names are there, and its table of rooms is the one that holds."""

import re

import pytest

from tests.support.paths import ROOT
from tests.test_architecture import MAY_IMPORT

PAGE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
NOW, COMING = PAGE.split("\n## Where coming work goes\n")
_ROW = re.compile(r"^\| \d+ \| `(\w+)(?:/|\.py)` \| [^|]+ \|([^|]*)\|$", re.MULTILINE)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`(\w+/[\w/]*(?:\.\w+)?)`", NOW))))
def test_every_file_and_folder_that_it_names_is_there(path: str) -> None:
    assert (ROOT / "newsgen" / path).exists() or (ROOT / path).exists()


def test_its_rooms_may_import_what_the_test_of_the_architecture_allows() -> None:
    rows: dict[str, set[str]] = {}
    for room, allowed in _ROW.findall(PAGE):
        rows[room] = set(rows) if "all above" in allowed else set(re.findall(r"\w+", allowed))
    assert rows == {room: set(allowed.split()) for room, allowed in MAY_IMPORT.items()}
