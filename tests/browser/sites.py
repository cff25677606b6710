"""The sample site as the browser tests meet it, left-to-right and right-to-left, and one page of every kind.

Both sites have the repository's articles and three more: two in which everything occurs that a story can hold, and one
that was withdrawn. Small sheets give them listings of several sheets.
"""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from newsgen.build.build import build_site
from tests.support.sample import copy_sample, keep_images
from tests.support.tiers import tiers

EXTRA = Path(__file__).parent / "articles"

SETTINGS: dict[str, dict[str, object]] = {
    "ltr": {"sheet_size": 5},
    "rtl": {"sheet_size": 5, "language": "ar", "title": "بريد بورت إليري"},
}


# Parameters of a test of either site: the second one is built before a change lands only.
DIRECTIONS = tiers(SETTINGS, always=1, long=1)


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
    "words": Kind("words/index.html", r"words/index\.html"),
    "missing": Kind("404.html", r"404\.html"),
    "tombstone": Kind("withdrawn/keeper.html", r"withdrawn/.+\.html"),
}
EVERYTHING = {
    "ltr": "2024/11/harbour-office-publishes-the-whole-of-its-tide-tables-with-every.html",
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


# Where the other direction could make a difference.
SIDEWAYS = {"front", "everything", "foreign", "year", "years", "search"}
LTR = [place for place in PLACES if place.direction == "ltr"]


def as_parameters(always: Iterable[Place], long: Iterable[Place] = ()) -> list[Any]:
    """Parameters of a test that looks at pages: those of each time, and those of `-m long`."""
    return [
        *(pytest.param(place, id=f"{place.direction}-{place.kind}") for place in always),
        *(pytest.param(place, id=f"{place.direction}-{place.kind}", marks=pytest.mark.long) for place in long),
    ]


# Where most readers are is looked at each time, and every other page before a change lands.
EACH_TIME = [place for place in LTR if place.kind in ("front", "story")]
EVERY_PLACE = as_parameters(EACH_TIME, (place for place in PLACES if place not in EACH_TIME))
EVERY_LTR_PLACE = as_parameters(EACH_TIME, (place for place in LTR if place not in EACH_TIME))


def kind_of(file: str) -> str:
    """The one kind that a page is of."""
    (kind,) = [name for name, kind in KINDS.items() if re.fullmatch(kind.pattern, file)]
    return kind


def pages_of(folder: Path) -> list[str]:
    """Every page of a built site by its place in it."""
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))


def build_site_of(root: Path, direction: str) -> Path:
    """The output of the site of a direction; one that is built already stays as it is."""
    if not (root / "articles").exists():
        copy_sample(root)
        shutil.copytree(EXTRA, root / "articles" / "extra")
        sample = yaml.safe_load((root / "site.yaml").read_text(encoding="utf-8"))
        settings = yaml.safe_dump({**sample, **SETTINGS[direction]}, allow_unicode=True)
        (root / "site.yaml").write_text(settings, encoding="utf-8")
    build_site(root)
    keep_images(root)
    return root / "public"
