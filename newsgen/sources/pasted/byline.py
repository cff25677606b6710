"""Recognise bylines without a word such as "By" in the same line.

"By Ada Quill" is known by its words. These rules find the others: a name beside a date, a role or a credit, a line
below "By" alone, and names on several lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgen.sources.pasted.author_names import is_byline, names_after_by, names_before_date
from newsgen.sources.pasted.authors.given_names import names_person
from newsgen.sources.pasted.authors.name_list import byline_names, split_names
from newsgen.sources.pasted.authors.names_text import LINK_BEFORE
from newsgen.sources.pasted.authors.person import is_person, is_role
from newsgen.sources.pasted.line import BELOW_LONE_BY, Label, Line
from newsgen.sources.pasted.line_features import Features, LineFeatures, is_credited
from newsgen.sources.pasted.phrases import bare, start_of
from newsgen.sources.pasted.text_shape import in_arabic

# A bracket that tells who made a picture: what stands before it is a caption.
_PICTURE = re.compile(r"\((?:photo|foto|fot|bild|image|picture|credit|crédit)\b", re.IGNORECASE)
# The last line of a post of a network that is shown in an article: "— Ada Quill (@adaquill) May 3, 2019".
_POST = re.compile(r"[—–-]+\s.*\(@\w+\)")
# Signs of headings, and of no line of names: quotation marks, a question or a call, and a year that is cut short.
_QUOTED = re.compile(r"[“”„!?]|’\d\d\b")
_LONGEST = 60
# How far below the headline names may be: by themselves, in a line with a date, and beside a date or role.
_NEAR = 3
_DATED = 8
_FAR = 12
# A Chinese, Japanese or Korean name has few letters, and no sign but a space or a point.
_HAN = "[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
_EAST_ASIAN_NAME = re.compile(rf"{_HAN}{{1,4}}[ \u3000・]?{_HAN}{{1,5}}")
# A conjunction that is a whole line between two authors' names.
_JOINTS = frozenset("and & und et y e och og en i и ve".split())


def is_name_line(index: int, lines: Sequence[Line], features: Features, headline: int, start: int) -> bool:
    """Whether a short line near the headline names the article's authors; `start` is the body's first line."""
    text, here = lines[index].text, features[index]
    if index + 1 < len(features) and features[index + 1].kind == "credit":
        return index == headline + 1 and not here.kind and names_person(text) and is_person(text)
    if _PICTURE.search(text) or _POST.match(text) or _QUOTED.search(text):
        return False
    if here.dated and here.width <= 90 and index <= headline + _DATED and names_beside_date(text, here):
        return True
    if here.kind or here.prose or not 3 <= here.width <= 90 or is_credited(text):
        return False
    beside = is_beside_field(index, lines, features, headline)
    if in_arabic(text):
        is_short = here.width <= 45 and len(text.split()) <= 7
        return beside and is_short and not here.dated and not any(map(str.isdigit, text))
    if beside and index <= headline + _FAR and _EAST_ASIAN_NAME.fullmatch(text):
        return True
    near = index <= headline + _NEAR or start - 2 <= index < start
    if beside and text.isupper():
        text = text.title()
    return (near or (beside and index <= headline + _FAR)) and is_byline(text)


def names_beside_date(text: str, here: LineFeatures) -> bool:
    """Whether a line with a date names authors before it, or after a "by" inside the line."""
    return bool(names_after_by(text) or (not here.kind and names_before_date(text)))


def is_beside_field(index: int, lines: Sequence[Line], features: Features, headline: int) -> bool:
    """Whether a line is beside a date, below an image's credit or above the author's role."""
    near = [features[other] for other in (index - 1, index + 1, index + 2) if headline < other < len(features)]
    if any(other.dated or other.kind in ("published", "updated") for other in near):
        return True
    if index > 0 and (features[index - 1].kind == "credit" or is_credited(lines[index - 1].text)):
        return True
    return index + 1 < len(lines) and not features[index + 1].prose and is_role(lines[index + 1].text)


def is_below_lone_by(index: int, lines: Sequence[Line], features: Features) -> bool:
    """Whether a line is below a lone "By", and is no known phrase, date or paragraph."""
    above, here = features[index - 1], features[index]
    return (
        index > 0
        and above.kind == "byline"
        and not start_of(lines[index - 1].text)[1]
        and not (here.kind or here.prose)
        and here.width <= _LONGEST
    )


def continues_byline(index: int, lines: Sequence[Line], features: Features, labels: Sequence[Label]) -> bool:
    """Whether a line adds a name to the byline above it, perhaps with a conjunction or role between the two."""
    above = index - 1
    has_joint = above > 0 and _joins_names(lines[above].text)
    above -= has_joint
    if (
        above < 0
        or labels[above].role != "byline"
        or features[index].kind
        or features[index].prose
        or features[index].dated
    ):
        return False
    if has_joint:
        return is_byline(lines[index].text)
    if not is_person(lines[index].text):
        return False
    is_known = names_person(lines[index].text)
    if labels[above].rule == BELOW_LONE_BY and is_known:
        return True
    if is_known and not any(map(names_person, byline_names(lines[above].text) or split_names(lines[above].text))):
        return False
    return any(other.dated for other in features[index + 1 : index + 2])


def names_link(text: str) -> bool:
    """Whether a line is the link to an author's articles: "View all posts by Ada Quill"."""
    return bool(LINK_BEFORE.match(text)) and is_person(LINK_BEFORE.sub("", text))


def _joins_names(text: str) -> bool:
    """Whether a line may be between two authors: a comma, an "and", or the first one's role or address."""
    return not bare(text) or bare(text) in _JOINTS or is_role(text) or (len(text) <= _LONGEST and "@" in text)
