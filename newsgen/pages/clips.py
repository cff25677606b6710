"""One page with all articles of an author, to be printed or saved as PDF: a list with proof, then each in full."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from newsgen.archive.archive import Archive
from newsgen.archive.targets import Target
from newsgen.pages.page import Page, Read, View, without_texts
from newsgen.pages.story import story_view
from newsgen.settings.site import Site

PAGE_FILE, STYLE_FILE = "clips.html", "clips.css"
# Where a body names its own places: two articles may have the same.
_NAMES = re.compile(r'( (?:id|aria-labelledby|aria-describedby|for)=")([^"]+)"')
_PLACES = re.compile(r'( href="#)([^"]+)"')


def plan_clips(names: Sequence[str], archive: Archive, site: Site) -> Iterator[Page]:
    """The page of all listed articles of an archive, by whom they are in `names`, and its stylesheet."""
    view = partial(_clips_view, names, archive, site)
    yield Page(PAGE_FILE, "clips.html", Target("clips"), bytes, view)
    yield Page(STYLE_FILE, "clips.css", Target("clips"), bytes, without_texts(dict))


def _clips_view(names: Sequence[str], archive: Archive, site: Site, read: Read) -> View:
    cards = archive.newest(archive.count())
    stories = [_story(card.path, f"{number}.", archive, site, read) for number, card in enumerate(cards, 1)]
    return {"names": tuple(names), "stories": stories, "media": {kind for story in stories for kind in story["media"]}}


def _story(path: str, prefix: str, archive: Archive, site: Site, read: Read) -> dict[str, Any]:
    """The view of a story whose places are told from those of the others by a prefix, without its comments."""
    view = dict(story_view(path, archive, site, read, ""))
    return {**view, "body": prefix_places(view["body"], prefix), "prefix": prefix, "comments": (), "comment_count": 0}


def prefix_places(body: str, prefix: str) -> str:
    """A body's HTML whose ids, and links to them, begin with a prefix."""
    named = _NAMES.sub(lambda found: f'{found[1]}{" ".join(prefix + one for one in found[2].split())}"', body)
    return _PLACES.sub(lambda found: f'{found[1]}{prefix}{found[2]}"', named)
