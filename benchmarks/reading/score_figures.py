"""Score how many captioned pictures of saved pages come over with their captions: each caption with the right picture.

    python -m benchmarks.reading.score_figures FOLDER [--without]

FOLDER holds the pages of `figures.tsv` as ID.html. The table has a line for each `figcaption` of 100 news pages, read
by hand on 2026-11-28: the page, digests of the caption's letters and digits and of the file names of the pictures
beside it, and whether it belongs to the page's article. Captions beside no picture are no part of it.
`--without` lists the captions that do not come over, and those of other articles that do.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from benchmarks.reading.scores import letters_of
from newsgen.importers.html.page.read import read_page
from newsgen.importers.web.page_text import read_page_text

TABLE = Path(__file__).parent / "figures.tsv"
_NAMES = re.compile(r"[^/?#\s\"',]+\.(?:jpe?g|png|webp|gif|avif)", re.IGNORECASE)
_ADDRESSES = ("src", "srcset", "data-src", "data-srcset", "data-original", "data-lazy-src", "content", "href")


class Figure(NamedTuple):
    """A caption of a page by digests: its text, the names of its pictures' files, and whether it is the article's."""

    caption: str
    pictures: frozenset[str]
    is_own: bool


def digest(text: str) -> str:
    """A short digest of a text."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def digest_of_caption(text: str) -> str:
    """The digest of a caption by its letters and digits."""
    return digest(letters_of(text))


def picture_names(node: LexborNode) -> frozenset[str]:
    """The digests of the file names of all pictures in an element."""
    values = [
        value
        for part in node.css("img, source, a, amp-img")
        for name in _ADDRESSES
        if (value := part.attributes.get(name))
    ]
    return frozenset(digest(name.lower()) for value in values for name in _NAMES.findall(value))


def read_table() -> dict[str, list[Figure]]:
    """The figures of each page."""
    found: dict[str, list[Figure]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        page, caption, pictures, own = line.split("\t")
        found.setdefault(page, []).append(Figure(caption, frozenset(pictures.split()), own == "yes"))
    return found


def figures_of(html: str) -> dict[str, frozenset[str]]:
    """The captions that an import of a page keeps, with the names of the pictures beside them."""
    body = LexborHTMLParser(read_page(html).body_html)
    kept: dict[str, frozenset[str]] = {}
    for caption in body.css("figcaption"):
        figure = caption.parent
        while figure is not None and figure.tag != "figure":
            figure = figure.parent
        names = picture_names(figure) if figure is not None else frozenset()
        key = digest_of_caption(caption.text(deep=True, separator=" "))
        kept[key] = kept.get(key, frozenset()) | names
    return kept


def _outcomes(folder: Path) -> Iterator[tuple[str, Figure, str]]:
    for page, figures in read_table().items():
        kept = figures_of(read_page_text((folder / f"{page}.html").read_bytes(), "", page))
        for figure in figures:
            if figure.caption not in kept:
                yield page, figure, "lost"
            else:
                is_right = bool(kept[figure.caption] & figure.pictures) or not figure.pictures
                yield page, figure, "right" if is_right else "without its picture"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Score how captioned pictures of saved pages come over.")
    parser.add_argument("folder", type=Path, help="the folder of the pages")
    parser.add_argument("--without", action="store_true", help="list what is not right")
    arguments = parser.parse_args()
    rows = list(_outcomes(arguments.folder))
    own = [outcome for _, figure, outcome in rows if figure.is_own]
    others = [outcome for _, figure, outcome in rows if not figure.is_own]
    print(f"{len(own)} captions of articles:", ", ".join(f"{name} {own.count(name)}" for name in sorted({*own})))
    print(f"right {100 * own.count('right') / len(own):.1f} %")
    print(f"{len(others)} captions of others, of which kept: {len(others) - others.count('lost')}")
    if arguments.without:
        for page, figure, outcome in rows:
            if (outcome != "right") == figure.is_own:
                print(page, figure.caption, "the article's" if figure.is_own else "other", outcome, sep="\t")


if __name__ == "__main__":
    main()
