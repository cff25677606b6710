"""The page "About this archive": what site.yaml says of it, and a log of what was taken down, without any name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.targets import Target
from newsgen.pages.page import Page, View, viewed_page
from newsgen.record.dates import PartialDate, parse_date
from newsgen.settings.about import AboutSettings
from newsgen.settings.site import Site

ABOUT_FILE = "about-this-archive.html"
_MAIL = re.compile(r"[^@\s<>()]+@[^@\s<>()]+\.[^@\s<>()]+")


class AboutText(NamedTuple):
    """A line of the page, and where it leads: "" for one that is no address."""

    text: str
    href: str


class LoggedTakedowns(NamedTuple):
    """How many articles were taken down in one way on a date (None: the articles do not say when).

    `kind` is "withdrawn", "removed" or "anonymised".
    """

    date: PartialDate | None
    kind: str
    articles: int


def plan_about(archive: Archive, site: Site) -> Iterator[Page]:
    """The page; none where site.yaml says nothing of the archive."""
    if site.about:
        yield viewed_page(ABOUT_FILE, "about.html", Target("about"), partial(_about_view, site.about, archive))


def _about_view(about: AboutSettings, archive: Archive) -> View:
    return {
        "holder": about.holder,
        "contact": _linked(about.contact),
        "since": parse_date(about.since) if about.since else None,
        "copies": [_linked(copy) for copy in about.copies],
        "renewal": parse_date(about.renew_domain) if about.renew_domain else None,
        "policy": _linked(about.policy),
        "takedowns": tuple(_logged(archive)),
    }


def _logged(archive: Archive) -> Iterator[LoggedTakedowns]:
    """The log, the newest first; those without a date come last."""
    for date, kind, articles in archive.takedowns():
        yield LoggedTakedowns(parse_date(date) if date else None, kind, articles)


def _linked(text: str) -> AboutText:
    if text.startswith(("https://", "http://")) and not re.search(r"\s", text):
        return AboutText(text, text)
    return AboutText(text, f"mailto:{text}" if _MAIL.fullmatch(text) else "")
