"""An article's tokens, computed once for the search index and for similarity."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.record.article import Article
from newsgen.text.language.tokens import find_tokens
from newsgen.text.markup.paragraphs import find_paragraphs


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
    paragraphs = list(find_paragraphs(body))
    return ArticleTokens(
        language,
        find_tokens(article.headline, language),
        find_tokens(article.dek, language),
        find_tokens(" ".join(article.tags), language),
        [tokens for paragraph in paragraphs if (tokens := find_tokens(paragraph, language))],
        paragraphs,
    )
