"""Recognise the title of a page: the headline with the site's name before or after it.

"Ferry returns to the Salt Quay | The Courant" is what a browser's window shows, and is often pasted above the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.phrases import bare

# A row of spaces is looked at from its first one only.
_SEPARATOR = re.compile(r"(?<!\s)\s+\|\s*|\|\s*|(?<!\s)\s+(?:[-–—·•]|::)\s+")
_LONGEST_SITE = 60
_LONGEST_NAME = 40
_LONGEST_NOTICE = 160
_COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
_SHORTEST = 12
_DOMAIN = re.compile(
    r"(?:www\.)?[\w-]{2,40}\.(?:com|org|net|info|news|(?:com?\.)?(?:uk|au|nz|za|in|ie|ca|us|eu|de|at|ch|fr|be|nl|es|pt|br|mx"
    r"|ar|it|se|no|dk|fi|is|pl|cz|sk|hu|ro|bg|gr|tr|ru|ua|il|jp|kr|cn|tw|hk|id|vn|th))",
    re.IGNORECASE,
)
_MOST_WORDS = 5
_SMALL = frozenset("the of and der die das le la les el los il lo de du da do".split())
# What newspapers are called, in the languages whose papers put it into their names.
_NEWSPAPERS = frozenset(
    "herald times post gazette courier tribune chronicle journal telegraph guardian observer examiner sentinel dispatch"
    " bulletin advertiser argus echo gleaner inquirer zeitung tagblatt tageblatt anzeiger kurier nachrichten rundschau"
    " tagesspiegel morgenpost gazette dépêche dauphiné diario periódico noticias corriere gazzetta giornale messaggero"
    " dagblad courant nieuwsblad avis avisen tidende bladet dagbladet jornal correio gazeta dziennik noviny"
    " listy".split()
)


def is_title_of(title: str, headline: str) -> bool:
    """Whether a line is a headline and little more, divided from it by a bar or a dash."""
    if len(headline) < _SHORTEST or title[-1:] in "?!." or not 0 < len(title) - len(headline) <= _LONGEST_SITE + 3:
        return False
    folded, wanted = title.casefold(), headline.casefold()
    gap = _SEPARATOR.match(title, len(headline)) if folded.startswith(wanted) else None
    return (gap is not None and title[gap.end() : gap.end() + 1].isupper()) or (
        folded.endswith(wanted) and any(gap.end() == len(title) - len(headline) for gap in _SEPARATOR.finditer(title))
    )


def repeated_below(index: int, candidates: Iterable[int], lines: Sequence[Line]) -> int:
    """The line below `index` of which that line is the page's title, or `index` if there is none."""
    title = lines[index].text
    if not _SEPARATOR.search(title):
        return index
    below = (other for other in candidates if other > index and is_title_of(title, lines[other].text))
    return max(below, default=index)


def without_site(headline: str, lines: Sequence[Line], site_name: str = "") -> str:
    """A headline without the name of the site at its end.

    The last part of a headline is that name if it is `site_name`, if a line above is it or any claims its copyright, or
    if it says itself that it is a newspaper or a web site.
    """
    gaps = list(_SEPARATOR.finditer(headline))
    if not gaps or gaps[-1].start() < _SHORTEST:
        return headline
    last = headline[gaps[-1].end() :]
    name = bare(last)
    if not last[:1].isupper() or last[-1:] in "?!":
        return headline
    if 3 <= len(name) <= _LONGEST_NAME and (
        _without_article(name) == _without_article(bare(site_name))
        or _is_named(name, headline, lines)
        or names_newspaper(last)
    ):
        return headline[: gaps[-1].start()].rstrip()
    return headline


def names_newspaper(name: str) -> bool:
    """Whether a name of a few words, all of them names, is that of a newspaper or a web site."""
    words = name.split()
    if len(words) == 1:
        return bool(_DOMAIN.fullmatch(name))
    if len(words) > _MOST_WORDS or not all(word[:1].isupper() or word.lower() in _SMALL for word in words):
        return False
    return any(word.casefold() in _NEWSPAPERS for word in (words[-1], words[0] if words[0] not in _SMALL else words[1]))


def _is_named(name: str, headline: str, lines: Sequence[Line]) -> bool:
    """Whether a short line above the headline is this name, or any claims its copyright."""
    texts = [line.text for line in lines]
    above = texts[: texts.index(headline)] if headline in texts else []
    if any(bare(text) == name for text in above):
        return True
    return any(len(text) <= _LONGEST_NOTICE and _COPYRIGHT.search(text) and name in text.casefold() for text in texts)


def _without_article(name: str) -> str:
    return name.removeprefix("the ")
