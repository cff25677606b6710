"""The sample site as the browser tests meet it, left-to-right and right-to-left, and one page of every kind.

Both sites have the repository's articles and three more: two in which everything occurs that a story can hold, and one
that was withdrawn. Small sheets give them listings of several sheets.
"""

import fcntl
import re
import shutil
from pathlib import Path
from typing import NamedTuple

import yaml

from newsgen.build.build import build_site
from tests.support.paths import ROOT
from tests.support.sample import copy_sample

EXTRA = Path(__file__).parent / "articles"

SETTINGS: dict[str, dict[str, object]] = {
    "ltr": {"sheet_size": 5},
    "rtl": {"sheet_size": 5, "language": "ar", "title": "بريد بورت إليري"},
}


class Place(NamedTuple):
    """A page that is looked at: the direction of its site, its kind, its file, and the server that has it."""

    direction: str
    kind: str
    file: str
    server: str = ""

    @property
    def address(self) -> str:
        """Where the page is served."""
        return self.server + self.file


class Kind(NamedTuple):
    """A kind of page: an example of it that both sites have, and the pattern of all pages of the kind."""

    file: str
    pattern: str


KINDS = {
    "front": Kind("index.html", r"index\.html"),
    "story": Kind(
        "2024/11/ten-years-after-the-fire-the-stage-door-stays-open.html",
        r"(\d{4}(/\d\d)?|undated)/(?!index\.|sheet-)[^/]+\.html",
    ),
    "section": Kind("sections/harbour.html", r"sections/(?!index\.)[^/]+\.html"),
    "sheet": Kind("sections/harbour/sheet-1.html", r".+/sheet-\d+\.html"),
    "tag": Kind("tags/tide-mill.html", r"tags/(?!index\.)[^/]+\.html"),
    "author": Kind("authors/maren-tolliver.html", r"authors/(?!index\.)[^/]+\.html"),
    "day": Kind("2024/11/13/index.html", r"\d{4}/\d\d/\d\d/index\.html"),
    "month": Kind("2024/11/index.html", r"\d{4}/\d\d/index\.html"),
    "year": Kind("2024/index.html", r"\d{4}/index\.html"),
    "years": Kind("archive.html", r"archive\.html"),
    "anniversaries": Kind("on-this-day/index.html", r"on-this-day/index\.html"),
    "anniversary": Kind("on-this-day/11-13.html", r"on-this-day/\d\d-\d\d\.html"),
    "undated": Kind("undated/index.html", r"undated/index\.html"),
    "sections": Kind("sections/index.html", r"sections/index\.html"),
    "groups": Kind("tags/index.html", r"(tags|authors)/index\.html"),
    "search": Kind("search.html", r"search\.html"),
    "missing": Kind("404.html", r"404\.html"),
    "tombstone": Kind("withdrawn/keeper.html", r"withdrawn/.+\.html"),
}
EVERYTHING = {
    "ltr": "2024/11/harbour-office-publishes-the-whole-of-its-tide-tables-with-every-that.html",
    "rtl": "2024/11/mktb-almina-ynshr-jdawl-almdu-waljzr-kamlaan-ma-kl-tshih-aulsq-fuqha.html",
}
# Every page that is looked at.
PLACES = [
    Place(direction, kind, file)
    for direction in SETTINGS
    for kind, file in [
        *((kind, example.file) for kind, example in KINDS.items()),
        ("everything", EVERYTHING[direction]),
        # A story whose direction is not its site's.
        ("foreign", EVERYTHING["rtl" if direction == "ltr" else "ltr"]),
    ]
]


def name_place(place: Place) -> str:
    """How a test is named by the page that it looks at."""
    return f"{place.direction}-{place.kind}"


def kind_of(file: str) -> str:
    """The one kind that a page is of."""
    (kind,) = [name for name, kind in KINDS.items() if re.fullmatch(kind.pattern, file)]
    return kind


def pages_of(folder: Path) -> list[str]:
    """Every page of a built site by its place in it."""
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))


def build_sites(folder: Path) -> dict[str, Path]:
    """The built sites below a folder, by direction.

    Processes that share the folder come one after the other: the first one builds, the others find it built.
    """
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ltr = _build(folder / "ltr", SETTINGS["ltr"], ROOT)
        rtl = _build(folder / "rtl", SETTINGS["rtl"], folder / "ltr")
    return {"ltr": ltr, "rtl": rtl}


def _build(root: Path, settings: dict[str, object], lender: Path) -> Path:
    if not root.exists():
        root.mkdir()
        copy_sample(root, lender)
        shutil.copytree(EXTRA, root / "articles" / "extra")
        sample = yaml.safe_load((root / "site.yaml").read_text(encoding="utf-8"))
        (root / "site.yaml").write_text(yaml.safe_dump({**sample, **settings}, allow_unicode=True), encoding="utf-8")
    build_site(root)
    return root / "public"
