"""The text of a record of ninjs, which may give it in several forms."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsgen.importers.agency.item.markup import html_of_plain, looks_like_html
from newsgen.importers.agency.item.news_item import NewsItem
from newsgen.importers.agency.ninjs.fields import Fields, plain_of, role_of
from newsgen.record.import_entry import Entry

# An opening tag that does not end reaches to the end of the text, so that it is looked through once.
_BODY, _BODY_END = re.compile(r"<body\b[^>]*+(?:>|\Z)", re.IGNORECASE), re.compile(r"</body\s*+>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]+>")
_WORD = re.compile(r"\w+")


def read_body(fields: Fields, item: NewsItem) -> None:
    """The text, of several forms that in HTML; another text than that is kept."""
    bodies: list[tuple[str, str]] = []
    for name in fields.names("bod"):
        value = fields.get(name)
        if isinstance(value, str) and name.startswith("body"):
            bodies.append((name, value))
        elif isinstance(value, list):
            for entry in value:
                if isinstance(entry, Mapping) and isinstance(entry.get("value"), str):
                    kind = str(entry.get("contenttype") or entry.get("contentType") or "")
                    bodies.append((f"{role_of(entry)} {kind}", entry["value"]))
    bodies = [(name, text) for name, text in bodies if text.strip()]
    bodies.sort(key=lambda part: _form_rank(*part))
    words: set[str] = set()
    for place, (name, text) in enumerate(bodies):
        said = _WORD.findall(plain_of(text) if "<" not in text else _TAG.sub(" ", text))
        if place and sum(word in words for word in said) >= 0.8 * len(said):
            item.entries.append(Entry("text", name.strip(), "left out", "It is the same text in another form."))
            continue
        if place:
            item.extra.setdefault("bodies", {})[name.strip() or "text"] = text
            continue
        words = set(said)
        item.html = _body_of(text) if looks_like_html(text) else html_of_plain(text)


def _form_rank(name: str, text: str) -> int:
    if "nitf" in name or ("xml" in name and "xhtml" not in name):
        return 3
    return 0 if looks_like_html(text) and "rich" not in name else 1 if looks_like_html(text) else 2


def _body_of(text: str) -> str:
    opening = _BODY.search(text)
    if not opening or not opening[0].endswith(">"):
        return text
    ends = [closing.start() for closing in _BODY_END.finditer(text, opening.end())]
    return text[opening.end() : ends[-1]] if ends else text
