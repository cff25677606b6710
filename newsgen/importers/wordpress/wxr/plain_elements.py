"""The elements of a chunk that is written as WordPress writes it, all at once."""

from __future__ import annotations

import re
from collections.abc import Callable

# Elements with elements inside; others of WordPress's stand in no item.
_CONTAINERS = "wp:(?:postmeta|comment|commentmeta)"
_CDATA = r"<!\[CDATA\[([^\]]*+(?:\](?!\]>)[^\]]*+)*+)\]\]>"
_PIECE = re.compile(
    rf"\s*+(?:<wp:postmeta>\s*+<wp:meta_key>(?:{_CDATA}|([^<]*+))</wp:meta_key>\s*+"
    rf"<wp:meta_value>(?:{_CDATA}|([^<]*+))</wp:meta_value>\s*+(</)wp:postmeta>"
    rf"|<({_CONTAINERS})>|</{_CONTAINERS}>|</item>"
    r"|<(?!wp:(?:author|category|tag|term|termmeta|postmeta|comment|commentmeta)[\s/>])"
    rf"([A-Za-z_][\w.:-]{{0,100}})(\s[^<>]{{0,4000}})?(?:(/)>|>(?:{_CDATA}|([^<]*+))</\7>)"
    r"|(\S))"
)

PlainElement = tuple[str, str, str]


_CONTENT, _CONTENT_END = "<content:encoded><![CDATA[", "]]></content:encoded>"


def find_plain_elements(text: str, decode: Callable[[str], str]) -> list[PlainElement] | None:
    """The names, attributes and texts of the elements in an item; None where it has anything unusual.

    Each text is one CDATA section or none, and namespaces have the prefixes of WordPress. `decode` gives the text of
    one with entities.
    """
    if not text.startswith(_ITEM):
        return None
    elements: list[PlainElement] = []
    begin, end = text.find(_CONTENT), 0
    if begin >= 0:
        # The long text of an article is passed over at once; what is before it ends before it.
        end = text.find("]]>", begin)
        if not text.startswith(_CONTENT_END, end):
            return None
        if not _add_elements(text[len(_ITEM) : begin], elements, decode):
            return None
        elements.append(("content:encoded", "", text[begin + len(_CONTENT) : end]))
        end += len(_CONTENT_END)
    return elements if _add_elements(text[end or len(_ITEM) :], elements, decode) else None


_ITEM = "<item>"


def _add_elements(text: str, elements: list[PlainElement], decode: Callable[[str], str]) -> bool:
    """Add the elements of a part of an item; whether there is nothing else in it."""
    for piece in _PIECE.findall(text):
        key, plain_key, value, plain_value, is_field, container, *element, other = piece
        if is_field:
            if plain_key:
                key = decode(plain_key) if "&" in plain_key else plain_key
            if plain_value:
                value = decode(plain_value) if "&" in plain_value else plain_value
            elements += (_FIELD, ("wp:meta_key", "", key), ("wp:meta_value", "", value))
        elif element[0]:
            name, attributes, is_empty, section, plain = element
            if attributes:
                if attributes[-1] == "/" or "xmlns" in attributes:
                    return False
                attributes += is_empty
            if plain:
                section = decode(plain) if "&" in plain else plain
            elements.append((name, attributes, section))
        elif container:
            elements.append((container, "", ""))
        elif other:
            return False
    return True


_FIELD = ("wp:postmeta", "", "")
