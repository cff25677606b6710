"""From labelled lines to fields and body: what each line says, without the words that only label it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsgen.article import Block, Image, Link, Origin
from newsgen.loader.fields import Found
from newsgen.loader.pasted.days import find_date
from newsgen.loader.pasted.label import _CRUMB
from newsgen.loader.pasted.line import Label, Line
from newsgen.loader.pasted.phrases import start_of

_BLOCK_OF = {"body": "paragraph", "subhead": "subhead", "quote": "quote", "item": "item"}
_NAME_JOINTS = re.compile(r"\s*(?:,|;|&|\band\b|\bet\b|\bund\b|\by\b|\bи\b|\sو(?=\S)|、|・)\s*", re.IGNORECASE)
_AFTER_NAMES = re.compile(r"\s+(?:on|in|•|\||·|—|–|-|for|le|am)\s.*$|\s*[|•·].*$|\s*\([^)]*\)$")
_ADDRESS = re.compile(r"\S+@\S+|@\w+")
# "SORREL (Courant) — ", "PARIS, 3 March (Agency) -": a place in capitals, perhaps a day and an agency, a dash.
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_a-z][^\na-z(),—–]{1,40}?)(?:,[^()—–]{1,25})?(?:\s*\([^)]{2,30}\))?\s+(?:—|–|--|-)\s+"
)
_URL = re.compile(r"https?://[^\s)\]>]+")
_BULLET = re.compile(r"^[•·▪‣*–-]\s+")


def gather_body(lines: Sequence[Line], labels: Sequence[Label]) -> tuple[Block, ...]:
    """The blocks of the body, in order."""
    return tuple(
        Block(_BLOCK_OF[label.role], _BULLET.sub("", line.text) if label.role == "item" else line.text, line.number)  # type: ignore[arg-type]
        for line, label in zip(lines, labels, strict=True)
        if label.role in _BLOCK_OF
    )


def gather_fields(lines: Sequence[Line], labels: Sequence[Label], shown: str) -> dict[str, Found]:
    """The fields that the lines show, each with its line; `shown` is how messages name the file."""
    rows: dict[str, list[Line]] = {}
    for line, label in zip(lines, labels, strict=True):
        rows.setdefault(label.role, []).append(line)
    values: dict[str, tuple[object, int]] = {}
    for name in ("headline", "dek", "kicker"):
        if name in rows:
            values[name] = (rows[name][0].text, rows[name][0].number)
    if "section" in rows:
        values["section"] = (_section(rows["section"][0].text), rows["section"][0].number)
    values |= _people_and_dates(rows)
    if "tags" in rows:
        values["tags"] = (_tags(rows["tags"]), rows["tags"][0].number)
    if "related" in rows:
        values["related"] = (tuple(_link(line.text) for line in rows["related"]), rows["related"][0].number)
    pictures = gather_pictures(lines, labels)
    if pictures:
        values["images"] = (
            pictures,
            next(line.number for line, label in zip(lines, labels, strict=True) if _of_picture(label)),
        )
    for line in rows.get("body", [])[:1]:
        place = _DATELINE.match(line.text)
        if place:
            values["dateline"] = (place["place"].strip(), line.number)
    return {name: Found(value, Origin(shown, number)) for name, (value, number) in values.items() if value}


def gather_pictures(lines: Sequence[Line], labels: Sequence[Label]) -> tuple[Image, ...]:
    """What the text says of pictures that it does not hold: captions, each with the credit below it."""
    pictures: list[Image] = []
    open_caption = False
    for line, label in zip(lines, labels, strict=True):
        if label.role == "caption":
            pictures.append(Image("", caption=line.text))
        elif label.role == "credit" and open_caption:
            pictures[-1] = replace(pictures[-1], credit=line.text)
        elif label.role == "credit":
            pictures.append(Image("", credit=line.text))
        open_caption = label.role == "caption"
    return tuple(pictures)


def _of_picture(label: Label) -> bool:
    return label.role in ("caption", "credit")


def _section(text: str) -> tuple[str, ...]:
    kind, rest = start_of(text)
    if kind == "filed":
        return (rest.split(",")[0].strip(),)
    return (_CRUMB.split(text)[-1],) if _CRUMB.search(text) else (text,)


def _people_and_dates(rows: dict[str, list[Line]]) -> dict[str, tuple[object, int]]:
    values: dict[str, tuple[object, int]] = {}
    for line in rows.get("byline", [])[:1]:
        values["byline"] = (_names(start_of(line.text)[1]), line.number)
        date = find_date(line.text)
        if date:
            values["published"] = (date, line.number)
    for line in rows.get("date", []):
        kind, _ = start_of(line.text)
        name = "updated" if kind == "updated" else "published"
        date = find_date(line.text)
        if date and name not in values:
            values[name] = (date, line.number)
    return values


def _names(text: str) -> tuple[str, ...]:
    text = _AFTER_NAMES.sub("", _ADDRESS.sub("", text)).strip(" ,.;:")
    return tuple(name for name in (part.strip() for part in _NAME_JOINTS.split(text)) if name)


def _tags(lines: Sequence[Line]) -> tuple[str, ...]:
    tags: list[str] = []
    for line in lines:
        kind, rest = start_of(line.text)
        tags += (
            [part.strip(" #.") for part in re.split(r"[,;،、]", rest)] if kind == "tags" else [line.text.strip(" #")]
        )
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _link(text: str) -> Link:
    kind, rest = start_of(text)
    text = rest if kind == "promo" else _BULLET.sub("", text)
    url = _URL.search(text)
    if not url:
        return Link(text)
    headline = text.replace(url[0], "").strip(" ()[]<>–—-:")
    return Link(headline, url[0])
