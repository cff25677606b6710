"""What is kept of each page of a source: where it stands, what tells its text from others, and its article."""

from __future__ import annotations

import pickle
import zlib
from typing import NamedTuple

from newsgen.errors import Problem
from newsgen.importers.html.page.reading import PageReading


class PageRow(NamedTuple):
    """A page of the source, by its number in the order of the captures.

    `address` and `label` are its capture's, `url` and `path` those of its `PageAddress`. `base` and `canonical` are
    what it declares, `captured` is the moment of its capture. `reason` says why it is no article, with its kind
    `name`; `target` is where it leads if it only leads on.
    """

    number: int
    address: str
    label: str
    url: str = ""
    path: str = ""
    base: str = ""
    canonical: str = ""
    captured: str = ""
    name: str = ""
    reason: str = ""
    target: str = ""


class SurveyedPage(NamedTuple):
    """What is kept of a page before it is read.

    `places` are the keys of the addresses at which it stands, `keys` those that copies share, `pager` those of the
    addresses to which it leads as other parts of its text. `schemes` are pairs of a host and the scheme by which it is
    named. `sample` is the site whose template may be learnt from it, and a digest that gives samples their order.
    """

    row: PageRow
    places: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    pager: tuple[str, ...] = ()
    schemes: tuple[tuple[str, str], ...] = ()
    sample: tuple[str, bytes] | None = None
    problems: tuple[Problem, ...] = ()


class TextSummary(NamedTuple):
    """What tells texts apart: the headline's letters, a digest of all letters, the number of words, and paragraphs.

    `marks` are the digests of long paragraphs, four bytes each.
    """

    headline: str
    digest: str
    words: int
    marks: bytes


class Membership(NamedTuple):
    """The article that a page belongs to, by the number of the page that leads it, and as what.

    `role` is "lead", "copy" or "part"; parts are in the order of `part`.
    """

    number: int
    lead: int
    part: int
    role: str


class ReadPage(NamedTuple):
    """What was read of a page: its site and what that calls itself, why it is no article, or else all of it, packed.

    `why` is its kind and the reason. `is_declared` tells whether it says itself that it is an article.
    """

    number: int
    host: str
    site_name: str
    why: tuple[str, str] | None
    summary: TextSummary
    is_dated: bool = False
    is_declared: bool = False
    reading: bytes = b""


def pack_reading(reading: PageReading) -> bytes:
    """What was read of a page, in few bytes."""
    return zlib.compress(pickle.dumps(reading), 1)


def unpack_reading(packed: bytes) -> PageReading:
    """What was read of a page."""
    reading: PageReading = pickle.loads(zlib.decompress(packed))
    return reading
