"""ninjs, the News in JSON of the IPTC, versions 1 to 3, and the JSON of systems that follow it (Superdesk, AP).

Version 1 has names such as `body_html` and mappings of associations and renditions, 2 has lists with roles, and 3
writes some names in camel case. Source: IPTC, ninjs 1.4, 2.1 and 3.0 schemas and their examples.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from newsgen.importers.agency.item.news_item import NewsItem, PubStatus, Version
from newsgen.importers.agency.item.values import adds_to_names, read_byline, read_time, repeats, sortable_time
from newsgen.importers.agency.ninjs.associations import PICTURES, read_associations
from newsgen.importers.agency.ninjs.body import read_body
from newsgen.importers.agency.ninjs.fields import Fields, Record, plain_of, role_of
from newsgen.importers.agency.ninjs.names import names_of, read_subjects
from newsgen.importers.agency.xml.tree import plain
from newsgen.record.import_entry import Entry
from newsgen.text.language.tags import normalise_tag

KEY = "ninjs:"
_STATUS: dict[str, PubStatus] = {"usable": "usable", "withheld": "withheld", "canceled": "canceled"}
_STATUS["cancelled"] = "canceled"
_ADDRESSES = ("canonicalurl", "canonical_url", "weburl", "web_url")
_FOR_EDITORS = "It is for editors, not for readers."
_FORMAT = "It is of the format, not of the news."
_FILES = "They are the same text as files at the sender, whose addresses hold keys."


def read_ninjs(record: Record) -> NewsItem:
    """The item of a record."""
    fields = Fields(record)
    item = NewsItem("ninjs")
    guid = fields.text("guid", "uri")
    altids = record.get("altids")
    if isinstance(altids, Mapping) and altids.get("itemid"):
        guid = plain(str(altids["itemid"]))
    item.key = f"{KEY}{guid}" if guid else ""
    kind = fields.text("type")
    item.kind = "picture" if kind in PICTURES else "text"
    if kind not in ("", "text", *PICTURES):
        item.extra["type"] = kind
    item.language = normalise_tag(fields.text("language"))
    address = fields.text(*_ADDRESSES)
    item.original_url = address if address.startswith(("http://", "https://")) else ""
    _read_management(fields, item)
    _read_lines(fields, item)
    read_body(fields, item)
    read_subjects(fields.get, item)
    read_associations(fields, item, read_ninjs)
    for name in ("standard", "representationtype", "profile", "charcount", "wordcount"):
        if fields.get(name):
            item.entries.append(Entry("field", name, "left out", _FORMAT))
    if item.kind == "text" and fields.get("renditions"):
        item.entries.append(Entry("field", "renditions", "left out", _FILES))
    for name in ("ednote", "ednotes", "editorialnote"):
        if fields.get(name):
            item.entries.append(Entry("field", name, "left out", _FOR_EDITORS))
    item.extra |= {name: value for name, value in record.items() if name not in fields.taken and value not in _NOTHING}
    told = {entry.name for entry in item.entries}
    item.entries += [
        Entry("field", name, "taken")
        if name in fields.taken
        else Entry("field", name, "kept raw", "It is kept as extra.")
        for name, value in record.items()
        if value not in _NOTHING and name.lower() not in told
    ]
    return item


_NOTHING: tuple[Any, ...] = (None, "", [], {})


def _read_management(fields: Fields, item: NewsItem) -> None:
    item.status = _STATUS.get(fields.text("pubstatus").lower(), "usable")
    embargo = fields.text("embargoed", "embargo")
    if embargo:
        item.embargo = embargo
        item.status = "embargoed" if item.status == "usable" else item.status
    signals = fields.get("signals") or fields.get("signal") or []
    words = (
        {str(signal).lower() for signal in signals if isinstance(signal, str)} if isinstance(signals, list) else set()
    )
    if words & {"kill", "retraction", "delete", "withdrawal"}:
        item.status = "canceled"
    if signals:
        item.extra["signals"] = signals
    first, created = fields.text("firstcreated", "firstpublished"), fields.text("versioncreated")
    made = fields.text("contentcreated")
    start = next((text for text in (first, created, made) if read_time(text)), "")
    start = max(start, embargo, key=sortable_time)
    item.published = read_time(start)
    if sortable_time(created) > sortable_time(start):
        item.updated = read_time(created)
    numbers = re.findall(r"\d{1,18}", fields.text("version"))[:1]
    item.version = Version(tuple(map(int, numbers)), sortable_time(created))


def _read_lines(fields: Fields, item: NewsItem) -> None:
    main, others = _by_role(fields, "headline", ("", "main"))
    item.headline = main or fields.text("title")
    title = fields.text("title")
    if title and title != item.headline:
        item.extra["title"] = title
    for role, text in others:
        if role in ("subheadline", "subhead", "subtitle", "deck", "dek") and not item.dek:
            item.dek = text
        elif role in ("kicker", "overline", "strapline", "vignette") and not item.kicker:
            item.kicker = text
        else:
            item.extra.setdefault("headlines", []).append(text)
    credit = fields.text("description_creditline")
    if credit:
        item.extra["creditline"] = credit
    description, others = _by_role(fields, "description", ("caption", "", "main", "text", "summary"))
    said = [description, *(text for _, text in others)]
    said = [text for text in dict.fromkeys(said) if text and not repeats(text, item.headline)]
    if item.kind == "text" and said and not item.dek:
        item.dek = said.pop(0)
    if said:
        item.extra["descriptions"] = said
    by = fields.text("byline", "by")
    item.byline = read_byline(by)
    authors = fields.get("authors")
    if isinstance(authors, list):
        item.byline = item.byline or tuple(names_of([part for part in authors if _is_writer(part)]))
        item.extra["authors"] = [
            {key: value for key, value in author.items() if key not in ("user", "uri", "email")}
            if isinstance(author, Mapping)
            else author
            for author in authors
        ]
    if adds_to_names(by, item.byline):
        item.extra["byline"] = by
    item.dateline = fields.text("dateline", "located").strip(" -–—")
    place = fields.get("datelinelocation")
    if isinstance(place, Mapping):
        item.dateline = item.dateline or plain(str(place.get("city") or ""))
        item.extra["dateline_location"] = place
    photographer = names_of(fields.get("photographer") or [])
    item.byline = item.byline or tuple(photographer[:1])
    notice, holder = fields.text("copyrightnotice"), fields.text("copyrightholder")
    item.rights = notice or (f"© {holder}" if holder else "")
    if notice and holder:
        item.extra["copyright_holder"] = holder
    for name, key in (("usageterms", "usage_terms"), ("slugline", "slugline"), ("creditline", "creditline")):
        text = fields.text(name)
        if text:
            item.extra[key] = text


def _is_writer(author: object) -> bool:
    role = author.get("role") if isinstance(author, Mapping) else ""
    return not role or str(role).lower() in ("writer", "author", "reporter", "by")


def _by_role(fields: Fields, name: str, main: tuple[str, ...]) -> tuple[str, list[tuple[str, str]]]:
    """The main text of a kind and the others by their roles, in the forms of all versions."""
    found: list[tuple[str, str]] = []
    for part in fields.names(name):
        value = fields.get(part)
        role = part.removeprefix(name).strip("_")
        if role == "creditline":
            continue
        if role == "s" and isinstance(value, list):
            found += [(role_of(entry), plain_of(entry.get("value"))) for entry in value if isinstance(entry, Mapping)]
        elif isinstance(value, str):
            found.append((role, plain_of(value)))
    found = [(role, text) for role, text in found if text]
    found.sort(key=lambda part: main.index(part[0]) if part[0] in main else len(main))
    if not found:
        return "", []
    return found[0][1], found[1:]
