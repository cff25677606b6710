"""What of an article is searched: its words, piece by piece, and the names that it is filed under.

This is made where an article is read and kept in the state, so that the article can be taken out of the index again
when its text is another, or gone.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import NamedTuple

from newsgen.archive.groups import normalised_name
from newsgen.record.article import Article
from newsgen.text.language.article_tokens import ArticleTokens
from newsgen.text.language.tokens import find_tokens

_LINE, _BETWEEN = "\n", "\x1f"
# The first level of zlib takes half the time of the others, and a tenth more room.
_LEVEL = 1


class ArticleWords(NamedTuple):
    """The tokens of an article's pieces, and the names that it is filed under, each with its key."""

    language: str
    headline: list[str]
    dek: list[str]
    names: list[str]
    text: list[list[str]]
    filed: tuple[tuple[str, str], ...]


def find_article_words(article: Article, wording: ArticleTokens) -> ArticleWords:
    """The words of an article of this wording, with those of its captions, and the names that it is filed under."""
    language = article.language
    captions = (find_tokens(image.caption, language) for image in article.images if image.caption)
    return ArticleWords(
        language,
        wording.headline,
        wording.dek,
        [*find_tokens(" ".join(article.byline), language), *wording.tags],
        [*wording.text, *filter(None, captions)],
        tuple(dict.fromkeys(_names_of(article))),
    )


def pack_words(words: ArticleWords) -> bytes:
    """Words as a table holds them."""
    pieces = (words.headline, words.dek, words.names, *words.text)
    filed = _BETWEEN.join(f"{key}{_BETWEEN}{name}" for key, name in words.filed)
    lines = (words.language, filed, *(" ".join(piece) for piece in pieces))
    return zlib.compress(_LINE.join(lines).encode("utf-8", "surrogatepass"), _LEVEL)


def unpack_words(packed: bytes) -> ArticleWords:
    """The words that `pack_words` was given."""
    language, filed, *lines = zlib.decompress(packed).decode("utf-8", "surrogatepass").split(_LINE)
    headline, dek, names, *text = map(str.split, lines)
    names_filed = filed.split(_BETWEEN) if filed else []
    return ArticleWords(
        language, headline, dek, names, text, tuple(zip(names_filed[::2], names_filed[1::2], strict=True))
    )


def _names_of(article: Article) -> Iterator[tuple[str, str]]:
    for kind, names in (("section", (article.section,)), ("author", article.byline), ("tag", article.tags)):
        yield from ((f"@{kind}:{normalised_name(name)}", name) for name in names if name)
    if article.language:
        yield f"@language:{article.language.lower()}", article.language
