"""What speaks for and against a line as the dek: the sentence or two below the headline that sum up the article.

It may stand alone between headline and body or be the body's first paragraph. What looks like it is a second headline,
a caption, the heading of another article, or the offer of a subscription.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsgen.sources.pasted.evidence.page import Page
from newsgen.sources.pasted.line import Label, Line
from newsgen.sources.pasted.line_features import features_of
from newsgen.sources.pasted.text_shape import ends_sentence, width
from newsgen.sources.pasted.word_sets import words_of, words_of_lines

FIRST_PARAGRAPH = "the article's first paragraph"
_WIDTHS = (50, 80, 120, 180, 260, 400)
_BELOW = (1, 3, 6, 10)
_LINE = 45
_SHORTEST, _LONGEST = 35, 520
# Letters of the article that are compared.
_SAMPLE = 4_000
_DATELINE = re.compile(r"^[^\W\d_a-z]{3}[^a-z.]{0,60}[—–:-]\s|^[^.]{3,50}\((?:[^)]{2,30})\)\s*[—–-]")
_MONEY = re.compile(r"[€$£](?:\s?\d|(?<=\d.)|(?<=\d\s.))")
_FIELDS = frozenset(("byline", "date"))
_PICTURES = frozenset(("caption", "credit"))


def may_be_dek(text: str) -> bool:
    """Whether a line has the length of a dek."""
    return _SHORTEST <= width(text) <= _LONGEST


def observe_dek(index: int, lines: Sequence[Line], labels: Sequence[Label], page: Page) -> list[str]:
    """The observations of a line at `index` below the headline."""
    text = lines[index].text
    rule = labels[index].rule if labels[index].role == "dek" else FIRST_PARAGRAPH
    size = next((str(limit) for limit in _WIDTHS if width(text) <= limit), "more")
    steps = next((str(steps) for steps in _BELOW if index - page.headline <= steps), "more")
    ends = "a sentence" if ends_sentence(text) else "no sentence"
    found = [f"rule: {rule}", f"up to {size} letters", f"up to {steps} below the headline", ends]
    found += _compare(text, index, lines, labels, page)
    neighbours = list(_neighbours(index, lines, labels))
    # The first paragraph nearly always stands above another; of a line above the body that says much.
    kind = "paragraph" if rule == FIRST_PARAGRAPH else ends
    found += [f"{kind}: {neighbour}" for neighbour in neighbours]
    between = [labels[other].role for other in range(page.headline + 1, page.start) if other != index]
    if rule != FIRST_PARAGRAPH:
        found.append(f"{ends}: alone with fields" if set(between) <= _FIELDS else f"{ends}: among others")
        if index == page.headline + 1 and width(text) >= _LINE and not title_repeats(text, page.title):
            found.append(f"{ends}: a long line directly below")
    if _DATELINE.match(text):
        found.append("a dateline")
    if _MONEY.search(text):
        found.append("a price")
    return found


def title_repeats(text: str, title: str) -> bool:
    """Whether a line has most of the headline's words."""
    own = words_of(title)
    return len(own & words_of(text)) >= 0.6 * len(own)


def _compare(text: str, index: int, lines: Sequence[Line], labels: Sequence[Label], page: Page) -> Iterator[str]:
    own, title = words_of(text), words_of(page.title)
    rest = words_of_lines(list(_others(index, lines, labels)))
    if own:
        shared = len(own & title) / len(own)
        yield "words of the headline: " + ("most" if shared >= 0.5 else "some" if shared >= 0.15 else "few")
        inside = len(own & rest) / len(own)
        yield "words of the article: " + ("most" if inside >= 0.6 else "half" if inside >= 0.35 else "few")
    start = text[:60]
    size = len(start)
    if sum([start in other for _, other in page.short if len(other) >= size]) > 1:
        yield "again in the text"


def _others(index: int, lines: Sequence[Line], labels: Sequence[Label]) -> Iterator[str]:
    """The paragraphs but the one at `index`, up to so many letters of them as are compared."""
    size = 0
    for other, label in enumerate(labels):
        if label.role == "body" and other != index:
            text = lines[other].text[: _SAMPLE - size]
            yield text
            size += len(text) + 1
            if size >= _SAMPLE:
                break


def _neighbours(index: int, lines: Sequence[Line], labels: Sequence[Label]) -> Iterator[str]:
    above = [label.role for label in labels[max(0, index - 4) : index]]
    if any(role in _FIELDS for role in above):
        yield "fields above"
    if any(role in _PICTURES for role in above[-1:]):
        yield "a picture above"
    below = index + 1
    if below == len(lines):
        return
    role = labels[below].role
    if role in _FIELDS:
        yield "fields below"
    elif role in _PICTURES:
        yield "a picture below"
    elif role == "body":
        yield "a paragraph below"
        longer = width(lines[below].text) > 1.3 * width(lines[index].text)
        yield "a longer paragraph below" if longer else "a shorter paragraph below"
    elif role == "subhead":
        yield "a subhead below"
    else:
        yield "other lines below"
    if lines[index].gap == 0 and index:
        yield "no blank line above"
    if lines[below].gap == 0:
        yield "no blank line below"
    if features_of(lines[index].text).kind:
        yield "words of web pages"
