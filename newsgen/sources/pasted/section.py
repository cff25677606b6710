"""Recognise the line that names an article's section: "Harbour", or the breadcrumb "Home > News > Harbour"."""

from __future__ import annotations

import re
from functools import lru_cache

from newsgen.sources.pasted.line_features import LineFeatures
from newsgen.sources.pasted.phrases import bare, kind_of
from newsgen.sources.pasted.text_shape import ends_sentence, has_digit

# What the first step of a path is called.
HOME = frozenset((
    "home", "homepage", "home page", "start", "startseite", "accueil", "inicio", "portada", "início",
    "página inicial", "página principal", "pagina iniziale", "hem", "startsida", "hjem", "forside", "forsiden",
    "etusivu", "strona główna", "úvod", "domů", "domov", "kezdőlap", "címlap", "acasă", "prima pagină", "начало",
    "главная", "головна", "αρχική", "ana sayfa", "anasayfa", "beranda", "trang chủ", "होम", "হোম", "หน้าแรก",
    "الرئيسية", "خانه", "صفحه اصلی", "ראשי", "首页", "首頁", "ホーム", "トップ", "홈",
))  # fmt: skip
_CRUMB = re.compile(r"\s*[>›»→|]\s*|\s+/\s+|\s*::\s*")
# A single colon divides nothing, but one set of signs is found faster than signs and a pair of them.
_SIGN = re.compile("[>›»→/|:]")
_EDGES = " >›»→|/:"
_LONGEST_CRUMB = 32
_LONGEST_BREADCRUMB = 120
_LONGEST = 30
# The last step of a breadcrumb is often the headline, cut off; this many equal first letters prove it.
_SAME = 12


# A line above the body is looked at for itself and for the lines around it.
@lru_cache(maxsize=2_000)
def is_breadcrumb(text: str) -> bool:
    """Whether a line is a path of sections, such as "Home > News > Harbour"."""
    if len(text) > _LONGEST_BREADCRUMB or not _SIGN.search(text):
        return False
    crumbs = _crumbs(text)
    if not 2 <= len(crumbs) <= 5 or ("|" in text and kind_of(crumbs[-1]) in ("menu", "share", "footer")):
        return False
    if "|" in text and has_digit(text):
        return False
    return all(len(crumb) <= _LONGEST_CRUMB and not ends_sentence(crumb) for crumb in crumbs[:-1])


def last_crumb(text: str, headline: str = "") -> str:
    """The last step of a breadcrumb that does not repeat the headline: the section."""
    crumbs = _crumbs(text)
    if len(crumbs) > 1 and headline and _repeats(crumbs[-1], headline):
        crumbs.pop()
    return crumbs[-1] if crumbs else text


def without_path(headline: str) -> str:
    """A headline without the path from the home page that stands before it: "Home › Harbour › Ferry returns"."""
    crumbs = _crumbs(headline)
    is_path = len(crumbs) > 2 and bare(crumbs[0]) in HOME and len(crumbs[-1]) >= _SAME
    return crumbs[-1] if is_path else headline


def looks_like_section(text: str, here: LineFeatures) -> bool:
    """Whether a line is short and plain enough to be the name of a section."""
    if here.width > _LONGEST or any(sign in text for sign in "@|:–"):
        return False
    return not (ends_sentence(text) or has_digit(text)) and len(text.split()) <= 4


def _crumbs(text: str) -> list[str]:
    return [crumb for crumb in _CRUMB.split(text.strip(_EDGES)) if crumb]


def _repeats(crumb: str, headline: str) -> bool:
    letters = bare(crumb)[:_SAME]
    return (len(letters) == _SAME and bare(headline).startswith(letters)) or bare(crumb) == bare(headline)
