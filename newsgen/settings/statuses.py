"""The statuses that keep an article out of the site, and the words of other systems for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator

PUBLISHED = "published"
# What only a private build shows: whole articles that their licence, or the newsroom, keeps from the public.
WITHHELD = "withheld"
# What may be known of an article that is not published. `underscored` is one whose file's name begins with "_".
Status = Literal[
    "published",
    "draft",
    "pending",
    "future",
    "private",
    "members",
    "protected",
    "hidden",
    "trash",
    "revision",
    "unpublished",
    "underscored",
    "withheld",
]
# WordPress, Ghost, Drupal, Joomla, Hexo, Nikola, Pelican and newsrooms each have their own words.
_WORDS: Mapping[str, str] = {
    PUBLISHED: "published,publish,public,live,online,posted,released,featured,visible,everyone,anyone,all,open,free,"
    "yes,true,on,1",
    "draft": "draft,drafts,auto draft,autodraft,wip,work in progress,in progress,unfinished,incomplete",
    "pending": "pending,pending review,review,in review,needs review,submitted",
    "future": "future,scheduled,queued,planned,embargo,embargoed",
    "private": "private,secret,confidential,internal,restricted",
    "members": "members,members only,paid,tiers,subscribers,premium,registered,only paid,only free,founding",
    "protected": "protected,password,password protected",
    "hidden": "hidden,unlisted",
    "trash": "trash,trashed,deleted,removed,bin,spam",
    "unpublished": "unpublished,not published,offline,disabled,inactive,rejected,no,false,off,0",
    "revision": "revision,autosave,inherit",
    "underscored": "underscored",
    WITHHELD: "withheld",
}
_GAP = re.compile(r"[\s_-]+")


def fold_word(word: str) -> str:
    """A word for a status as it is compared: small letters, and a space for "_" and "-"."""
    return _GAP.sub(" ", word).strip().casefold()


STATUS_OF_WORD: Mapping[str, str] = {word: status for status, words in _WORDS.items() for word in words.split(",")}


def _fold_words(statuses: Mapping[str, Status]) -> Mapping[str, Status]:
    return {fold_word(word): status for word, status in statuses.items()}


# What each word of another system means.
Statuses = Annotated[Mapping[str, Status], AfterValidator(_fold_words)]
