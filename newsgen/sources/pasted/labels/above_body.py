"""Label the lines above the body: the fields around the headline, and everything else on the page."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.sources.dates.written_dates import shows_date
from newsgen.sources.pasted.body_span import Span
from newsgen.sources.pasted.byline import (
    continues_byline,
    is_below_lone_by,
    is_beside_field,
    is_name_line,
    names_link,
)
from newsgen.sources.pasted.dated_title import mentions_date
from newsgen.sources.pasted.headline import repeats_headline
from newsgen.sources.pasted.labels.above_headline import label_above_headline
from newsgen.sources.pasted.line import ABOVE_ARTICLE, ANOTHER_NAME, BELOW_LONE_BY, Label, Line, Role
from newsgen.sources.pasted.line_features import Features, LineFeatures, is_credited
from newsgen.sources.pasted.phrases import start_of
from newsgen.sources.pasted.section import is_breadcrumb
from newsgen.sources.pasted.text_shape import ends_sentence

_LONGEST_DEK = 520
_LONGEST_CAPTION = 150
_ABOVE_DEK = frozenset(("chrome", "date", "byline", "section", "caption", "credit"))
# A line with several of these names that is no sentence is a row of buttons. The rule applies only below the headline,
# which may itself name three networks.
_NETWORKS = (
    "facebook", "twitter", "linkedin", "whatsapp", "whats app", "telegram", "pinterest", "tumblr", "reddit",
    "flipboard", "messenger", "instagram", "bluesky", "threads", "فيسبوك", "تويتر", "لينكدإن", "واتساب", "تيلقرام",
    "تيليجرام", "بينتيريست", "вконтакте", "одноклассники", "微博", "微信",
)  # fmt: skip
_SHORTEST_ROW = 2 * min(map(len, _NETWORKS))
_DATE_ABOVE = 10


def label_above_body(
    lines: Sequence[Line], features: Features, headline: int, confidence: float, start: int
) -> list[Label]:
    """A label for each line before `start`; the headline is at `headline` (-1: none) with this confidence."""
    labels: list[Label] = [Label("chrome", ABOVE_ARTICLE, 0.7)] * start
    if headline >= 0:
        labels[headline] = Label("headline", "best line above the body", confidence)
        label_above_headline(lines, features, headline, labels)
    _label_between(lines, features, headline, start, labels)
    if not any(label.role == "date" for label in labels):
        for index in range(headline - 1, max(-1, headline - _DATE_ABOVE), -1):
            if features[index].dated and shows_date(lines[index].text):
                role: Role = "byline" if features[index].kind == "byline" else "date"
                labels[index] = Label(role, "a date above the headline", 0.7)
                break
    return labels


def _label_between(lines: Sequence[Line], features: Features, headline: int, start: int, labels: list[Label]) -> None:
    """Label the lines between headline and body: dek, byline, dates, credits, and the site's own lines among them."""
    has_dek = False
    for index in range(headline + 1, start):
        text, here = lines[index].text, features[index]
        following = features[index + 1] if index + 1 < len(features) else here
        if here.kind == "byline" and start_of(text)[1]:
            labels[index] = Label("byline", "begins with the word for writers", 0.9)
        elif is_below_lone_by(index, lines, features):
            labels[index] = Label("byline", BELOW_LONE_BY, 0.9)
        elif continues_byline(index, lines, features, labels):
            labels[index] = Label("byline", ANOTHER_NAME, 0.7)
        elif names_link(text):
            labels[index] = Label("byline", "links to the author's articles", 0.7)
        elif is_name_line(index, lines, features, headline, start):
            beside = is_beside_field(index, lines, features, headline)
            rule = "names beside a date, a role or a credit" if beside else "names near the headline or body"
            labels[index] = Label("byline", rule, 0.7 if beside else 0.6)
        elif here.kind in ("published", "updated") or (here.dated and not mentions_date(index, lines, features, start)):
            labels[index] = Label("date", "shows a date", 0.9)
        elif here.kind in ("credit", "caption"):
            labels[index] = Label("credit", "begins as a credit", 0.8)
        elif is_credited(text):
            labels[index] = Label("caption", "names who made the picture", 0.8)
        elif headline >= 0 and repeats_headline(text, lines[headline].text):
            labels[index] = Label("chrome", "the headline again", 0.9)
        elif not here.sentence and is_network_row(text):
            labels[index] = Label("chrome", "row of share buttons", 0.8)
        elif is_breadcrumb(text) and index <= headline + 3:
            labels[index] = Label("section", "breadcrumb below the headline", 0.7)
        elif here.kind:
            labels[index] = Label("chrome", f"words for {here.kind}", 0.9)
        elif not has_dek and _is_dek(index, here, following, headline, labels):
            labels[index] = Label("dek", "line between headline and body", 0.7)
            has_dek = True
        elif following.kind == "credit":
            labels[index] = Label("caption", "line above a credit", 0.7)


def _is_dek(index: int, here: LineFeatures, following: LineFeatures, headline: int, labels: Sequence[Label]) -> bool:
    return (
        0 <= headline >= index - 6
        and 35 <= here.width <= _LONGEST_DEK
        and (following.kind not in ("credit", "caption") or (here.sentence and here.width > _LONGEST_CAPTION))
        and all(label.role in _ABOVE_DEK for label in labels[headline + 1 : index])
    )


def is_network_row(text: str) -> bool:
    """Whether a line names several networks, as a row of buttons does."""
    return len(text) >= _SHORTEST_ROW and sum(map(text.casefold().count, _NETWORKS)) > 1


def skip_dek(lines: Sequence[Line], features: Features, headline: int, span: Span) -> int:
    """The index of the body's first line, without a dek at its start, which lines of fields separate from the rest."""
    first = span.start
    if headline < 0 or first >= span.end - 2 or first > headline + 6 or features[first].width > _LONGEST_DEK:
        return first
    if any(
        here.width >= 35 and not here.kind and not here.dated and not is_credited(line.text)
        for line, here in zip(lines[headline + 1 : first], features[headline + 1 : first], strict=True)
    ):
        return first
    below = first + 1
    field_lines = 0
    while below < min(first + 8, span.end) and (not features[below].prose or is_credited(lines[below].text)):
        here = features[below]
        field_lines += (
            here.dated
            or here.kind in ("byline", "published", "updated", "share", "top")
            or is_credited(lines[below].text)
            or is_name_line(below, lines, features, headline, span.start)
        )
        below += 1
    if field_lines and below < span.end:
        return below
    others = [here.sentence for here in features[first + 1 : first + 4] if here.prose]
    if first == headline + 1 and not ends_sentence(lines[first].text) and others and all(others):
        return first + 1
    return first
