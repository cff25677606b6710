"""Above the headline: the section, the kicker and the date.

A text that begins with the article begins with its section, and what stands below that is a kicker. In a whole window
menus stand above, and the section is the nearest line of which a sign says so: a path, a section's name, a short line
that the menus name too.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.sources.pasted.headline import HOME, repeats_headline
from newsgen.sources.pasted.line import Label, Line
from newsgen.sources.pasted.observe import Seen
from newsgen.sources.pasted.phrases import bare
from newsgen.sources.pasted.section import is_breadcrumb, looks_like_section

# How many first lines a section and a kicker may take up where the text begins with the article.
_EARLY = 6
# How far above the headline the section is looked for, how many steps a path has, and how many lines stand together.
_FAR = 8
_STEPS = 7
_BLOCK = 3
_BUTTONS = frozenset(("share", "top", "advert"))
_SHORT = 60


def label_above(lines: Sequence[Line], seen: Sequence[Seen], headline: int, labels: list[Label]) -> None:
    """Label section, kicker and date above the headline, which stands at `headline`."""
    if headline < _EARLY and all(here.width <= _SHORT or here.dated for here in seen[:headline]):
        _label_opening(lines, seen, headline, labels)
        return
    named_twice = -1
    for place in range(headline - 1, max(-1, headline - _FAR), -1):
        text, here = lines[place].text, seen[place]
        plain = looks_like_section(text, here)
        if not bare(text) or here.kind in _BUTTONS or repeats_headline(text, lines[headline].text):
            continue
        if here.dated:
            labels[place] = Label("date", "a date above the headline", 0.8)
        elif is_breadcrumb(text):
            labels[place] = Label("section", "breadcrumb above the headline", 0.8)
            return
        elif plain and _ends_path(place, lines, seen):
            labels[place] = Label("section", "last step of a path above the headline", 0.8)
            return
        elif here.kind == "section" and place >= headline - 2:
            labels[place] = Label("section", "a section's name above the headline", 0.6)
            return
        elif plain and not here.kind and _is_near(place, headline, lines):
            if place == headline - 1 and lines[place].gap:
                labels[place] = Label("kicker", "short line above the headline", 0.5)
            if named_twice < 0 and _stands_elsewhere(place, lines):
                named_twice = place
        elif here.kind in ("byline", "credit"):
            labels[place] = Label(here.kind, f"begins as a {here.kind}", 0.8)  # type: ignore[arg-type]
        elif here.kind or here.width > _SHORT:
            break
    if named_twice >= 0:
        labels[named_twice] = Label("section", "short line above the headline that menus name too", 0.6)


def _ends_path(place: int, lines: Sequence[Line], seen: Sequence[Seen]) -> bool:
    """Whether a line is the last of a path with a line for each step, from the front down: Home, News, Harbour."""
    for above in range(place - 1, max(-1, place - _STEPS), -1):
        if bare(lines[above].text) in HOME:
            return True
        if bare(lines[above].text) and not looks_like_section(lines[above].text, seen[above]):
            return False
    return False


def _is_near(place: int, headline: int, lines: Sequence[Line]) -> bool:
    """Whether a line is in the block of at most three lines right above the headline."""
    first = headline - 1
    while first > 0 and not lines[first].gap and headline - first <= _BLOCK:
        first -= 1
    return first <= place and headline - first <= _BLOCK


def _stands_elsewhere(place: int, lines: Sequence[Line]) -> bool:
    text = lines[place].text.casefold()
    return any(line.text.casefold() == text for other, line in enumerate(lines) if other != place)


def _label_opening(lines: Sequence[Line], seen: Sequence[Seen], headline: int, labels: list[Label]) -> None:
    section = False
    for place in range(headline):
        text, here = lines[place].text, seen[place]
        if not bare(text):
            continue
        if here.dated:
            labels[place] = Label("date", "a date above the headline", 0.8)
        elif is_breadcrumb(text) or (not section and _opens(text, here)):
            if bare(text) in HOME and headline > place + 1:
                continue
            section = True
            labels[place] = Label("section", "first line above the headline", 0.8)
        elif section and not here.kind and here.width <= _SHORT:
            labels[place] = Label("kicker", "between section and headline", 0.6)


def _opens(text: str, here: Seen) -> bool:
    return looks_like_section(text, here) and (here.kind in ("", "section", "end", "related") or bare(text) in HOME)
