"""Above the body: the fields around the headline, and all else that a window shows there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgen.loader.pasted.body import Span
from newsgen.loader.pasted.days import find_date
from newsgen.loader.pasted.headline import HOME, words_of
from newsgen.loader.pasted.line import ANOTHER_NAME, Label, Line
from newsgen.loader.pasted.names import is_byline, is_person, is_role, names_before_date, names_behind_by
from newsgen.loader.pasted.observe import Seen, is_credited
from newsgen.loader.pasted.phrases import bare, start_of
from newsgen.loader.pasted.section import is_breadcrumb, looks_like_section
from newsgen.loader.pasted.shape import ends_sentence, in_arabic

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
_LONGEST_NAMES = 60
# How many lines below the headline names may stand that something beside them tells to be the writers'.
_FAR = 12
# What stands in a line of its own between two writers' names.
_JOINTS = frozenset("and & und et y e och og en i и ve".split())
_EARLY = 6
_DATE_ABOVE = 10
_SHORT = 60


def label_top(lines: Sequence[Line], seen: Sequence[Seen], headline: int, sure: float, start: int) -> list[Label]:
    """A label for each line before `start`; `headline` is the headline's place (-1: none), `sure` how sure that is."""
    labels: list[Label] = [Label("chrome", "above the article", 0.7)] * start
    if headline >= 0:
        labels[headline] = Label("headline", "best line above the body", sure)
        _label_above(lines, seen, headline, labels)
    _label_between(lines, seen, headline, start, labels)
    if not any(label.role == "date" for label in labels):
        for place in range(headline - 1, max(-1, headline - _DATE_ABOVE), -1):
            if seen[place].dated and find_date(lines[place].text, day_first=True):
                labels[place] = Label("date", "a date above the headline", 0.7)
                break
    return labels


def _label_above(lines: Sequence[Line], seen: Sequence[Seen], headline: int, labels: list[Label]) -> None:
    """Section, kicker and date above the headline.

    A text that begins with the article begins with its section, and what stands below that is a kicker. In a whole
    window menus stand above, and the nearest line that can be a section is.
    """
    if headline < _EARLY and all(here.width <= _SHORT or here.dated for here in seen[:headline]):
        _label_opening(lines, seen, headline, labels)
        return
    for place in range(headline - 1, max(-1, headline - 5), -1):
        text, here = lines[place].text, seen[place]
        if not bare(text):
            continue
        if here.dated:
            labels[place] = Label("date", "a date above the headline", 0.8)
        elif is_breadcrumb(text):
            labels[place] = Label("section", "breadcrumb above the headline", 0.8)
            return
        elif here.kind == "section" and place >= headline - 2:
            labels[place] = Label("section", "a section's name above the headline", 0.6)
            return
        elif not here.kind and place == headline - 1 and lines[place].gap and looks_like_section(text, here):
            labels[place] = Label("kicker", "short line above the headline", 0.5)
        elif here.kind in ("byline", "credit"):
            labels[place] = Label(here.kind, f"begins as a {here.kind}", 0.8)  # type: ignore[arg-type]
        elif here.kind or here.width > _SHORT:
            return


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


def _label_between(lines: Sequence[Line], seen: Sequence[Seen], headline: int, start: int, labels: list[Label]) -> None:
    """From the headline to the body: dek, byline, dates, credits, and what the site puts among them."""
    dek = False
    for place in range(headline + 1, start):
        text, here = lines[place].text, seen[place]
        following = seen[place + 1] if place + 1 < len(seen) else here
        if here.kind == "byline" and start_of(text)[1]:
            labels[place] = Label("byline", "begins with the word for writers", 0.9)
        elif _is_under_byword(place, lines, seen):
            labels[place] = Label("byline", "stands below the word for writers", 0.9)
        elif _adds_name(place, lines, seen, labels):
            labels[place] = Label("byline", ANOTHER_NAME, 0.7)
        elif is_name_line(place, lines, seen, headline, start):
            beside = _beside_field(place, lines, seen, headline)
            rule = "names beside a date, a role or a credit" if beside else "names near the headline or body"
            labels[place] = Label("byline", rule, 0.7 if beside else 0.6)
        elif here.dated or here.kind in ("published", "updated"):
            labels[place] = Label("date", "shows a date", 0.9)
        elif here.kind in ("credit", "caption"):
            labels[place] = Label("credit", "begins as a credit", 0.8)
        elif is_credited(text):
            labels[place] = Label("caption", "names who made the picture", 0.8)
        elif headline >= 0 and _repeats(text, lines[headline].text):
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


