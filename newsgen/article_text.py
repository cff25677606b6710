"""An article's text by itself, and the digest by which anybody can prove that it is unaltered."""

from __future__ import annotations

from hashlib import sha256

from newsgen.article import Article


def text_of(article: Article) -> str:
    """The body as plain text, its blocks parted by empty lines; Markdown stays as it was written."""
    return "\n\n".join(block.text for block in article.body)


def text_digest(article: Article) -> str:
    """The SHA-256 of the text in UTF-8, as 64 hexadecimal digits: what `sha256sum` says of a file that holds it."""
    return sha256(text_of(article).encode("utf-8", "surrogatepass")).hexdigest()
