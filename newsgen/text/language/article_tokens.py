"""The words of an article, cut once for all who count them: the search index, and what tells how alike articles are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from newsgen.record.article import Article
from newsgen.text.language.tokens import find_tokens

# Between pieces of HTML that are no part of one sentence, and between words that only the page's layout parts.
_PIECES = re.compile(r"</(?:p|li|h[1-6]|blockquote|t[dh]|pre|d[td]|figcaption)>|<hr[^>]*>")
_BREAKS = re.compile(r"<br[^>]*>")
_TAGS = re.compile(r"<[^>]*>")


class ArticleTokens(NamedTuple):
    """The tokens of what stands above an article's text, those of each paragraph, and the paragraphs themselves.

    `text` has only paragraphs with tokens, `paragraphs` has all, as a reader sees them.
    """

    language: str
    headline: list[str]
    dek: list[str]
    tags: list[str]
    text: list[list[str]]
    paragraphs: list[str]


def tokenise_article(article: Article, body: str) -> ArticleTokens:
    """The wording of an article; `body` is its text in HTML."""
    language = article.language
    paragraphs = list(_part_body(body))
    return ArticleTokens(
        language,
        find_tokens(article.headline, language),
        find_tokens(article.dek, language),
        find_tokens(" ".join(article.tags), language),
        [tokens for paragraph in paragraphs if (tokens := find_tokens(paragraph, language))],
        paragraphs,
    )


def _part_body(body: str) -> Iterator[str]:
    for piece in _PIECES.split(body):
        text = _TAGS.sub("", _BREAKS.sub(" ", piece))
        yield unescape(text) if "&" in text else text
