"""Folders of texts of one paper, to learn from: real ones of a pack, and articles set into the pages of others.

Of real papers few are known by more than a handful of texts. So articles whose parts are known are set into five
invented pages and into real ones: headline, byline and paragraphs of the page are replaced, and so are the headlines in
its lists, while its menus, boxes and buttons stay.
"""

from __future__ import annotations

import functools
import gzip
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.reading.pack import Case, read_pack
from benchmarks.reading.scores import Truth, accept
from newsgen.sources.pasted.line_features import features_of
from tests.support.chromes import WRITERS, Piece, make_pieces, page_of

CHROMES = 5
# A real page is used if it has so many paragraphs and no more lines than these.
_FEWEST_PARAGRAPHS, _MOST_LINES = 4, 400
_LONGEST_LINK, _SHORTEST_LINK = 140, 30


class Folder(NamedTuple):
    """The texts of one paper."""

    name: str
    cases: Sequence[Case]


def real_folders(pack: Path, form: str, fewest: int) -> Iterator[Folder]:
    """The publishers of a pack of whom at least so many texts are known in one form."""
    found: defaultdict[str, list[Case]] = defaultdict(list)
    for case in read_pack(pack, form):
        found[case.publisher].append(case)
    for publisher, cases in found.items():
        if len(cases) >= fewest:
            yield Folder(publisher, cases)


def invented_pieces(count: int) -> list[Piece]:
    """Articles without a source."""
    return make_pieces(count)


def pieces_of(corpus: Path, count: int) -> list[Piece]:
    """Articles of a corpus of JSON objects with `title`, `section` and `paragraphs`; writers and days are invented."""
    dice = random.Random(count)
    with gzip.open(corpus, "rt", encoding="utf-8") as rows:
        articles = [json.loads(row) for row in rows]
    chosen = dice.sample([article for article in articles if len(article["paragraphs"]) > 2], count)
    return [
        Piece(
            article["title"],
            article["section"][0].capitalize(),
            dice.choice(WRITERS),
            dice.randrange(1, 29),
            tuple(article["paragraphs"]),
        )
        for article in chosen
    ]


def in_chromes(pieces: Sequence[Piece], name: str) -> Iterator[Folder]:
    """A folder of the pieces in each of the five invented pages."""
    headlines = [piece.headline for piece in pieces]
    for chrome in range(CHROMES):
        cases = [Case(name, page_of(piece, chrome, headlines), _truth_of(piece, has_section=True)) for piece in pieces]
        yield Folder(f"{name}, page {chrome + 1}", cases)


def in_windows(
    pieces: Sequence[Piece], pack: Path, count: int, is_wanted: Callable[[str], bool] = bool
) -> Iterator[Folder]:
    """A folder of the pieces in each of some real whole windows with headline and byline, of different publishers.

    Only windows of publishers that are wanted are used.
    """
    publishers: set[str] = set()
    with gzip.open(pack, "rt", encoding="utf-8") as rows:
        for row in rows:
            page = json.loads(row)
            if page["publisher"] in publishers or not is_wanted(page["publisher"]) or not _is_usable(page):
                continue
            publishers.add(page["publisher"])
            texts = [_set_into(page, piece, pieces) for piece in pieces]
            pairs = zip(texts, pieces, strict=True)
            yield Folder(
                page["publisher"], [Case("", text, _truth_of(piece, has_section=False)) for text, piece in pairs]
            )
            if len(publishers) == count:
                return


def _is_usable(page: dict[str, Any]) -> bool:
    labels = page["labels"].get("page") or ""
    return (
        page["body_gt"] == "full"
        and labels.count("T") == 1
        and labels.count("A") == 1
        and labels.count("P") >= _FEWEST_PARAGRAPHS
        and len(labels) <= _MOST_LINES
        and bool(page["gt"].get("authors"))
        and any(name in _row(page, "A") for name in page["gt"]["authors"])
    )


def _row(page: dict[str, Any], label: str) -> str:
    return str(page["text"]["page"].split("\n")[page["labels"]["page"].index(label)])


def _set_into(page: dict[str, Any], piece: Piece, others: Sequence[Piece]) -> str:
    """The text of a window with another article in it, and other headlines in its lists."""
    dice = random.Random(f"{page['id']} {piece.headline}")
    rows: list[str] = []
    is_begun = False
    for row, label in zip(page["text"]["page"].split("\n"), page["labels"]["page"], strict=False):
        if label == "T":
            rows.append(piece.headline)
        elif label in "PH":
            rows += [] if is_begun else [line for paragraph in piece.body for line in (paragraph, "")][:-1]
            is_begun = True
        elif label != "D":
            shown = dice.choice(others).headline if label != "A" and _is_link(row) else row
            rows.append(_with_writer(shown, page["gt"]["authors"], piece.writer))
    return "\n".join(rows)


def _with_writer(row: str, authors: Sequence[str], writer: str) -> str:
    """A row in which every author of the page is the writer: many pages name them more than once."""
    return functools.reduce(lambda text, name: text.replace(name, writer), authors, row)


def _is_link(row: str) -> bool:
    """Whether a line looks like the headline of another article."""
    text = row.strip()
    if not _SHORTEST_LINK <= len(text) <= _LONGEST_LINK:
        return False
    here = features_of(text)
    return not (here.kind or here.sentence or here.dated)


def _truth_of(piece: Piece, has_section: bool) -> Truth:
    fields = {"headline": [piece.headline], "byline": [piece.writer]}
    if has_section:
        fields["section"] = [piece.section]
    return Truth(accept(fields), "\n".join(piece.body))
