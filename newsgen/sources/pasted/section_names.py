"""The section that a line names: by itself, as the last step of a path, or before the headline that it repeats.

"Harbour", "Home > News > Harbour", "Filed under: Harbour", "You are here: HomeNewsHarbour" and "Home Harbour Ferry
returns to the Salt Quay" all name Harbour.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from newsgen.sources.pasted.phrases import bare, kind_of, start_of
from newsgen.sources.pasted.section import HOME, is_breadcrumb, last_crumb

# The forms in which a line names a section.
NAME = "a name"
BREADCRUMB = "a breadcrumb"
WITH_HEADLINE = "a path with the headline"
JOINED = "a path without signs"
FILED = "words for a section"
# The words before a path.
_PATH_WORDS = (
    "breadcrumbs?(?: trail)?(?: links| navigation)?|you are here|navigationspfad|brotkrumen"
    "|sie (?:sind|befinden sich) hier|du bist hier|fil d['’]ariane|vous êtes ici|est[áa]s (?:en|aquí)"
    "|usted está (?:en|aquí)|ruta de navegación|você está (?:em|aqui)|está em|sei (?:in|qui)|ti trovi in|tu sei qui"
    "|kruimelpad|je bent hier|u bent hier|du är här|du er her|olet (?:tässä|täällä)|drobečková navigace|nacházíte se"
    "|nachádzate sa|jesteś tutaj|jesteś w|itt vagy|ön itt áll|sunteți aici|вы здесь|вы находитесь|ви тут|вие сте тук"
    "|βρίσκεστε|buradasınız|أنت هنا|انت هنا|אתה כאן|您的位置|您现在的位置|当前位置|您目前的位置|目前位置"
    "|現在位置|現在地|現在のページ|현재 위치|현재위치"
)
_PATH = re.compile(rf"(?:{_PATH_WORDS})\s*[:：>»›]*\s*", re.IGNORECASE)
# Nearly all lines begin with other letters than these words, which is cheaper to see.
_PATH_OPENINGS = frozenset(words[:2] for words in _PATH_WORDS.split("|"))
# The last step of a path that says only that an article is there.
_NOT_LAST = frozenset("正文 article artikel articolo artículo artykuł статья 内容 本文 記事".split())
_JOINED = re.compile(r"(?<=[^\W\d_A-Z.])(?=[A-ZÀ-ÖØ-ÞĄĆČĎĘĚŁŃŇŘŚŠŤŮŹŻŽА-Я])")
_EDGES = " \t\u00a0>›»→|/:：·•×-–—"
# So many letters of the headline at its end show that a line is its path, in which it may be cut off.
_ENOUGH = 24
_LONGEST_PATH = 80
_LONGEST_NAME = 32
_MOST_WORDS = 3


def names_path(text: str) -> bool:
    """Whether a line is or begins with the words before a path of sections: "You are here:"."""
    return text[:2].casefold() in _PATH_OPENINGS and bool(_PATH.match(text))


def start_of_headline(headline: str) -> str:
    """The first letters of a headline, in small letters, with which a line shows that it is its path."""
    return headline[:_ENOUGH].casefold()


def section_in(text: str, headline: str, rows: Container[str]) -> tuple[str, str]:
    """The section that a line names and the form in which it does, or "" twice.

    `rows` are the lines of the text in small letters: a menu shows which of the words of a path are one name.
    """
    kind, rest = start_of(text)
    if kind == "filed" and rest:
        return rest.split(",")[0].strip(), FILED
    path = _PATH.match(text)
    if path:
        text = text[path.end() :]
    before = _before_headline(text, headline)
    if before:
        name = _last_of_path(before, rows)
        return (name, WITH_HEADLINE) if name else ("", "")
    if is_breadcrumb(text):
        name = last_crumb(text, headline)
        if bare(name) in _NOT_LAST:
            name = last_crumb(text.rstrip(_EDGES)[: -len(name)].rstrip(_EDGES))
        return (name, BREADCRUMB) if bare(name) not in HOME or not path else ("", "")
    steps = _JOINED.split(text) if len(text) <= _LONGEST_PATH else [text]
    if len(steps) > 1 and all(_is_name(step, rows) for step in steps):
        return steps[-1], JOINED
    return text.strip(_EDGES), NAME


def _before_headline(text: str, headline: str) -> str:
    """What stands before the headline in a line that ends with it, perhaps cut off, or ""."""
    wanted = start_of_headline(headline)
    if len(text) <= len(wanted) or len(wanted) < _ENOUGH // 2:
        return ""
    start = text.casefold().find(wanted)
    before = text[: max(0, start)].strip(_EDGES)
    return before if 1 < len(before) <= _LONGEST_PATH else ""


def _last_of_path(path: str, rows: Container[str]) -> str:
    """The last name of a path whose steps may have nothing but a space between them, or none."""
    steps: Sequence[str] = [path]
    if is_breadcrumb(path):
        return last_crumb(path)
    if " " not in path or _JOINED.search(path):
        steps = _JOINED.split(path)
        if len(steps) > 1 and _is_name(steps[-1], rows):
            return steps[-1]
    words = steps[-1].split()
    for start in range(len(words)):
        name = " ".join(words[start:])
        if _is_name(name, rows) and bare(name) not in HOME:
            return name
    if words and bare(words[0]) in HOME:
        words = words[1:]
    name = " ".join(words)
    return name if words and len(words) <= _MOST_WORDS and len(name) <= _LONGEST_NAME else ""


def _is_name(text: str, rows: Container[str]) -> bool:
    """Whether a text is a line of the page or the known name of a section."""
    return text.casefold() in rows or bare(text) in HOME or kind_of(text) == "section"