def _is_under_byword(place: int, lines: Sequence[Line], seen: Sequence[Seen]) -> bool:
    """Whether a line stands below "By" alone and is no label, date or paragraph."""
    above, here = seen[place - 1], seen[place]
    return (
        place > 0
        and above.kind == "byline"
        and not start_of(lines[place - 1].text)[1]
        and not (here.kind or here.prose)
        and here.width <= _LONGEST_NAMES
    )


def _adds_name(place: int, lines: Sequence[Line], seen: Sequence[Seen], labels: Sequence[Label]) -> bool:
    """Whether a name stands below a byline's, perhaps with a comma or an "and" between the two."""
    above = place - 1
    joined = above > 0 and (not bare(lines[above].text) or bare(lines[above].text) in _JOINTS)
    above -= joined
    if above < 0 or labels[above].role != "byline" or seen[place].kind or seen[place].prose or seen[place].dated:
        return False
    return is_byline(lines[place].text) if joined else is_person(lines[place].text) and seen[place + 1].dated


def _repeats(text: str, headline: str) -> bool:
    """Whether a line says the headline again, perhaps with another sign or word between its parts."""
    if bare(text) == bare(headline):
        return True
    own, theirs = words_of(text), words_of(headline)
    return len(theirs) > 3 and len(own & theirs) >= 0.9 * len(own | theirs)


def _is_dek(place: int, here: Seen, following: Seen, headline: int, labels: Sequence[Label]) -> bool:
    return (
        0 <= headline >= place - 6
        and 35 <= here.width <= _LONGEST_DEK
        and (following.kind not in ("credit", "caption") or (here.sentence and here.width > _LONGEST_CAPTION))
        and all(label.role in _ABOVE_DEK for label in labels[headline + 1 : place])
    )


def is_name_line(place: int, lines: Sequence[Line], seen: Sequence[Seen], headline: int, start: int) -> bool:
    """Whether a short line near the headline names who wrote the article, without a word such as "By"."""
    text, here = lines[place].text, seen[place]
    if place + 1 < len(seen) and seen[place + 1].kind == "credit":
        return False
    if here.dated and here.width <= 90 and place <= headline + 8 and _names_beside_date(text, here):
        return True
    if here.kind or here.prose or not 3 <= here.width <= 90 or is_credited(text):
        return False
    beside = _beside_field(place, lines, seen, headline)
    if in_arabic(text):
        return beside and here.width <= 45 and len(text.split()) <= 7
    near = place <= headline + 3 or start - 2 <= place < start
    if beside and text.isupper():
        text = text.title()
    return (near or (beside and place <= headline + _FAR)) and is_byline(text)


def _names_beside_date(text: str, here: Seen) -> bool:
    return bool(names_behind_by(text) or (not here.kind and names_before_date(text)))


def _beside_field(place: int, lines: Sequence[Line], seen: Sequence[Seen], headline: int) -> bool:
    """Whether a line stands beside a date, below a picture's credit or above what its writer does for the paper."""
    near = [seen[other] for other in (place - 1, place + 1, place + 2) if headline < other < len(seen)]
    if any(other.dated or other.kind in ("published", "updated") for other in near):
        return True
    if place > 0 and (seen[place - 1].kind == "credit" or is_credited(lines[place - 1].text)):
        return True
    return place + 1 < len(lines) and not seen[place + 1].prose and is_role(lines[place + 1].text)


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
