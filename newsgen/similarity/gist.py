"""What the index keeps of an article's text: what it is about, and a sample of its sentences."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from newsgen.article import Article
from newsgen.search.terms import find_terms
from newsgen.similarity.passages import sample_sentences
from newsgen.similarity.vector import make_vector

# What a body's HTML has besides its text. Blocks stand in lines of their own.
_TAG = re.compile("<[^>]*>")


class Gist(NamedTuple):
    """A vector of the strongest terms, and a sample of the sentences."""

    vector: bytes = b""
    sample: bytes = b""


def make_gist(article: Article, body: str) -> Gist:
    """The gist of an article; `body` is its text's HTML."""
    above, text = read_texts(article, body)
    vector = make_vector(find_terms(above, article.language), find_terms(text, article.language), article.language)
    return Gist(vector, sample_sentences(text))


def read_texts(article: Article, body: str) -> tuple[str, str]:
    """What stands above an article's text, its tags among it, and the text without markup."""
    return " ".join((article.headline, article.dek, *article.tags)), unescape(_TAG.sub("", body))
