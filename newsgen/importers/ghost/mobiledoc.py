"""The HTML of a text in Mobiledoc, the format of Ghost's editor from 2016 to 2023."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from newsgen.importers.ghost.cards import card_html
from newsgen.record.import_entry import Entry

_MARKS = frozenset("a b code em i s strong sub sup u del mark".split())
_SECTIONS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote aside".split())


def mobiledoc_html(document: Any, entries: list[Entry]) -> str:
    """The HTML of a document; cards that cannot be shown have an entry."""
    if not isinstance(document, Mapping):
        return ""
    reader = _Document(document, entries)
    return "\n".join(
        reader.section(section) for section in _list(document.get("sections")) if isinstance(section, list)
    )


class _Document:
    def __init__(self, document: Mapping[str, Any], entries: list[Entry]) -> None:
        self._markups = _list(document.get("markups"))
        self._atoms = _list(document.get("atoms"))
        self._cards = _list(document.get("cards"))
        self._entries = entries

    def section(self, section: Sequence[Any]) -> str:
        kind = section[0] if section else None
        match kind:
            case 1 if len(section) > 2:
                tag = str(section[1]).lower()
                tag = "blockquote" if tag == "aside" else tag if tag in _SECTIONS else "p"
                inner = self._markers(section[2])
                return f"<blockquote><p>{inner}</p></blockquote>" if tag == "blockquote" else f"<{tag}>{inner}</{tag}>"
            case 2 if len(section) > 1:
                return f'<figure><img src="{html.escape(str(section[1]))}" alt=""></figure>'
            case 3 if len(section) > 2:
                tag = "ol" if section[1] == "ol" else "ul"
                items = "".join(f"<li>{self._markers(item)}</li>" for item in _list(section[2]))
                return f"<{tag}>{items}</{tag}>"
            case 10 if len(section) > 1:
                card = _at(self._cards, section[1])
                if isinstance(card, list) and len(card) > 1 and isinstance(card[1], Mapping):
                    return card_html(str(card[0]), _as_lexical(str(card[0]), card[1]), self._entries)
        self._entries.append(Entry("card", "", "left out", "a section that cannot be read", str(section)[:80]))
        return ""

    def _markers(self, markers: Any) -> str:
        parts: list[str] = []
        open_tags: list[str] = []
        for marker in _list(markers):
            if not isinstance(marker, list) or len(marker) < 4:
                continue
            kind, opened, closed, value = marker[:4]
            for number in _list(opened):
                tag = self._open(number)
                parts.append(tag[0])
                open_tags.append(tag[1])
            if kind == 1:
                atom = _at(self._atoms, value)
                name = atom[0] if isinstance(atom, list) and atom else ""
                text = str(atom[1]) if isinstance(atom, list) and len(atom) > 1 else ""
                parts.append("<br>" if name == "soft-return" else html.escape(text, quote=False))
            else:
                parts.append(html.escape(str(value), quote=False))
            for _ in range(closed if isinstance(closed, int) and closed > 0 else 0):
                if open_tags:
                    parts.append(open_tags.pop())
        return "".join([*parts, *reversed(open_tags)])

    def _open(self, number: Any) -> tuple[str, str]:
        markup = _at(self._markups, number)
        tag = str(markup[0]).lower() if isinstance(markup, list) and markup else ""
        if tag not in _MARKS:
            return "", ""
        attributes = _list(markup[1]) if len(markup) > 1 else []
        pairs = dict(zip(attributes[::2], attributes[1::2], strict=False))
        address = f' href="{html.escape(str(pairs["href"]))}"' if tag == "a" and "href" in pairs else ""
        return f"<{tag}{address}>", f"</{tag}>"


def _as_lexical(kind: str, card: Mapping[str, Any]) -> Mapping[str, Any]:
    """A card's values by the names of Lexical."""
    return {"markdown": card.get("cardMarkdown", ""), **card} if "markdown" in kind else card


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _at(values: list[Any], index: Any) -> Any:
    return values[index] if isinstance(index, int) and 0 <= index < len(values) else None
