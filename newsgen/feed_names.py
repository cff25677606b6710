"""Names in `feeds:` that nothing in the archive has: they are told before anything is written.

A slip would leave out a feed that was asked for, and nobody would see it.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsgen.archive import NAMED, Archive
from newsgen.config import FILE, Site
from newsgen.errors import BuildFailed, Problem, suggest
from newsgen.groups import name_key


def check_feed_names(archive: Archive, site: Site) -> None:
    """Raise BuildFailed with every section, tag or author that shall have a feed and has no article.

    A section that site.yaml lists may be empty still.
    """
    problems = [_unknown(kind, name, archive) for kind in NAMED for name in _without_articles(kind, archive, site)]
    if problems:
        raise BuildFailed(problems)


def _without_articles(kind: str, archive: Archive, site: Site) -> Iterator[str]:
    names: str | tuple[str, ...] = getattr(site.feeds, kind)
    expected = {name_key(name) for name in site.sections} if kind == "sections" else ()
    for name in () if isinstance(names, str) else names:
        if archive.group(kind, name_key(name)) is None and name_key(name) not in expected:
            yield name


def _unknown(kind: str, name: str, archive: Archive) -> Problem:
    known = (group.name for group in archive.groups(kind))
    return Problem(
        FILE,
        0,
        f'feeds.{kind} names "{name}", which no article has.{suggest(name, known)}',
        "Its feed was asked for, and would not be there.",
        f"Correct the name, or take it out of feeds.{kind}.",
    )
