"""A BibTeX entry, for LaTeX and for reference managers."""

from __future__ import annotations

import re
from functools import lru_cache

from newsgen.archive.permalinks.urls import make_slug
from newsgen.pages.metadata.citations.names import Name
from newsgen.pages.metadata.citations.reference import Reference
from newsgen.pages.metadata.citations.wording import page_range

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# LaTeX's special characters. BibTeX counts braces to find the end of a field, even those after a backslash.
_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_TABLE = str.maketrans(_SIGNS)
_ANY_SIGN = re.compile(r"[\\{}~^&%$#_]")
_ARTICLES = frozenset("a an the le la les l der die das el los las il lo i o os de het een un une".split())
_LONGEST_WORD = 20


def write_bibtex(reference: Reference) -> str:
    """The entry, a field a line. A URL is not escaped: biblatex and \\url take it as it is."""
    # The inner braces keep the headline's capitals.
    fields = [
        f"title = {{{{{escape_bibtex(reference.headline)}}}}}",
        f"journal = {{{escape_bibtex(reference.paper)}}}",
        "entrysubtype = {newspaper}",
    ]
    if reference.authors:
        fields.insert(0, f"author = {{{' and '.join(map(_format_author, reference.authors))}}}")
    date = reference.published
    if date:
        fields.append(f"year = {{{date.year:04}}}")
        if date.month:
            fields.append(f"month = {_MONTHS[date.month - 1]}")
        if date.day:
            fields.append(f"day = {{{date.day}}}")
    if reference.page:
        first, last = map(escape_bibtex, page_range(reference.page))
        fields.append(f"pages = {{{first}--{last}}}" if last else f"pages = {{{first}}}")
    if reference.url:
        fields.append(f"url = {{{_without_braces(reference.url)}}}")
    lines = ",\n  ".join(fields)
    return f"@article{{{make_key(reference)},\n  {lines}\n}}"


def make_key(reference: Reference) -> str:
    """The first author's family name, the year, and the headline's first word but for articles: "quill2024ferry"."""
    first = reference.authors[0] if reference.authors else None
    name = _in_ascii(first.family or first.whole, reference.language) if first else ""
    words = (_in_ascii(word, reference.language) for word in reference.headline.split())
    word = next((word for word in words if word and word not in _ARTICLES), "")
    year = f"{reference.published.year:04}" if reference.published else "nd"
    return f"{name or 'anon'}{year}{word}"


def escape_bibtex(text: str) -> str:
    """A text with LaTeX's special characters escaped."""
    return text.translate(_TABLE) if _ANY_SIGN.search(text) else text


def _without_braces(url: str) -> str:
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


@lru_cache(maxsize=20_000)
def _format_author(name: Name) -> str:
    """A name by its parts; one that cannot be inverted is in braces, which keep it whole."""
    if not name.family:
        return f"{{{escape_bibtex(name.whole)}}}"
    parts = (name.family, name.suffix, name.given) if name.suffix else (name.family, name.given)
    return ", ".join(map(escape_bibtex, parts))


def _in_ascii(text: str, language: str) -> str:
    if text.isascii() and text.isalnum():
        return text.lower()[:_LONGEST_WORD]
    return make_slug(text, language).replace("-", "")[:_LONGEST_WORD]
