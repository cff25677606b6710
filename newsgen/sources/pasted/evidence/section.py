"""What speaks for and against each of the lines that may name the section.

The lines around a headline name sections, topics and services alike. What tells them apart is where a line stands,
which lines are between it and the headline, whether menus have it too, and whether the page shows a path.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsgen.sources.pasted.authors.given_names import names_person
from newsgen.sources.pasted.evidence.steps import step_of
from newsgen.sources.pasted.headline import repeats_headline
from newsgen.sources.pasted.line import Label, Line, find_role
from newsgen.sources.pasted.line_features import Features
from newsgen.sources.pasted.page_title import is_title_of
from newsgen.sources.pasted.phrases import bare, kind_of
from newsgen.sources.pasted.section import HOME, looks_like_section
from newsgen.sources.pasted.section_names import (
    BREADCRUMB,
    NAME,
    WITH_HEADLINE,
    names_path,
    section_in,
    start_of_headline,
)

FIELD = "section"
# The observations of the choice to name no section.
NONE = "no section"
# How far above the headline any short line may be the section, how far a path to the article, and how far below it.
_NEAR, _FAR, _BELOW = 12, 60, 3
_EARLY = 5
_DISTANCES = (1, 2, 3, 5, 8, 12)
_RUNS = (1, 2, 4, 8)
_LONGEST_RUN = 8
_FIELDS = frozenset(("byline", "published", "updated", "credit", "caption", "share", "top", "advert", "comments"))
_KINDS = frozenset(("", "section", "filed", "end", "related", "menu", "topics"))
_ROLES = frozenset(("section", "kicker", "chrome", "related"))
_LONGEST = 40
_LONGEST_PATH = 170
_STEPS = 7
_SIGNS = " >›»→|/:"


class Candidate(NamedTuple):
    """A line that may name the section: its row, the name, and the form in which it names it."""

    row: int
    name: str
    form: str


class _Page(NamedTuple):
    lines: Sequence[Line]
    features: Features
    headline: int
    counts: Mapping[str, int]
    paths: Sequence[str]


def count_lines(lines: Sequence[Line]) -> Mapping[str, int]:
    """How often a text has each of its lines that are no paragraphs, in small letters."""
    return Counter([line.text.casefold() for line in lines if len(line.text) <= _LONGEST_PATH])


def find_sections(
    lines: Sequence[Line], features: Features, labels: Sequence[Label], counts: Mapping[str, int]
) -> list[Candidate]:
    """The lines that may name the section, from the headline upward and then below it; `counts` are of `count_lines`.

    Near the headline it may be any short line, farther above only a path that ends with the headline, and below it a
    path or what stands above the headline once more.
    """
    headline = find_role("headline", labels)
    if headline < 0:
        return []
    title = lines[headline].text
    folded, start = title.casefold(), start_of_headline(title)
    rows = list(range(headline - 1, max(-1, headline - _NEAR - 1), -1))
    for row in range(headline - _NEAR - 1, max(-1, headline - _FAR - 1), -1):
        text = lines[row].text
        if len(text) <= _LONGEST_PATH and (start in text.casefold() or names_path(text)):
            rows.append(row)
    if counts[folded] > 1:
        below = range(headline + _BELOW + 1, len(lines) - 1)
        rows += (row for row in below if lines[row + 1].text.casefold() == folded)
    found = [_candidate(row, lines, features, title, counts) for row in rows if labels[row].role in _ROLES]
    for row in range(headline + 1, min(len(lines), headline + _BELOW + 1)):
        candidate = _candidate(row, lines, features, title, counts) if labels[row].role in _ROLES else None
        if candidate and candidate.form != NAME:
            found.append(candidate)
    return [candidate for candidate in found if candidate]


def _candidate(
    row: int, lines: Sequence[Line], features: Features, title: str, counts: Mapping[str, int]
) -> Candidate | None:
    text, here = lines[row].text, features[row]
    if len(text) > _LONGEST_PATH or here.dated or here.kind not in _KINDS or not bare(text):
        return None
    if here.prose and here.kind != "filed" and start_of_headline(title) not in text.casefold():
        return None
    name, form = section_in(text, title, counts)
    if not name or len(name) > _LONGEST or (form != NAME and bare(name) == bare(title)):
        return None
    if form == NAME and (
        not looks_like_section(name, here) or repeats_headline(name, title) or is_title_of(text, title)
    ):
        return None
    return Candidate(row, name, form)


def observe_sections(
    lines: Sequence[Line],
    features: Features,
    labels: Sequence[Label],
    counts: Mapping[str, int],
    candidates: Sequence[Candidate],
) -> list[list[str]]:
    """The observations of each candidate, and last those of naming none; `labels` are those that the rules give."""
    headline = find_role("headline", labels)
    paths = [lines[found.row].text.casefold() for found in candidates if found.form in (BREADCRUMB, WITH_HEADLINE)]
    page = _Page(lines, features, headline, counts, paths)
    observed = [[*_observe(found, candidates, page), *_rule_of(labels[found.row])] for found in candidates]
    nearest = min((headline - found.row for found in candidates if found.row < headline), default=0)
    none = [NONE, f"{NONE}: nearest {step_of(nearest, _DISTANCES)} above"]
    if headline <= _EARLY:
        none.append(f"{NONE}: an early headline")
    if not any(labels[found.row].role == FIELD for found in candidates):
        none.append(f"{NONE} by the rules")
    return [*observed, none]


def _rule_of(label: Label) -> Iterator[str]:
    if label.role == FIELD:
        yield f"rule: {label.rule}"
    elif label.role == "kicker":
        yield "rule: a kicker"


def _observe(found: Candidate, others: Sequence[Candidate], page: _Page) -> Iterator[str]:
    row, headline = found.row, page.headline
    form = found.form
    text, folded = page.lines[row].text, found.name.casefold()
    yield form
    again = page.counts[folded] - (text.casefold() == folded)
    yield f"{form}: again {step_of(again, (0, 1, 3))}"
    yield from _shape_of(found)
    if form == NAME:
        yield from _steps_to(row, folded, page)
    if row < headline:
        yield from _place_of(found, others, page)
    else:
        yield "elsewhere"
        yield f"{form}: below" if row <= headline + _BELOW else "above the headline once more"


def _steps_to(row: int, folded: str, page: _Page) -> Iterator[str]:
    """What the paths of the page say of a name."""
    if any(folded in path for path in page.paths):
        yield "in a path"
    if row and bare(page.lines[row - 1].text) in HOME:
        yield "below the home page"
    elif _is_step(row, page):
        yield "a step of a path"
    if row and names_path(page.lines[row - 1].text):
        yield "below the words for a path"


def _place_of(found: Candidate, others: Sequence[Candidate], page: _Page) -> Iterator[str]:
    row, form = found.row, found.form
    yield f"{form}: {step_of(page.headline - row, _DISTANCES)} above"
    between = page.features[row + 1 : page.headline]
    kinds = {"field" if here.dated or here.kind in _FIELDS else "other" for here in between}
    yield f"{form}: {'other lines' if 'other' in kinds else 'fields' if kinds else 'nothing'} between"
    is_nearest = not any(row < other.row < page.headline for other in others)
    yield f"{form}: {'the nearest candidate' if is_nearest else 'another candidate between'}"
    above, below = _run_of(row, page)
    yield f"{form}: a run of {step_of(above + below + 1, _RUNS)}"
    if above + below:
        inside = "inside a run" if above and below else f"{form}: the {'last' if above else 'first'} of a run"
        yield inside
    gaps = [str(min(page.lines[row].gap, 2)) if row else "all", str(min(page.lines[row + 1].gap, 2))]
    yield f"{form}: blank lines: {gaps[0]} above, {gaps[1]} below"
    if row <= 1:
        yield f"{form}: line {row + 1} of the text"


def _shape_of(found: Candidate) -> Iterator[str]:
    name = found.name
    words = name.split()
    kind = kind_of(name)
    if kind == "section":
        yield f"{found.form}: a known section"
    elif bare(name) in HOME:
        yield "the home page"
    elif kind:
        yield f"words for {kind}"
    elif any(kind_of(word) == "section" for word in words):
        yield "a word of known sections"
    if len(words) > 1:
        yield f"{min(len(words), 4)} words"
    if name.isupper():
        yield "in capitals"
    elif name[:1].islower():
        yield "a small letter"
    if any(map(str.isdigit, name)):
        yield "digits"
    if len(words) > 1 and names_person(name):
        yield "a person's name"


def _is_step(row: int, page: _Page) -> bool:
    """Whether a line is below the home page with only other names between."""
    for above in range(row - 1, max(-1, row - _STEPS), -1):
        text = page.lines[above].text
        if bare(text) in HOME:
            return True
        if bare(text) and not looks_like_section(text.strip(_SIGNS), page.features[above]):
            return False
    return False


def _run_of(row: int, page: _Page) -> tuple[int, int]:
    """The number of short lines directly above and below, up to a bound each way."""
    above = 0
    while above < _LONGEST_RUN and row - above - 1 >= 0 and _is_short(row - above - 1, page):
        above += 1
    below = 0
    while below < _LONGEST_RUN and row + below + 1 < page.headline and _is_short(row + below + 1, page):
        below += 1
    return above, below


def _is_short(row: int, page: _Page) -> bool:
    here = page.features[row]
    return here.width <= _LONGEST and not here.dated and not here.prose and not here.sentence
