"""IPTC 7901, the transmission format of agencies outside America.

Its header has sender, number, priority, category and word count, then lines of keywords; the first lines of the text
end in "=".
"""

from __future__ import annotations

import re
from html import escape

from newsgen.importers.agency.item.markup import telex_paragraphs
from newsgen.importers.agency.item.news_item import NewsItem
from newsgen.importers.agency.item.values import adds_to_names, read_byline, unique
from newsgen.importers.agency.wires.messages import WireMessage
from newsgen.record.dates import PartialDate
from newsgen.record.import_entry import Entry

_HEADER = re.compile(
    r"\s*(?P<source>[A-Za-z]{1,6})\s?(?P<number>\d{1,6})\s+(?P<priority>\S)\s+(?P<category>\S{1,3})\s+(?P<words>\d{1,6})"
    r"(?P<option>[^\r\n]*)"
)
_SENT = re.compile(
    r"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d)(?:\s*+(?P<zone>[A-Z]{1,4})(?=\s))?\s++"
    r"(?P<month>[^\W\d]{3,9})\.?\s+(?P<year>\d{2,4})"
)
# The beginnings of the months' names in the languages of agencies that use the format.
_MONTHS = (
    *(("jan", "ene", "gen", "janv"), ("feb", "fev", "fév"), ("mar", "mär", "mrz", "maa"), ("apr", "avr", "abr")),
    *(("may", "mai", "mag", "mei"), ("jun", "juin", "giu"), ("jul", "juil", "lug"), ("aug", "aoû", "aou", "ago")),
    *(("sep", "set"), ("oct", "okt", "ott", "out"), ("nov",), ("dec", "dez", "déc", "dic")),
)
_BYLINE = re.compile(r"(?:by|von|par|por|di|da|door|av)\s+\S", re.IGNORECASE)
# "(Zusammenfassung)", "REFILE", "1ST LEAD": a line that says which version of a story this is.
_ADVISORY = re.compile(r"\((?P<text>[^()]{1,80})\)|(?:\d\w\w )?[A-Z]{4,12}(?: \d)?:?")
_DATELINE = re.compile(r"(?P<place>[^\W\d_][^()\n]{1,60}?)\s{1,20}\([^)]{2,30}\)\s{0,20}[-–—]{1,10}\s")
_NOT_FOR_READERS = re.compile(
    r"^#+ (?:Notebook|Notizblock)\b.*$"
    r"|^.*(?:not (?:intended )?for publication|nicht zur Veröffentlichung|pas destin\S+ à la publication).*$",
    re.IGNORECASE | re.MULTILINE,
)
# Instructions to a typesetter, between the signs that begin and end them.
_TYPESETTING = re.compile("\x0c[^\x0b\n]{0,80}\x0b")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f]")
_MOST_HEADS = 6


def is_iptc7901(message: WireMessage) -> bool:
    """Whether a message has the header of IPTC 7901."""
    return bool(_HEADER.match(message.header))


def read_iptc7901(message: WireMessage) -> NewsItem:
    """The item of a message."""
    item = NewsItem("IPTC 7901")
    header = _HEADER.match(message.header)
    if header is None:
        return item
    item.extra = {name: header[name] for name in ("priority", "category", "words")}
    option = " ".join(_CONTROLS.sub(" ", header["option"]).split())
    if option:
        item.extra["optional_information"] = option
    item.entries.append(Entry("transmission line", "header", "left out", "It routes the message."))
    keywords = _CONTROLS.sub(" ", message.header[header.end() :]).replace("\r", "").split("\n")
    item.tags = unique(word for line in keywords for word in line.split("/"))
    _read_time_sent(message, item)
    day = str(item.published)[:10] if item.published else ""
    item.extra["transmission"] = f"{header['source']}{header['number']}"
    item.key = f"iptc7901:{header['source']}{header['number']}:{day}".rstrip(":")
    text = message.text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROLS.sub("", _TYPESETTING.sub("", text))
    private = _NOT_FOR_READERS.search(text)
    if private:
        text = text[: private.start()]
        item.entries.append(Entry("note", "editors", "left out", "It is marked as not to be published."))
    _read_text(text, item)
    return item


def _read_time_sent(message: WireMessage, item: NewsItem) -> None:
    sent = _SENT.search(message.trailer)
    if not sent:
        return
    name = sent["month"].lower()
    month = next((number for number, names in enumerate(_MONTHS, 1) if name.startswith(names)), 0)
    year = int(sent["year"])
    year += (1900 if year >= 70 else 2000) if year < 100 else 0
    zone = "Z" if sent["zone"] in ("GMT", "UTC", "Z") else ""
    try:
        item.published = PartialDate(year, month, int(sent["day"]), f"{sent['hour']}:{sent['minute']}:00{zone}")
    except ValueError:
        return
    item.entries.append(Entry("transmission line", "time sent", "taken"))


def _read_text(text: str, item: NewsItem) -> None:
    lines = text.strip("\n").split("\n")
    heads, start = _heads_of(lines)
    for head in heads:
        advisory = _ADVISORY.fullmatch(head)
        if advisory and not item.headline:
            item.extra.setdefault("advisories", []).append(advisory["text"] or head)
        elif _BYLINE.match(head) and item.headline and not item.byline:
            item.byline = read_byline(head)
            if adds_to_names(head, item.byline):
                item.extra["byline"] = head
        elif not item.headline:
            item.headline = head
        elif not item.dek:
            item.dek = head
        else:
            item.extra.setdefault("subheads", []).append(head)
    paragraphs = telex_paragraphs("\n".join(lines[start:]))
    item.html = "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    dateline = _DATELINE.match(paragraphs[0]) if paragraphs else None
    item.dateline = dateline["place"] if dateline else ""


def _heads_of(lines: list[str]) -> tuple[list[str], int]:
    """The headings and where the text begins.

    The last line of a heading ends in "=". Advisories and bylines are headings of their own, whatever ends them.
    """
    heads: list[str] = []
    held: list[str] = []
    start = 0
    for number, line in enumerate(lines[:_MOST_HEADS]):
        text = line.strip()
        if not text:
            if held or heads:
                break
            continue
        if _BYLINE.match(text) and held:
            heads.append(" ".join(held))
            held = []
        held.append(text.rstrip("= "))
        if text.endswith("=") or (len(held) == 1 and all(map(_ADVISORY.fullmatch, [*heads, text]))):
            heads.append(" ".join(held))
            held = []
        start = number + 1 if text.endswith("=") else start
    if start:
        return heads, start
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    while first + 1 < len(lines) and _ADVISORY.fullmatch(lines[first].strip()):
        first += 1
    return [line.strip() for line in lines[: first + 1] if line.strip()], first + 1
