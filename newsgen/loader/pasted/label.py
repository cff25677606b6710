"""Which line of a pasted page is what, decided with the whole text in view.

First every line is sorted by its own words and shape. Then the body is found: the paragraphs from the first
that has others below it to the words that end an article. What stands above the body is the top block, read
upwards from it; what stands below is the tail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsgen.loader.pasted.days import find_date
from newsgen.loader.pasted.line import Label, Line
from newsgen.loader.pasted.phrases import kind_of, start_of
from newsgen.loader.pasted.shape import ends_sentence, is_prose, width

_CRUMB = re.compile(r"\s*(?:[>›»→/|]|::)\s*")
_READ_TIME = re.compile(r"\d+\s*(?:min\b|mins\b|minutes?\b|minutos|minuten|دقائق|分)", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}[.)]?$")
_BULLET = re.compile(r"[•·▪‣*–-]\s+\S")
_LONGEST_SECTION = 28
_LONGEST_HEADLINE = 220
_SHORTEST_DEK = 35
_LONGEST_DEK = 330
_LONGEST_SUBHEAD = 90
_TOP_KINDS = frozenset(("byline", "updated", "published", "date", "chrome", "credit", "read time", "advert"))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a line shows by itself: a kind of words ("" for none), and whether it reads as a paragraph."""

    kind: str
    prose: bool


def label_lines(lines: Sequence[Line], has_headline: bool = False) -> list[Label]:
    """A label for each line, in order. With `has_headline` the text may begin with its body."""
    seen = [_see(line.text) for line in lines]
    start = _find_start(seen)
    end = _find_end(seen, start)
    labels = _label_top(lines[:start], seen[:start], has_headline)
    if start < len(lines) and labels and not has_headline:
        start, labels = _take_dek(lines, seen, start, end, labels)
    labels += _label_body(lines[start:end], seen[start:end])
    return labels + _label_tail(lines[end:], seen[end:])


def _see(text: str) -> _Seen:
    whole = kind_of(text)
    if whole:
        return _Seen(whole, False)
    kind, _ = start_of(text)
    prose = is_prose(text)
    if kind and not (prose and kind in ("byline", "published", "updated", "filed")):
        return _Seen(kind, prose)
    if _READ_TIME.search(text) and width(text) < 30:
        return _Seen("read time", False)
    if not prose and width(text) < 70 and find_date(text):
        return _Seen("date", False)
    return _Seen("", prose)


def _find_start(seen: Sequence[_Seen]) -> int:
    """The first paragraph that has another paragraph near below it; else the first of all."""
    prose = [place for place, line in enumerate(seen) if line.prose and not line.kind]
    for first, second in pairwise(prose):
        if second - first <= 4:
            return first
    return prose[0] if prose else len(seen)


def _find_end(seen: Sequence[_Seen], start: int) -> int:
    """The first line below the body's start whose words end an article, unless much of the body follows it."""
    for place in range(start, len(seen)):
        if seen[place].kind in ("end", "related", "tags", "filed"):
            below = seen[place + 1 : place + 9]
            if seen[place].kind == "related" and sum(line.prose for line in below) >= 4:
                continue
            return place
    return _end_without_words(seen, start)


def _end_without_words(seen: Sequence[_Seen], start: int) -> int:
    """Where no words end the article, it ends after the last paragraph that is not far from the others."""
    end = start
    for place in range(start, len(seen)):
        if seen[place].prose and not seen[place].kind and place - end <= 12:
            end = place + 1
    return end


def _label_top(lines: Sequence[Line], seen: Sequence[_Seen], has_headline: bool) -> list[Label]:
    """Above the body: menus, section or breadcrumb, kicker, headline, dek, byline, dates, caption and credit."""
    labels = [_label_known(line, what) for line, what in zip(lines, seen, strict=True)]
    free = [place for place, label in enumerate(labels) if label is None]
    crumbs = [place for place in free if _is_breadcrumb(lines[place].text)]
    chosen: dict[int, Label] = {}
    if crumbs:
        chosen[crumbs[-1]] = Label("section", "breadcrumb above the headline")
        free = [place for place in free if place > crumbs[-1]]
    for place in [place for place in free if place + 1 < len(lines) and seen[place + 1].kind == "credit"]:
        if len(free) > 1:
            chosen[place] = Label("caption", "line above a credit")
            free.remove(place)
    free = _nearest_block(lines, free) if not crumbs else free
    if has_headline:
        chosen |= {place: Label("chrome", "above the body") for place in free}
        free = []
    if len(free) > 1 and _is_section(lines[free[0]].text, lines[free[1]].text):
        rule = ("kicker", "short line above the headline") if crumbs else ("section", "short line above the headline")
        chosen[free.pop(0)] = Label(*rule)  # type: ignore[arg-type]
    if free:
        chosen[free.pop(0)] = Label("headline", "first long line above the body")
    if free and _SHORTEST_DEK <= width(lines[free[0]].text) <= _LONGEST_DEK:
        chosen[free.pop(0)] = Label("dek", "line between headline and body")
    return [label or chosen.get(place) or Label("chrome", "above the article") for place, label in enumerate(labels)]


def _nearest_block(lines: Sequence[Line], free: list[int]) -> list[int]:
    """In a whole window, the last lines above the body belong to the article and the menus above them do not."""
    if len(free) <= 4:
        return free
    longest = max(free[-4:], key=lambda place: (min(width(lines[place].text), _LONGEST_HEADLINE), -place))
    return [place for place in free if place >= longest]


