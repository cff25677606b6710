"""What of an article is searched: its words, field by field, and its facets.

They are computed when an article is read, and kept in the state, so that the article can be taken out of the index when
its text changes or it is gone.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newsgen.archive.memberships import normalised_name
from newsgen.record.article import Article
from newsgen.text.language.article_tokens import ArticleTokens
from newsgen.text.language.tokens import find_tokens, indexed_words

_LINE, _BETWEEN = "\n", "\x1f"
# Begins the stems of the words of authors' names; their forms are the names.
AUTHOR_WORD = "@author-word:"
# Names whose words are cached: most authors wrote more than one article.
_NAMES = 10_000
# The first level of zlib takes half the time of the others, and a tenth more space.
_LEVEL = 1


class ArticleWords(NamedTuple):
    """The tokens of an article's fields, and its facets, each as key and name: section, authors, tags, others."""

    language: str
    headline: list[str]
    dek: list[str]
    names: list[str]
    text: list[list[str]]
    facets: tuple[tuple[str, str], ...]


def find_article_words(article: Article, tokens: ArticleTokens) -> ArticleWords:
    """The words of an article with these tokens, including those of its captions, and its facets."""
    language = article.language
    captions = (find_tokens(image.caption, language) for image in article.images if image.caption)
    return ArticleWords(
        language,
        tokens.headline,
        tokens.dek,
        [*find_tokens(" ".join((*article.byline, *_group_names(article))), language), *tokens.tags],
        [*tokens.text, *filter(None, captions)],
        tuple(dict.fromkeys(_facets_of(article))),
    )


@lru_cache(maxsize=_NAMES)
def find_name_words(name: str) -> tuple[str, ...]:
    """The words of a name as queries find them: without accents, in any language."""
    indexed = indexed_words("")
    return tuple(indexed[token][1] for token in find_tokens(name, ""))


def pack_words(words: ArticleWords) -> bytes:
    """Words in the form in which the database holds them."""
    pieces = (words.headline, words.dek, words.names, *words.text)
    facets = _BETWEEN.join(f"{key}{_BETWEEN}{name}" for key, name in words.facets)
    lines = (words.language, facets, *(" ".join(piece) for piece in pieces))
    return zlib.compress(_LINE.join(lines).encode("utf-8", "surrogatepass"), _LEVEL)


def unpack_words(packed: bytes) -> ArticleWords:
    """The inverse of `pack_words`."""
    language, facets, *lines = zlib.decompress(packed).decode("utf-8", "surrogatepass").split(_LINE)
    headline, dek, names, *text = map(str.split, lines)
    pairs = facets.split(_BETWEEN) if facets else []
    return ArticleWords(language, headline, dek, names, text, tuple(zip(pairs[::2], pairs[1::2], strict=True)))


def _group_names(article: Article) -> Iterator[str]:
    """The names of the newspaper and of the listings beside authors and tags."""
    if article.publication:
        yield article.publication
    for names in article.groups.values():
        yield from names


def _facets_of(article: Article) -> Iterator[tuple[str, str]]:
    single = (("section", (article.section,)), ("publications", (article.publication,)))
    for kind, names in (*single, ("author", article.byline), ("tag", article.tags), *article.groups.items()):
        yield from ((f"@{kind}:{normalised_name(name)}", name) for name in names if name)
    for name in article.byline:
        yield from ((f"{AUTHOR_WORD}{word}", name) for word in find_name_words(name))
    if article.language:
        yield f"@language:{article.language.lower()}", article.language
