"""Find the names of a folder's sections: few names, one of which stands at the same place of every text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from newsgen.settings.learnt_reading import LearntReading
from newsgen.sources.learning.texts import LearningText
from newsgen.sources.pasted.author_names import is_byline
from newsgen.sources.pasted.learned.candidates import section_candidates, section_named
from newsgen.sources.pasted.learned.contexts import contexts_of

# From this many articles on, a line near the headlines of nearly all is the same whatever the section.
_FEW = 6
_CONSTANT = 0.9
# A place of sections: in how many of the articles it is, how often it may show the same name, and how many different
# ones there may be for each article.
_SHARE = 0.4
_MOST_OFTEN = 0.8
_DIFFERENT = 0.8


def find_sections(articles: Sequence[Sequence[LearningText]], recurring: LearntReading) -> frozenset[str]:
    """The names of the sections, in the form of phrases."""
    near: Counter[str] = Counter()
    labelled: Counter[str] = Counter()
    slots: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    people: set[str] = set()
    for texts in articles:
        text = texts[0]
        if text.headline < 0:
            continue
        title = text.lines[text.headline].text
        contexts = contexts_of(text.lines, text.features, recurring).with_headline(text.headline)
        names: dict[str, bool] = {}
        for index in section_candidates(text.lines, text.features, text.headline):
            above, below, *_ = contexts.of(index)
            name = section_named(text.lines[index].text, title)
            names[name] = text.labels[index].role == "section" or names.get(name, False)
            slots[above.line, below.line][name] += 1
            people.update([name] if is_byline(text.lines[index].text) else ())
        near.update(names.keys())
        labelled.update(name for name, is_labelled in names.items() if is_labelled)
    count = len(articles)
    # A writer's name stands at the same place of every text too.
    slots = {place: names for place, names in slots.items() if 2 * len(names.keys() & people) < len(names)}
    constant = {name for name, number in near.items() if count >= _FEW and number >= _CONSTANT * count}
    placed = {name for names in slots.values() if _are_sections(names, count) for name in names}
    found = {name for name, number in labelled.items() if number > 1} | placed
    return frozenset(found - (constant - placed) or found & labelled.keys()) - {""}


def _are_sections(names: Counter[str], count: int) -> bool:
    """Whether the names at one place of `count` articles are those of sections."""
    total = names.total()
    if count < _FEW or total < _SHARE * count or len(names) < 2:
        return False
    return max(names.values()) <= _MOST_OFTEN * total and len(names) <= _DIFFERENT * total
