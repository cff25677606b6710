"""What an article asks of the ledger, and what of that it does not get."""

from __future__ import annotations

import hashlib
import os
import re
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Literal, NamedTuple, Protocol

from newsgen.archive.permalinks.urls import file_of, make_name_slug
from newsgen.record.names import safe_path
from newsgen.record.paths import case_folded_path, record_path

_BY_ID = "id:"
# An id that translations share, with the language of the article that it means.
_BY_SHARED_ID = re.compile(r"id@([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*):(.+)", re.DOTALL)
# What stands before the last name of a permalink, that name, and its ending.
_LAST_NAME = re.compile(r"(.*/)(?!index\.html?$)([^/]+?)((?:/index)?\.html?|/?)")
# An index page, where a pattern makes it of the headline "Index": of a month, or of the whole site.
_INDEX = re.compile(r"/(?:\d{4}/(?:\d\d/){0,2}|undated/)?index\.html")
# A name of two words or more: one word might be that of a page of newsgen's own, such as "index" or "2".
_WORDS = re.compile(r"(?=.*[^\W\d_]).*-.*")
# What a part of a permalink stands between; "" is its begin or end.
_EDGES = ("", "/", ".")
# The digits that tell two equal slugs apart.
_MARK = 6


class PermalinkClaim(NamedTuple):
    """An article that is there, and the permalinks that it asks for.

    `permalink` is what the site's pattern makes, or what the article declares: then it `is_explicit`. Only that, a
    declared slug, or a new pattern where it `is_renewed`, takes the place of a permalink that the article has already;
    a slug does not if one of `slugs`, which are the slug and what newsgen once made of it, is a part of that.

    `aliases` lead to it too, unless another article has them; so do `pattern_aliases`, which the site's patterns for
    old addresses make. `fingerprint` is of the opening of its text. Where another article has a permalink that is not
    explicit, a new one takes `longer`, which has more of its headline ("": none), or one of the `others`.

    Of articles that share an `id`, each in a `language` of its own, all but one `shares_id`: the ledger calls it by
    both.
    """

    path: str
    permalink: str
    is_explicit: bool = False
    slugs: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    pattern_aliases: tuple[str, ...] = ()
    id: str = ""
    fingerprint: str = ""
    longer: str = ""
    is_renewed: bool = False
    language: str = ""
    shares_id: bool = False

    @property
    def name(self) -> str:
        """What the ledger calls the article."""
        if not self.id:
            return self.path
        return shared_name(self.id, self.language) if self.shares_id else f"{_BY_ID}{self.id}"

    @property
    def asked(self) -> tuple[str, ...]:
        """All that it asks for, but for what a pattern of old addresses makes."""
        return (self.permalink, *self.aliases)

    @property
    def others(self) -> tuple[str, ...]:
        """What stands for a permalink that is not explicit where another article has it, the best first.

        The name of its file in the place of the slug, and a mark from its path, which nobody else has.
        """
        if self.is_explicit:
            return ()
        name = make_name_slug(PurePosixPath(record_path(self.path)).stem, self._style)
        mark = hashlib.sha256(os.fsencode(self.path)).hexdigest()[:_MARK]
        before, slug, after = self._parts()
        names = (name, f"{slug}-{mark}") if _WORDS.fullmatch(name) else (f"{slug}-{mark}",)
        made = (safe_path(f"{before}{one}{after}") for one in names)
        return tuple(one for one in made if one != self.permalink)

    @property
    def _style(self) -> Literal["ascii", "unicode"]:
        return "ascii" if self.permalink.isascii() else "unicode"

    def _parts(self) -> tuple[str, str, str]:
        """The permalink's slug, or the last name in its place, with what stands before and behind it."""
        for slug in self.slugs[:1] or (("index",) if _INDEX.fullmatch(self.permalink) else ()):
            before, separator, after = self.permalink.rpartition(f"/{slug}")
            if separator and after[:1] in ("", "/", "."):
                return f"{before}/", slug, after
        found = _LAST_NAME.fullmatch(self.permalink)
        return (found[1], found[2], found[3]) if found else ("/", "article", "/")

    @property
    def fallbacks(self) -> tuple[str, ...]:
        """What it takes where another article has its permalink, the best first."""
        return (self.longer, *self.others) if self.longer else self.others

    @property
    def rank(self) -> int:
        """The place of its permalink among those of new articles that ask for one; the lowest gets it.

        What a file declares comes before what a headline happens to make.
        """
        return 0 if self.is_explicit else 1 if self.slugs else 2

    def moves_from(self, permalink: str) -> bool:
        """Whether the article declares another address than one that it has; "/about" and "/about/" are one."""
        if self.is_explicit or self.is_renewed:
            return self.permalink.rstrip("/") != permalink.rstrip("/")
        return bool(self.slugs) and not any(_has_part(permalink, slug) for slug in self.slugs)


class UnmetClaim(NamedTuple):
    """An address that an article asks for and another has, or a page of newsgen's own: then it `is_reserved`."""

    path: str
    permalink: str
    is_alias: bool
    is_reserved: bool = False


class ReservedAddresses(Protocol):
    """The addresses that no article gets unless it declares them as its permalink."""

    def has(self, permalink: str) -> bool:
        """Whether a permalink is one of them."""
        ...

    def has_listing(self, permalink: str) -> bool:
        """Whether a permalink is that of a published listing, which no article gets at all."""
        ...

    def answers(self, alias: str) -> bool:
        """Whether another page answers an alias."""
        ...


@lru_cache(maxsize=10_000)
def address_key(permalink: str) -> str:
    """What the permalinks share that some file system answers with one file: "/Heron/" and "/heron"."""
    return case_folded_path(file_of(permalink))


def shared_name(own_id: str, language: str) -> str:
    """What the ledger calls an article in a language whose id a translation has too."""
    return f"id@{language}:{own_id}"


def id_of(article: str) -> str:
    """The id in an article's name in the ledger."""
    shared = _BY_SHARED_ID.fullmatch(article)
    return shared[2] if shared else article.removeprefix(_BY_ID)


def is_id(article: str) -> bool:
    """Whether an article's name in the ledger is an id that it declares; if not, it is its path."""
    return article.startswith(_BY_ID) or is_shared_id(article)


def is_shared_id(article: str) -> bool:
    """Whether an article's name in the ledger is an id that it shares, with its language."""
    return _BY_SHARED_ID.fullmatch(article) is not None


def describe_name(article: str) -> str:
    """How messages call an article whose name in the ledger is an id."""
    shared = _BY_SHARED_ID.fullmatch(article)
    return (
        f"the article with the id {shared[2]} in {shared[1]}" if shared else f"the article with the id {id_of(article)}"
    )


def _has_part(permalink: str, slug: str) -> bool:
    """Whether a slug stands in a permalink between "/", "." and its ends."""
    # A pattern of each slug would be compiled for it alone, which takes twenty times as long.
    start = permalink.find(slug) if slug else -1
    while start >= 0:
        if permalink[start - 1 : start] in _EDGES and permalink[start + len(slug) :][:1] in _EDGES:
            return True
        start = permalink.find(slug, start + 1)
    return False
