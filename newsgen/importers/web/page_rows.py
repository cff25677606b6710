"""What is kept of each page of a source: where it stands, what tells its text from others, and its article."""

from __future__ import annotations

from typing import NamedTuple


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
