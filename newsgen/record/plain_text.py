"""An article's text by itself, and the digest by which anybody can prove that it is unaltered."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from newsgen.record.article import Article, Block


def text_of(article: Article) -> str:
    """The body as plain text, its blocks parted by empty lines; Markdown stays as it was written."""
    return _join(article.body)


def text_digest(article: Article) -> str:
    """The SHA-256 of the text in UTF-8, as 64 hexadecimal digits: what `sha256sum` says of a file that holds it."""
    return digest_blocks(article.body)


def digest_blocks(body: Iterable[Block]) -> str:
    """The same of a body, before there is an article."""
    return sha256(_join(body).encode("utf-8", "surrogatepass")).hexdigest()


def _join(body: Iterable[Block]) -> str:
    return "\n\n".join(block.text for block in body)
