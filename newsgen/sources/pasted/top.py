"""Above the body: the fields around the headline, and all else that a window shows there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgen.sources.pasted.above import label_above
from newsgen.sources.pasted.body import Span
from newsgen.sources.pasted.byline import adds_name, is_name_line, is_under_byword, stands_beside_field
from newsgen.sources.pasted.days import find_date
from newsgen.sources.pasted.headline import repeats_headline
from newsgen.sources.pasted.line import ANOTHER_NAME, Label, Line
from newsgen.sources.pasted.observe import Seen, is_credited
from newsgen.sources.pasted.phrases import start_of
from newsgen.sources.pasted.section import is_breadcrumb
from newsgen.sources.pasted.shape import ends_sentence

_LONGEST_DEK = 520
_LONGEST_CAPTION = 150
_ABOVE_DEK = frozenset(("chrome", "date", "byline", "section", "caption", "credit"))
# A line with several of these, and no sentence, is a row of buttons. The rule holds only below a headline: a headline
# may well name three networks.
_NETWORKS = re.compile(
    r"facebook|twitter|linkedin|whats ?app|telegram|pinterest|tumblr|reddit|flipboard"
    r"|messenger|instagram|bluesky|threads"
    r"|فيسبوك|تويتر|لينكدإن|واتساب|تيلقرام|تيليجرام|بينتيريست|вконтакте|одноклассники|微博|微信",
    re.IGNORECASE,
)
_DATE_ABOVE = 10


def label_top(lines: Sequence[Line], seen: Sequence[Seen], headline: int, sure: float, start: int) -> list[Label]:
    """A label for each line before `start`; `headline` is the headline's place (-1: none), `sure` how sure that is."""
    labels: list[Label] = [Label("chrome", "above the article", 0.7)] * start
    if headline >= 0:
        labels[headline] = Label("headline", "best line above the body", sure)
        label_above(lines, seen, headline, labels)
    _label_between(lines, seen, headline, start, labels)
    if not any(label.role == "date" for label in labels):
        for place in range(headline - 1, max(-1, headline - _DATE_ABOVE), -1):
            if seen[place].dated and find_date(lines[place].text, day_first=True):
                labels[place] = Label("date", "a date above the headline", 0.7)
                break
    return labels


def _label_between(lines: Sequence[Line], seen: Sequence[Seen], headline: int, start: int, labels: list[Label]) -> None:
    """From the headline to the body: dek, byline, dates, credits, and what the site puts among them."""
    dek = False
    for place in range(headline + 1, start):
        text, here = lines[place].text, seen[place]
        following = seen[place + 1] if place + 1 < len(seen) else here
        if here.kind == "byline" and start_of(text)[1]:
            labels[place] = Label("byline", "begins with the word for writers", 0.9)
        elif is_under_byword(place, lines, seen):
            labels[place] = Label("byline", "stands below the word for writers", 0.9)
        elif adds_name(place, lines, seen, labels):
            labels[place] = Label("byline", ANOTHER_NAME, 0.7)
        elif is_name_line(place, lines, seen, headline, start):
            beside = stands_beside_field(place, lines, seen, headline)
            rule = "names beside a date, a role or a credit" if beside else "names near the headline or body"
            labels[place] = Label("byline", rule, 0.7 if beside else 0.6)
        elif here.dated or here.kind in ("published", "updated"):
            labels[place] = Label("date", "shows a date", 0.9)
        elif here.kind in ("credit", "caption"):
            labels[place] = Label("credit", "begins as a credit", 0.8)
        elif is_credited(text):
            labels[place] = Label("caption", "names who made the picture", 0.8)
        elif headline >= 0 and repeats_headline(text, lines[headline].text):
            labels[place] = Label("chrome", "the headline again", 0.9)
        elif not here.sentence and len(_NETWORKS.findall(text)) > 1:
            labels[place] = Label("chrome", "row of share buttons", 0.8)
        elif is_breadcrumb(text) and place <= headline + 3:
            labels[place] = Label("section", "breadcrumb below the headline", 0.6)
        elif here.kind:
            labels[place] = Label("chrome", f"words for {here.kind}", 0.9)
        elif not dek and _is_dek(place, here, following, headline, labels):
            labels[place] = Label("dek", "line between headline and body", 0.7)
            dek = True
        elif following.kind == "credit":
            labels[place] = Label("caption", "line above a credit", 0.7)


def _is_dek(place: int, here: Seen, following: Seen, headline: int, labels: Sequence[Label]) -> bool:
    return (
        0 <= headline >= place - 6
        and 35 <= here.width <= _LONGEST_DEK
        and (following.kind not in ("credit", "caption") or (here.sentence and here.width > _LONGEST_CAPTION))
        and all(label.role in _ABOVE_DEK for label in labels[headline + 1 : place])
    )


def skip_dek(lines: Sequence[Line], seen: Sequence[Seen], headline: int, span: Span) -> int:
    """Where the body begins when its first line may be the dek: then field lines stand between it and the others."""
    first = span.start
    if headline < 0 or first >= span.end - 2 or first > headline + 6 or seen[first].width > _LONGEST_DEK:
        return first
    if any(
        here.width >= 35 and not here.kind and not here.dated and not is_credited(line.text)
        for line, here in zip(lines[headline + 1 : first], seen[headline + 1 : first], strict=True)
    ):
        return first
    below = first + 1
    fields = 0
    while below < min(first + 8, span.end) and (not seen[below].prose or is_credited(lines[below].text)):
        here = seen[below]
        fields += (
            here.dated
            or here.kind in ("byline", "published", "updated", "share", "top")
            or is_credited(lines[below].text)
            or is_name_line(below, lines, seen, headline, span.start)
        )
        below += 1
    if fields and below < span.end:
        return below
    others = [here.sentence for here in seen[first + 1 : first + 4] if here.prose]
    if first == headline + 1 and not ends_sentence(lines[first].text) and others and all(others):
        return first + 1
    return first
