"""The article pages of the Web Content Extraction Benchmark (WCXB), as published or with their texts beside them.

WCXB 1.0 is by Murrough Foley, 2026: https://github.com/Murrough-Foley/web-content-extraction-benchmark, with the DOI
10.5281/zenodo.19316874. Its truth is under CC BY 4.0; the pages belong to their sites. Its folder `dev` has the pages
in `html`, perhaps compressed, and their truth in `ground-truth`. A folder `truth` may hold the inner objects of these
files alone.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

# The pages that are read and the SHA-256 of their texts, so that others can tell whether theirs are the same.
DIGESTS = Path(__file__).with_name("wcxb_texts.tsv")


class Truth(NamedTuple):
    """What a page says: empty strings stand for what the data set does not know."""

    headline: str
    byline: str
    published: str
    body: str


def page_ids() -> list[str]:
    """The numbers of the pages, in order."""
    return list(digests())


def digests() -> Mapping[str, str]:
    """The digest of the text of each page."""
    rows = DIGESTS.read_text(encoding="utf-8").splitlines()
    return dict(tuple(row.split("\t")) for row in rows if not row.startswith("#"))  # type: ignore[misc]


def digest_of(text: str) -> str:
    """The first sixteen digits of a text's SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def read_page(folder: Path, number: str) -> bytes:
    """The HTML of a page in the folder `dev`."""
    plain = folder / "html" / f"{number}.html"
    return plain.read_bytes() if plain.exists() else gzip.decompress(plain.with_name(f"{number}.html.gz").read_bytes())


def read_truth(folder: Path, number: str) -> Truth:
    """The truth of a page in the folder `dev`."""
    inner = folder / "truth" / f"{number}.json"
    found: dict[str, Any] = (
        json.loads(inner.read_text(encoding="utf-8"))
        if inner.exists()
        else json.loads((folder / "ground-truth" / f"{number}.json").read_text(encoding="utf-8"))["ground_truth"]
    )
    fields = ("title", "author", "publish_date", "main_content")
    return Truth(*(found.get(field) or "" for field in fields))


def read_site(folder: Path, number: str) -> str:
    """The host of a page in the folder `dev`, without "www."."""
    inner = folder / "truth" / f"{number}.json"
    file = inner if inner.exists() else folder / "ground-truth" / f"{number}.json"
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return (urlsplit(found["url"]).hostname or "").removeprefix("www.")


def read_texts(file: Path) -> Iterator[tuple[str, str]]:
    """The number and the text of each page in a file that `benchmarks.reading.render_wcxb` wrote."""
    with gzip.open(file, "rt", encoding="utf-8") as rows:
        for row in rows:
            page = json.loads(row)
            yield page["id"], page["text"]
