"""ANPA 1312, the transmission format of the American wires, as the AP uses it.

A line that begins with "^" stands above the text or is a subhead in it; a tab begins a paragraph, and a backspace a row
of a table whose cells end in ";". Quotes, dashes and halves are written with the signs of a teletypesetter.
"""

from __future__ import annotations

import re
from html import escape

from newsgen.importers.agency.item.news_item import NewsItem, Version
from newsgen.importers.agency.item.values import adds_to_names, read_byline
from newsgen.importers.agency.wires.anpa_body import AnpaBody, print_signs
from newsgen.importers.agency.wires.messages import WireMessage
from newsgen.record.dates import PartialDate
from newsgen.record.import_entry import Entry

_HEADER = re.compile(
    r"(?P<service>[a-z])(?P<number>\d{4})\x1f(?P<selector>[^\r\n]*)\r?\n"
    r"(?P<priority>\S)\s(?P<category>\S)[\x13\x14]?(?P<format>[\x11\x12]?)\s{0,20}"
    r"(?P<slug>[^\r\n]{0,200}?)\s{1,20}(?P<month>\d{1,2})-(?P<day>\d{1,2})\s{0,20}(?P<words>\d{0,5})\s*+$",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?P<place>[A-Z]{2,4}(?:-[A-Z]{2})?)-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d) (?P<hour>\d\d)(?P<minute>\d\d)"
    r"(?P<zone>[A-Z]{3})?"
)
_OFFSETS = {"GMT": "Z", "UTC": "Z", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00"}
_OFFSETS |= {"MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00"}
_SLUG = re.compile(
    r"(?P<slug>.{0,300}?)(?:,(?P<version>[^,]{0,200}(?:Ld|Writethru|Add|Take|Kill|Correct|Sub)[^,]*+))?(?:,\d++)?$",
    re.IGNORECASE,
)
_PART = re.compile(r"(?<!\d)(?P<number>\d{1,4})(?:st|nd|rd|th)\s*Ld", re.IGNORECASE)
_KILL = re.compile(r"\b(?:kill|withdraw\w*|eliminat\w*|withhold)\b", re.IGNORECASE)
_EDITORS = re.compile(r"\(?(?:Eds?|EDITORS?|EDITOR'S NOTE|ATTENTION)\b[:. ]|\(?Eds,", re.IGNORECASE)
_PHOTO = re.compile(r"(?:AP|With AP|EDs: AP)\s+(?:Photos?|Graphics?|Videos?|Multimedia|Interactive)\b", re.IGNORECASE)
_POST = re.compile(
    r"(?:(?:The )?Associated Press|AP|For .*)$"
    r"|.*\b(?:Writer|Editor|Correspondent|Reporter|Columnist|Analyst|Critic|Press|News)s?$"
)
_DATELINE = re.compile(r"(?P<place>[A-Z][^()\n]{1,60}?)\s{1,20}\([^)]{2,30}\)\s{1,20}(?:_|--|—|-)\s")
# A line above a text that is longer than a line of a heading is a summary.
_SUMMARY = 60


def is_anpa(message: WireMessage) -> bool:
    """Whether a message has the header of ANPA 1312."""
    return bool(_HEADER.match(message.header))


def read_anpa(message: WireMessage) -> NewsItem:
    """The item of a message."""
    item = NewsItem("ANPA 1312")
    header = _HEADER.match(message.header)
    if header is None:
        return item
    item.extra = {name: header[name].strip() for name in ("priority", "category") if header[name].strip()}
    item.extra["transmission"] = f"{header['service']}{header['number']}"
    item.entries.append(Entry("transmission line", "header", "left out", "It routes the message."))
    _read_time_sent(message, item, header)
    _read_lines(message, item, is_tabular=header["format"] == "\x12")
    slug = str(item.extra.get("slugline", "")) or header["slug"].strip()
    day = str(item.published)[:10] if item.published else ""
    version = str(item.extra.get("version", ""))
    number = _PART.search(version)
    if re.search("writethru", version, re.IGNORECASE):
        item.version = Version((int(number["number"]) if number else 1,), str(item.published or ""))
    elif version and not _KILL.search(version):
        slug = f"{slug},{version}"
    item.key = f"anpa:{slug}:{day}" if day else f"anpa:{slug}:{item.extra['transmission']}"
    if _KILL.search(version):
        item.status, item.version = "canceled", Version((1_000_000,), str(item.published or ""))
    return item


def _read_time_sent(message: WireMessage, item: NewsItem, header: re.Match[str]) -> None:
    sent = _SENT.search(message.trailer) or _SENT.search(message.text[-80:])
    if sent:
        year = int(sent["year"]) + (1900 if int(sent["year"]) >= 70 else 2000)
        clock = f"{sent['hour']}:{sent['minute']}:00{_OFFSETS.get(sent['zone'] or '', '')}"
        try:
            item.published = PartialDate(year, int(sent["month"]), int(sent["day"]), clock)
        except ValueError:
            sent = None
    if sent:
        item.entries.append(Entry("transmission line", "time sent", "taken"))
    else:
        item.extra["date"] = f"{header['month']}-{header['day']}"


def _read_lines(message: WireMessage, item: NewsItem, is_tabular: bool) -> None:
    lines = [line.rstrip(" \r") for line in message.text.split("\n")]
    heads, start = _split_heads(lines)
    body = lines[start:]
    has_body = any(line.startswith(("\t", "\b")) for line in body)
    first: list[str] = []
    for place, text in enumerate(heads):
        if place == 0:
            slug = _SLUG.match(text)
            item.extra["slugline"] = slug["slug"].strip() if slug else text
            if slug and slug["version"]:
                item.extra["version"] = slug["version"].strip()
        elif _PHOTO.match(text):
            item.extra["photos"] = "; ".join(filter(None, (str(item.extra.get("photos", "")), text)))
        elif _EDITORS.match(text):
            item.entries.append(Entry("note", "editors", "left out", "It is for editors, not for readers."))
        elif re.match(r"By\s", text) and not item.byline:
            item.byline = read_byline(print_signs(text))
            if adds_to_names(text, item.byline):
                item.extra["byline"] = text
        elif item.byline and _POST.match(text) and "byline_title" not in item.extra:
            item.extra["byline_title"] = text
        elif not item.headline:
            item.headline = print_signs(text)
        elif has_body and len(text) > _SUMMARY and not item.dek:
            item.dek = print_signs(text)
        else:
            first.append(f"<p>{escape(print_signs(text), quote=False)}</p>")
    item.html = "".join(first) + AnpaBody(is_tabular).html_of(body)
    place_line = next((line.strip() for line in body if line.startswith("\t")), "")
    dateline = _DATELINE.match(place_line)
    item.dateline = dateline["place"] if dateline else ""


def _split_heads(lines: list[str]) -> tuple[list[str], int]:
    """The lines above a text, and where the text begins: after the byline, or at the first line of another kind."""
    heads: list[str] = []
    has_byline = False
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        if not line.startswith("^"):
            return heads, number
        parts = [part.strip(" ^<=\r") for part in re.split(r"<\s*\^", line.lstrip("^"))]
        parts = [part for part in parts if part and not re.fullmatch(r"\*\d+", part)]
        if has_byline and not all(_POST.match(part) or _EDITORS.match(part) for part in parts):
            return heads, number
        has_byline = has_byline or any(re.match(r"By\s", part) for part in parts)
        heads += parts
    return heads, len(lines)
