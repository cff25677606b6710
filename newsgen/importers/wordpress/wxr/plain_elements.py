"""The elements of an item that is written as WordPress writes it, found at once."""

from __future__ import annotations

import re

_CDATA = r"<!\[CDATA\[([^\]]*+(?:\](?!\]>)[^\]]*+)*+)\]\]>"
_PIECE = re.compile(
    rf"\s*+(?:<(?:wp:(postmeta|commentmeta)>\s*+<wp:meta_key>(?:{_CDATA}|([^<]*+))</wp:meta_key>\s*+"
    rf"<wp:meta_value>(?:{_CDATA}|([^<]*+))</wp:meta_value>\s*+</wp:\1>"
    rf"|([A-Za-z_][\w.:-]{{0,100}}+)(\s[^<>]{{0,4000}})?(?:>(?:{_CDATA}|([^<]*+))</\6>|(/)>)"
    r"|(/?wp:comment>)|/item>)"
    r"|(\S))"
)
_ITEM = "<item>"
_CONTENT, _CONTENT_END = "<content:encoded><![CDATA[", "]]></content:encoded>"


# Of a custom field: its kind, and its key and its value in a section or plain. Of an element: its name and attributes,
# its text in a section or plain, and the slash of one without content. Then where a comment begins or ends, and a sign
# of anything else. Plain texts may have entities.
Piece = tuple[str, str, str, str, str, str, str, str, str, str, str, str]
# Elements that hold others, and what has a meaning in those only.
CONTAINERS = frozenset(
    (
        "wp:author wp:category wp:tag wp:term wp:termmeta wp:postmeta wp:comment wp:commentmeta wp:meta_key "
        "wp:meta_value"
    ).split()
)


def find_plain_pieces(text: str) -> list[Piece] | None:
    """The pieces of an item, in which a sign of anything else may stand; None where one does for sure.

    Each text is one CDATA section or none, and namespaces have the prefixes of WordPress.
    """
    if not text.startswith(_ITEM):
        return None
    begin = text.find(_CONTENT)
    if begin < 0:
        return _PIECE.findall(text, len(_ITEM))
    # The long text of an article is passed over at once; what is before it ends before it.
    end = text.find("]]>", begin)
    if not text.startswith(_CONTENT_END, end):
        return None
    pieces: list[Piece] = _PIECE.findall(text[len(_ITEM) : begin])
    pieces.append(("", "", "", "", "", "content:encoded", "", text[begin + len(_CONTENT) : end], "", "", "", ""))
    pieces += _PIECE.findall(text, end + len(_CONTENT_END))
    return pieces
