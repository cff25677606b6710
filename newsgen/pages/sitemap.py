"""The sitemap (sitemaps.org, version 0.9), for a site whose address is known: the protocol demands whole URLs.

A file holds 50,000 addresses at most. A larger archive has an index at the same place, which names parts that are
numbered from the oldest, so that all but the last stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsgen.archive import Archive
from newsgen.config import Site
from newsgen.dates import PartialDate
from newsgen.digest import digest_of
from newsgen.entry import date_of
from newsgen.pages.page import Page, View

FILE = "sitemap.xml"
_MOST = 50_000


def plan_sitemap(archive: Archive, site: Site) -> Iterator[Page]:
    """The sitemap of the front page and all stories; none where site.yaml has no `url`."""
    if not site.url:
        return
    count = archive.count()
    if count < _MOST:
        yield _plan_part(FILE, archive, 0, with_front=True)
        return
    parts = tuple(f"sitemap-{number}.xml" for number in range(1, -(-count // _MOST) + 1))
    for number, part in enumerate(parts):
        yield _plan_part(part, archive, number * _MOST, with_front=False)
    yield Page(FILE, "sitemap_index.xml", "sitemap:", partial(digest_of, parts), partial(dict, parts=parts))


def _plan_part(file: str, archive: Archive, start: int, with_front: bool) -> Page:
    return Page(
        file,
        "sitemap.xml",
        "sitemap:",
        lambda: digest_of(with_front, tuple(archive.between(start, _MOST))),
        partial(_stories_view, archive, start, with_front),
    )


def _stories_view(archive: Archive, start: int, with_front: bool) -> View:
    stories = [
        (permalink, _changed(date_of(updated) or date_of(published)))
        for permalink, published, updated in archive.between(start, _MOST)
    ]
    return {"stories": stories, "with_front": with_front}


def _changed(date: PartialDate | None) -> str:
    """A date for W3C's format, which needs no more than what is known, so that a year stays a year."""
    if not date:
        return ""
    return date.instant() if date.clock else str(date)
