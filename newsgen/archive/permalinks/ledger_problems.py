"""The problems of addresses that were published and would be gone, or mean something else."""

from __future__ import annotations

from newsgen.errors import Problem

_FIX = 'Write another "slug: …" or "permalink: …" in its front matter.'


def taken_permalink(path: str, permalink: str, holder: str) -> Problem:
    """The problem of an article that declares the published address of another."""
    return Problem(
        path,
        0,
        f"its address {permalink} belongs to {holder}",
        "An address that was published leads to the same article for ever.",
        _FIX,
    )


def listing_at(path: str, permalink: str) -> Problem:
    """The problem of an article that declares the address of a published listing."""
    return Problem(
        path,
        0,
        f"its address {permalink} belongs to a listing",
        "An address at which a listing was published means the same for ever.",
        _FIX,
    )


def gone_article(permalink: str, shown: str) -> Problem:
    """The problem of an article that is gone, with its published address."""
    return Problem(
        shown,
        0,
        f"is gone, and with it the published address {permalink}",
        "Whoever has the address, in a link, a footnote or a search engine, would find nothing.",
        f'Put the file back; or write "aliases: [{permalink}]" into the article that takes its place; or leave '
        'the file with "removed: …" and the reason, and readers are told; or, where nobody has seen it yet, take it '
        "out of permalinks.tsv.",
    )