def _label_known(line: Line, seen: _Seen) -> Label | None:
    if seen.kind in ("byline", "credit"):
        return Label(seen.kind, f"begins as a {seen.kind}")  # type: ignore[arg-type]
    if seen.kind in ("date", "published", "updated"):
        return Label("date", "a date" if seen.kind == "date" else f"begins with the word for {seen.kind}")
    if seen.kind == "filed":
        return Label("section", "begins with the words for a section")
    if seen.kind:
        return Label("chrome", f"{seen.kind} words")
    return None


def _is_breadcrumb(text: str) -> bool:
    crumbs = _CRUMB.split(text)
    return 2 <= len(crumbs) <= 5 and all(0 < width(crumb) <= _LONGEST_SECTION for crumb in crumbs)


def _is_section(text: str, following: str) -> bool:
    return width(text) <= _LONGEST_SECTION and not ends_sentence(text) and width(following) > width(text)


def _take_dek(
    lines: Sequence[Line], seen: Sequence[_Seen], start: int, end: int, labels: list[Label]
) -> tuple[int, list[Label]]:
    """The first paragraph may be the dek: it lacks a full stop that the others have, or top lines follow it."""
    if any(label.role == "dek" for label in labels) or not any(label.role == "headline" for label in labels):
        return start, labels
    text = lines[start].text
    if labels[-1].role not in ("headline", "chrome") or width(text) > _LONGEST_DEK or end - start < 3:
        return start, labels
    if labels[-1].role == "headline" and not ends_sentence(text) and ends_sentence(lines[start + 1].text):
        return start + 1, [*labels, Label("dek", "no full stop, unlike the paragraphs below it")]
    below = start + 1
    while below < end and (seen[below].kind in _TOP_KINDS or (below + 1 < end and seen[below + 1].kind == "credit")):
        below += 1
    if any(seen[place].kind in ("byline", "published", "date") for place in range(start + 1, below)):
        middle = [
            _label_known(lines[place], seen[place]) or Label("caption", "line above a credit")
            for place in range(start + 1, below)
        ]
        return below, [*labels, Label("dek", "stands above the byline or date"), *middle]
    return start, labels


def _label_body(lines: Sequence[Line], seen: Sequence[_Seen]) -> list[Label]:
    labels = []
    for place, (line, what) in enumerate(zip(lines, seen, strict=True)):
        following = seen[place + 1] if place + 1 < len(seen) else _Seen("", False)
        if place == 0 and following.kind == "credit":
            labels.append(Label("caption", "line above a credit"))
        elif place > 0 and seen[place - 1].kind == following.kind == "advert":
            labels.append(Label("chrome", "between two advert lines"))
        elif what.kind == "promo":
            labels.append(Label("related", "promo words"))
        elif what.kind == "credit":
            labels.append(Label("credit", "begins as a credit"))
        elif what.kind in ("date", "published", "updated"):
            labels.append(Label("date", "a date among the paragraphs"))
        elif what.kind in ("byline", "filed") or not what.kind:
            labels.append(_label_text(line, what, following))
        else:
            labels.append(Label("chrome", f"{what.kind} words"))
    return labels


def _label_text(line: Line, seen: _Seen, following: _Seen) -> Label:
    if seen.prose:
        return Label("body", "paragraph")
    if following.kind == "credit":
        return Label("caption", "line above a credit")
    if _BULLET.match(line.text):
        return Label("item", "begins with a bullet")
    if not ends_sentence(line.text) and width(line.text) <= _LONGEST_SUBHEAD and following.prose:
        return Label("subhead", "short line above a paragraph")
    return Label("body", "among the paragraphs")


def _label_tail(lines: Sequence[Line], seen: Sequence[_Seen]) -> list[Label]:
    """Below the body: lists of related articles, tags, and the rest of the window."""
    labels: list[Label] = []
    listing = ""
    for line, what in zip(lines, seen, strict=True):
        if what.kind in ("related", "end", "chrome", "advert", "tags", "filed", "promo"):
            listing = what.kind if what.kind == "related" or kind_of(line.text) == "end" else ""
            if what.kind == "end" and kind_of(line.text) == "end":
                listing = "topics" if _names_topics(line.text) else ""
            labels.append(_label_heading(what))
        elif what.kind in ("date", "read time") or _NUMBERED.match(line.text):
            labels.append(Label("chrome", "date or number below the article"))
        elif (
            listing == "related"
            and width(line.text) >= 12
            and not (what.prose and width(line.text) > _LONGEST_HEADLINE)
        ):
            labels.append(Label("related", "listed under a heading for related articles"))
        elif listing == "topics" and width(line.text) <= 40:
            labels.append(Label("tags", "listed under a heading for topics"))
        else:
            listing = ""
            labels.append(Label("chrome", "below the article"))
    return labels


def _label_heading(seen: _Seen) -> Label:
    if seen.kind == "tags":
        return Label("tags", "begins with the word for tags")
    if seen.kind == "filed":
        return Label("section", "begins with the words for a section")
    if seen.kind == "promo":
        return Label("related", "promo words")
    return Label("chrome", f"{seen.kind} words")


def _names_topics(text: str) -> bool:
    return text.casefold().strip(" :") in (
        "topics",
        "tags",
        "الوسوم",
        "mots-clés",
        "etiquetas",
        "schlagwörter",
        "themen",
        "теги",
    )
