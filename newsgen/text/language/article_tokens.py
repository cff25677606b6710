"""An article's tokens, computed once for the search index and for similarity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from newsgen.record.article import Article
from newsgen.text.language.tokens import find_tokens

# The ends of paragraphs and other blocks, and the breaks that separate words within them.
_BLOCK_ENDS = re.compile(r"</(?:p|li|h[1-6]|blockquote|t[dh]|pre|d[td]|figcaption)>|<hr[^>]*>")
_BREAKS = re.compile(r"<br[^>]*>")
_TAGS = re.compile(r"<[^>]*>")


class ArticleTokens(NamedTuple):
    """The tokens of an article's headline, dek, tags and paragraphs.

    `text` contains the tokens of the paragraphs that have any, `paragraphs` all paragraphs as plain text.
    """

    language: str
    headline: list[str]
    dek: list[str]
    tags: list[str]
    text: list[list[str]]
    paragraphs: list[str]


def tokenise_article(article: Article, body: str) -> ArticleTokens:
    """The tokens of an article whose body has the HTML `body`."""
    language = article.language
    paragraphs = list(_find_paragraphs(body))
    return ArticleTokens(
        language,
        find_tokens(article.headline, language),
        find_tokens(article.dek, language),
        find_tokens(" ".join(article.tags), language),
        [tokens for paragraph in paragraphs if (tokens := find_tokens(paragraph, language))],
        paragraphs,
    )


def _find_paragraphs(body: str) -> Iterator[str]:
    for block in _BLOCK_ENDS.split(body):
        text = _TAGS.sub("", _BREAKS.sub(" ", block))
        yield unescape(text) if "&" in text else text
