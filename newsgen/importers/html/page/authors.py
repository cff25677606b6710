"""The authors of a page: whom it declares, whom its markup marks as one, or whom a line near the headline names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from selectolax.lexbor import LexborHTMLParser

from newsgen.importers.html.page.blocks import TextBlock
from newsgen.importers.html.page.declared import DeclaredPage
from newsgen.importers.html.page.headline import letters_of
from newsgen.sources.pasted.authors.name_list import split_names

_MARKED = (
    '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], a[rel~="author"], .byline, .author-name, .author'
)
_NO_NAME = re.compile(
    r"@|https?:|www\.|\b(?:minutes?|mins?|hours?|facebook|twitter|linkedin|youtube|instagram|share|updated|published)\b|^\W*$|^(?:admin(?:istrator)?|root|editor|staff|user\d*|guest|author|unknown)$",
    re.I,
)
_LONGEST = 60


def find_authors(tree: LexborHTMLParser, declared: DeclaredPage, blocks: Sequence[TextBlock]) -> tuple[str, ...]:
    """The names of the authors; nobody where the page names none that can be told for sure.

    The site's own name counts only where the page names nobody else.
    """
    site = letters_of(declared.site)
    shown = letters_of(" ".join(block.text for block in blocks))
    weak: tuple[str, ...] = ()
    for names in declared.bylines:
        read = _read(names)
        if not read:
            continue
        if _is_site(read, site):
            weak = weak or read
        elif letters_of(read[0]) in shown or names is declared.bylines[0]:
            return read
    for node in tree.css(_MARKED)[:4]:
        text = " ".join((node.text(deep=True, separator=" ")).split())
        read = _read([text]) if 0 < len(text) < _LONGEST else ()
        if read and not _is_site(read, site):
            return read
    return weak


def _is_site(names: Sequence[str], site: str) -> bool:
    keys = [letters_of(name) for name in names]
    return bool(site) and all(key in site or site in key for key in keys)


def _read(texts: Iterable[str]) -> tuple[str, ...]:
    names: list[str] = []
    for text in texts:
        for name in split_names(re.sub(r"^\s*by[:\s]+", "", text, flags=re.I)):
            clean = name.strip(" ,;|")
            if clean and not _NO_NAME.search(clean) and len(clean) < _LONGEST and letters_of(clean) != "by":
                names.append(clean)
    return tuple(dict.fromkeys(names))
