"""An article's body as plain text, and the SHA-256 that proves it unaltered."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from newsgen.record.article import Article, Block


def text_of(article: Article) -> str:
    """The body as plain text, with empty lines between its blocks; Markdown stays as written."""
    return _join(article.body)


def text_digest(article: Article) -> str:
    """The SHA-256 of the text in UTF-8 as 64 hexadecimal digits, as `sha256sum` prints it for a file of this text."""
    return digest_blocks(article.body)


def digest_blocks(body: Iterable[Block]) -> str:
    """The `text_digest` of an article with this body."""
    return sha256(_join(body).encode("utf-8", "surrogatepass")).hexdigest()


def _join(body: Iterable[Block]) -> str:
    return "\n\n".join(block.text for block in body)
