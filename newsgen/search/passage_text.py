"""The text of an article from which a result shows the passage that was found."""

from __future__ import annotations

from collections.abc import Iterable

from newsgen.record.article import Article

BETWEEN_PARAGRAPHS = "\n"


def make_passage_text(article: Article, paragraphs: Iterable[str]) -> bytes:
    """An article's paragraphs and captions in UTF-8, one a line."""
    captions = (image.caption for image in article.images if image.caption)
    lines = (" ".join(piece.split()) for piece in (*paragraphs, *captions))
    return BETWEEN_PARAGRAPHS.join(filter(None, lines)).encode("utf-8", "replace")
