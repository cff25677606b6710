"""The order in which files go up, so that at every moment each link of the site that is served leads to a file.

New files come first, then changed ones, which may link to them, and deletions last: as a build writes them. Of each,
what pages are made of comes before stories, stories before the listings that link to them, and feeds and sitemaps, by
which others learn of a page, come last of all. A front page that is new is the door to everything, and ends the first
step; after it come only the parts of the manifest, which nobody reads before the manifest has come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsgen.archive.targets import kind_of
from newsgen.output.manifest import ManifestEntry, is_part
from newsgen.record.paths import INDEX

# By the kinds of targets; those of groups are listings.
_RANKS = {
    **dict.fromkeys(("asset", "theme", "comments", "search-file"), 0),
    "article": 1,
    **dict.fromkeys(("data", "feed"), 4),
    **dict.fromkeys(("sitemap", "robots"), 5),
}
_LISTING, _OTHER, _DOOR, _PART = 2, 3, 6, 7


def in_upload_order(entries: Iterable[ManifestEntry], kind_of_file: Callable[[str], str]) -> list[ManifestEntry]:
    """The files in the order in which to send them; `kind_of_file` gives the kind of a file's target, or ""."""
    return sorted(entries, key=lambda entry: (upload_rank(entry.file, kind_of_file(entry.file)), entry.file))


def upload_rank(file: str, kind: str) -> int:
    """The step in which a file goes up; all files of a step may go at once."""
    if is_part(file):
        return _PART
    if file == INDEX:
        return _DOOR
    if kind in _RANKS:
        return _RANKS[kind]
    return _LISTING if kind and kind_of(kind).rank == 1 else _OTHER
