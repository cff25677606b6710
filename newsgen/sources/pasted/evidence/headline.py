"""What speaks for and against each of the lines that may be the headline, beside the score that the rules give it.

The score says how much a line looks like a headline. Here the candidates are compared: a caption, a dek or the heading
of another article may look more like one than the headline above it, which the page repeats in its title, its
breadcrumb or its share texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from newsgen.sources.pasted.authors.given_names import names_person
from newsgen.sources.pasted.evidence.steps import step_of
from newsgen.sources.pasted.line import Line
from newsgen.sources.pasted.line_features import Features, LineFeatures, is_credited
from newsgen.sources.pasted.section import is_breadcrumb, looks_like_section
from newsgen.sources.pasted.word_sets import words_of

FIELD = "headline"
# The observation whose weight is what a point of the score is worth.
SCORE = "a point of the rules' score"
FIRST = "the rules' choice"
_FIELDS = frozenset(("byline", "published", "updated", "share", "top", "credit"))
_ENDS = frozenset(("related", "end", "topics", "footer", "comments"))
_WIDTHS = (8, 15, 24, 40, 70, 110, 160, 260)
_SHARES = (0.0, 0.2, 0.4, 0.7)
_LEADS = (-3.0, -1.5, -0.5, 0.5)
_COMMON = (0.0, 0.34, 0.6)
_SHORT, _HEADING = 24, 140
_SHORTEST_ECHO = 12
_LONGER = 1.3
_ABOVE = 3
# Candidates so few lines apart are headline, dek and caption of one article.
_NEAR = 4
_LONGEST_NAME = 4
# So many words that so many paragraphs below have tell what the text is about; more paragraphs than so many seldom add
# any.
_TOPICS, _FEWEST, _PARAGRAPHS = 15, 3, 60
_MOST_TOPICS = 4


class Candidate(NamedTuple):
    """A line that may be the headline: its row, its score, its words, and the share of them that the body has."""

    row: int
    score: float
    words: frozenset[str]
    share: float


class _Between(NamedTuple):
    """The numbers of fields, of ends of an article and of paragraphs among some lines."""

    fields: int = 0
    ends: int = 0
    paragraphs: int = 0


class _Page(NamedTuple):
    """The lines above and below the start of the body, in small letters, and each of these parts as one text.

    `between` has what stands between each line and the body, and `topics` are the words that most of the paragraphs
    have.
    """

    lines: Sequence[Line]
    features: Features
    start: int
    between: Mapping[int, _Between]
    rows: Sequence[str]
    counts: Mapping[str, int]
    above: str
    below: str
    topics: frozenset[str]


def observe_headlines(
    lines: Sequence[Line], features: Features, start: int, candidates: Sequence[Candidate]
) -> list[list[str]]:
    """The observations of each candidate, of which the first has the highest score; the body begins at `start`."""
    rows = [line.text.casefold() for line in lines]
    above, below = "\n".join(rows[:start]), "\n".join(rows[start:])
    between = _count_between(features, min(found.row for found in candidates), start)
    topics = _topics_of(lines[start:], features[start:])
    page = _Page(lines, features, start, between, rows, Counter(rows), above, below, topics)
    return [
        [
            *([FIRST] if found is candidates[0] else ()),
            *_shape_of(lines[found.row].text, features[found.row], found.share),
            *_topics_in(found.words, page.topics),
            *_place_of(found.row, page),
            *_echoes_of(found.row, page),
            *_compare(found, [other for other in candidates if other is not found], page),
        ]
        for found in candidates
    ]


def _count_between(features: Features, first: int, start: int) -> dict[int, _Between]:
    """What stands between each line from `first` on and the body."""
    fields = ends = paragraphs = 0
    between = {}
    for row in range(start - 1, first - 1, -1):
        between[row] = _Between(fields, ends, paragraphs)
        here = features[row]
        fields += here.dated or here.kind in _FIELDS
        ends += here.kind in _ENDS
        paragraphs += here.prose
    return between


def _topics_of(lines: Sequence[Line], features: Features) -> frozenset[str]:
    """The words that most of the paragraphs have."""
    paragraphs = [line.text for line, here in zip(lines, features, strict=True) if here.prose][:_PARAGRAPHS]
    counts = Counter(chain.from_iterable(map(words_of, paragraphs)))
    frequent = [(-count, word) for word, count in counts.items() if count >= _FEWEST]
    return frozenset([word for _, word in sorted(frequent)[:_TOPICS]])


def _topics_in(words: frozenset[str], topics: frozenset[str]) -> Iterator[str]:
    count = len(words & topics)
    yield f"topics of the text: {min(count, _MOST_TOPICS)}"
    if words:
        yield f"words that are topics: up to {step_of(count / len(words), _SHARES)}"


def _shape_of(text: str, here: LineFeatures, share: float) -> Iterator[str]:
    yield f"up to {step_of(here.width, _WIDTHS)} letters"
    yield f"words of the body: up to {step_of(share, _SHARES)}"
    if is_credited(text):
        yield "who made a picture"
    if len(text.split()) <= _LONGEST_NAME and names_person(text):
        yield "a person's name"
    if looks_like_section(text, here):
        yield "may be a section"
    if is_breadcrumb(text):
        yield "a breadcrumb"
    if text[-1] in ".。;؛":
        yield "ends with a stop"
    elif text[-1] in "?!？！":
        yield "ends with a question or a call"
    elif here.sentence:
        yield "ends with another sign"
    if text.isupper():
        yield "in capitals"
    if ":" in text:
        yield "a colon"
    if text[0] in "\"“„«»'‘”「":
        yield "begins with a quotation"


def _place_of(index: int, page: _Page) -> Iterator[str]:
    above = str(min(page.lines[index].gap, 2)) if index else "all"
    below = str(min(page.lines[index + 1].gap, 2)) if index + 1 < len(page.lines) else "all"
    yield f"blank lines: {above} above, {below} below"
    between = page.between[index]
    yield f"fields down to the body: {step_of(between.fields, (0, 1, 2))}"
    if between.ends:
        yield f"ends of an article down to the body: {step_of(between.ends, (1,))}"
    if between.paragraphs:
        yield "paragraphs down to the body"
    for steps in range(1, _ABOVE + 1):
        if steps > index:
            yield f"{steps} above: nothing"
            break
        yield f"{steps} above: {_kind_of(index - steps, page)}"
        if page.counts[page.rows[index - steps]] > 1:
            yield f"{steps} above: a line that is there again"


def _kind_of(index: int, page: _Page) -> str:
    here = page.features[index]
    if here.dated or here.kind in _FIELDS:
        return "a field"
    if is_breadcrumb(page.lines[index].text):
        return "a breadcrumb"
    if here.kind == "section":
        return "a section"
    if here.kind:
        return "words of web pages"
    if here.prose:
        return "a paragraph"
    if here.sentence:
        return "a sentence"
    return "a short line" if here.width < _SHORT else "a heading" if here.width <= _HEADING else "a long line"


def _echoes_of(index: int, page: _Page) -> Iterator[str]:
    """Where a page has the line again, alone or inside another."""
    text = page.rows[index]
    above = page.rows[: page.start].count(text) if page.counts[text] > 1 else 1
    below = page.counts[text] - above
    if above + below > 1 and page.features[index].width < _SHORT:
        yield "a short line that is there again"
    elif above + below > 1:
        if text in page.rows[:index]:
            yield "again above"
        if text in page.rows[index + 1 : page.start]:
            yield "again down to the body"
        if below:
            yield "again below"
    if len(text) < _SHORTEST_ECHO:
        return
    inside = (page.above.count(text) > above, page.below.count(text) > below)
    if inside[0]:
        yield "inside a line above the body"
    if inside[1]:
        yield "inside a line below"
    if any(inside) or above + below > 1:
        yield "an echo"
        if page.features[index].width >= _SHORT:
            yield "an echo of a long line"


def _compare(found: Candidate, others: Sequence[Candidate], page: _Page) -> Iterator[str]:
    """What the best candidates a few lines above and below say."""
    here = page.features[found.row]
    kind = "a sentence" if here.sentence else "no sentence"
    above = [other for other in others if 0 < found.row - other.row <= _NEAR]
    if above:
        best = max(above, key=lambda other: other.score)
        theirs = page.features[best.row]
        yield f"candidate above: score up to {step_of(best.score - found.score, _LEADS)}"
        yield f"candidate above: words up to {step_of(_common(best.words, found.words), _COMMON)}"
        if is_credited(page.lines[best.row].text):
            yield "candidate above: who made a picture"
        if page.counts[page.rows[best.row]] > 1:
            yield "candidate above: there again"
        longer = ", longer" if here.width > _LONGER * theirs.width else ""
        yield f"{kind} below {'a sentence' if theirs.sentence else 'a heading'}{longer}"
    else:
        yield "candidate above: none"
    below = [other for other in others if 0 < other.row - found.row <= _NEAR]
    if below:
        theirs = page.features[max(below, key=lambda other: other.score).row]
        longer = ", longer" if theirs.width > _LONGER * here.width else ""
        yield f"{kind} above {'a sentence' if theirs.sentence else 'a heading'}{longer}"


def _common(own: frozenset[str], other: frozenset[str]) -> float:
    return len(own & other) / max(1, min(len(own), len(other)))
