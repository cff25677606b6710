"""`learn_from`: from the texts of a folder to what they say of each other.

Every text is read by itself first. The lines that recur are marked then, and all texts are read anew, in each round
with the places of the fields that the round before has counted: a place that most texts share corrects the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from newsgen.settings.learnt_reading import NOTHING_LEARNT, FieldPlaces, LearntField, LearntReading
from newsgen.sources.learning.articles import group_articles
from newsgen.sources.learning.by_words import find_by_words
from newsgen.sources.learning.place_counts import PlaceCounts
from newsgen.sources.learning.recurrence import (
    count_lines,
    find_on_every_page,
    find_recurring,
    settle_headline,
)
from newsgen.sources.learning.sections import find_sections
from newsgen.sources.learning.texts import LearningText, prepare_text, with_labels
from newsgen.sources.pasted.body_span import Span
from newsgen.sources.pasted.labels import label_by_features
from newsgen.sources.pasted.learned.candidates import byline_candidates, section_candidates, section_named
from newsgen.sources.pasted.learned.contexts import contexts_of
from newsgen.sources.pasted.learned.headline_place import headline_candidates
from newsgen.sources.pasted.learned.recurring import mark_recurring
from newsgen.sources.pasted.line import Label

_ROUNDS = 3
# The least confidence of a headline that is counted.
_CONFIDENT = 0.25


def learn_from(texts: Iterable[str]) -> LearntReading:
    """What texts have in common; their order makes no difference."""
    prepared = [prepare_text(text) for text in sorted(texts)]
    articles = group_articles(prepared)
    counted = count_lines(articles)
    recurring = find_recurring(counted, len(articles))
    on_every_page = find_on_every_page(counted, len(articles))
    settled = [text._replace(headline=settle_headline(text, counted, len(articles))) for text in prepared]
    learnt = replace(NOTHING_LEARNT, texts=len(prepared))
    read: Sequence[LearningText] = prepared
    for number in range(_ROUNDS):
        read = [_read_anew(text, learnt) for text in (prepared if number else settled)]
        sections = find_sections(group_articles(read), recurring)
        learnt = replace(
            learnt,
            above=recurring.above - sections,
            inside=recurring.inside - sections,
            below=recurring.below - sections,
            sections=sections,
        )
        if not (learnt.recurring or sections):
            # Typed texts have no places that say anything.
            break
        if number:
            read = [_read_anew(text, learnt) for text in prepared]
        learnt = replace(learnt, places=_count_places(read, learnt, on_every_page, is_first=number == 0))
    return replace(learnt, by_words=find_by_words(group_articles(read)))


def _read_anew(text: LearningText, learnt: LearntReading) -> LearningText:
    """A text as it is read with what was learnt so far."""
    return text if learnt.is_blank else with_labels(text, label_by_features(text.lines, text.features, learnt=learnt))


def _count_places(
    texts: Sequence[LearningText], learnt: LearntReading, on_every_page: Set[str], is_first: bool
) -> dict[LearntField, FieldPlaces]:
    """The places of the fields as they were read."""
    headlines, sections, bylines = PlaceCounts(), PlaceCounts(), PlaceCounts()
    for text in texts:
        lines, labels, headline = text.lines, text.labels, text.headline
        if headline < 0:
            continue
        features = mark_recurring(lines, text.features, learnt)
        contexts = contexts_of(lines, features, learnt)
        if labels[headline].confidence >= _CONFIDENT:
            above = headline_candidates(lines, features, Span(text.start, text.start))
            headlines.add(contexts, headline, above)
        contexts = contexts.with_headline(headline)
        found = section_candidates(lines, features, headline)
        known = [index for index in found if section_named(lines[index].text, lines[headline].text) in learnt.sections]
        # The name of a section that every page has stands in a menu.
        known = [index for index in known if text.words[index] not in on_every_page]
        section = _labelled("section", known, labels)
        if section < 0 and is_first and known:
            # No text by itself may show its section where all of them together do.
            section = known[0]
        section = section if section >= 0 else _labelled("section", found, labels)
        sections.add(contexts, section, found)
        found = byline_candidates(lines, features, labels, headline)
        bylines.add(contexts, _labelled("byline", found, labels), found)
    counts: dict[LearntField, PlaceCounts] = {"headline": headlines, "section": sections, "byline": bylines}
    return {name: counted.places() for name, counted in counts.items() if counted.texts}


def _labelled(role: str, found: Iterable[int], labels: Sequence[Label]) -> int:
    """The first of some lines with a role, or -1."""
    return next((index for index in found if labels[index].role == role), -1)
