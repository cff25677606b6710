"""Names in `feeds:` that nothing in the archive has: they are told before anything is written.

A slip would leave out a feed that was asked for, and nobody would see it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from newsgen.archive.archive import NAMED_GROUPS, Archive
from newsgen.archive.groups import normalised_name
from newsgen.errors import NewsgenError, Problem, did_you_mean
from newsgen.output.register import planned_file_at
from newsgen.pages.redirects import _file_of, _is_whole
from newsgen.record.paths import case_folded_path
from newsgen.settings.site import FILE, Site


def check_feed_names(archive: Archive, site: Site) -> None:
    """Raise BuildFailed with every section, tag or author that shall have a feed and has no article.

    A section that site.yaml lists may be empty still.
    """
    problems = [
        _unknown(kind, name, archive) for kind in NAMED_GROUPS for name in _without_articles(kind, archive, site)
    ]
    if problems:
        raise NewsgenError(problems)


def _without_articles(kind: str, archive: Archive, site: Site) -> Iterator[str]:
    names: str | tuple[str, ...] = getattr(site.feeds, kind)
    expected = {normalised_name(name) for name in site.sections} if kind == "sections" else ()
    for name in () if isinstance(names, str) else names:
        if archive.group(kind, normalised_name(name)) is None and normalised_name(name) not in expected:
            yield name


def _unknown(kind: str, name: str, archive: Archive) -> Problem:
    known = (group.name for group in archive.groups(kind))
    return Problem(
        FILE,
        0,
        f'feeds.{kind} names "{name}", which no article has.{did_you_mean(name, known)}',
        "Its feed was asked for, and would not be there.",
        f"Correct the name, or take it out of feeds.{kind}.",
    )


def check_redirects(state: sqlite3.Connection, site: Site) -> None:
    """Raise BuildFailed for every redirect of site.yaml to a page that the site does not have."""
    wrong = [
        (old, new)
        for old, new in site.redirects.items()
        if not _is_whole(new) and not planned_file_at(state, case_folded_path(_file_of(new)))
    ]
    if wrong:
        raise NewsgenError(
            Problem(
                FILE,
                0,
                f"redirects lead from {old} to {new}, which the archive does not have",
                "Readers would be led from one missing page to another.",
                "Write an address that the archive has, such as /sections/news.html, or a whole one with https://.",
            )
            for old, new in wrong
        )
