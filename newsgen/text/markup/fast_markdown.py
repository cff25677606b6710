"""Markdown as most articles write it, to HTML without a parser: about seven times as fast as markdown-it-py.

The parser stays the measure of all that is made here. A text is cut at those blank lines that no construct can
cross; a piece whose HTML is certain is written at once, and every other one is left to the parser. Certain are
paragraphs, headings, rules, quotes of paragraphs, and lists of one line an item, with emphasis that is not nested
and links to simple addresses. CommonMark 0.31 gives the rules ("left-flanking", "thematic break" and so on).
"""

from __future__ import annotations

import re
from collections.abc import Callable

Renderer = Callable[[str], str]
# What reaches across blank lines: fences, and definitions that give meaning to brackets elsewhere. With them stand
# the characters that the parser replaces before it reads.
_FAR_REACHING = ("```", "~~~", "]:", "\r", "\0")
# What the inline text of a piece must not hold: escapes, code, HTML and addresses in <>, images, strikethrough.
_ODD = ("\\", "`", "<", "![", "~~")
_ENTITY = re.compile(r"&#?\w+;")
# A line that begins like this is text, whatever stands above it: no list, quote, heading, rule, underline of a
# heading or of a table's head. Spaces of any kind in front are not certain.
_TEXT = r"(?:(?![0-9]+[.)](?:\s|$))[^\s#>*_=~|:+-]|\*\*?[^\s*]|__?[^\s_]|#[^\s#])"
_TEXT_LINE = re.compile(_TEXT)
_HEADING = re.compile(r"(#{1,6}) +(\S.*)(?:\n|$)")
_RULE = re.compile(r"([*_-])(?: *\1){2,}")
_ITEM = re.compile(rf"( {{0,3}})([0-9]{{1,9}})?([.)*+-]) {{1,4}}({_TEXT}.*)")
# Below an open list, such a line or none at all may belong to it.
_MAY_CONTINUE = re.compile(r"\n*(?:[ \t]|(?:[*+-]|[0-9]{1,9}[.)])(?:\s|$)|$)")
# Addresses that the parser neither refuses nor writes in another way, in text that is escaped already. A host of at
# most 63 characters has no part that is too long.
_PLACE = r"(?:[\w/.~+,=?#!$@-]|&amp;|%[0-9A-Fa-f]{2})"
_LINK = re.compile(
    rf"\[([^][*_]+)\]\((https?://[A-Za-z0-9.-]{{1,63}}(?:[/?#](?:{_PLACE}|:)*)?|(?!//){_PLACE}+"
    r"|mailto:[A-Za-z0-9.+-]+@[A-Za-z0-9.-]{1,63})\)",
    re.ASCII,
)
# Marks that can only open and only close, with no other mark between them (CommonMark, 6.2 "can open emphasis"): they
# stand at a space or at an end of the text, or between a letter or digit and a sign.
_EMPHASIS = re.compile(
    r"([*_])(?:(?<![^ \n][*_])|(?<=[(;“‘—–][*_])(?=\1?[^\W_]))(\1?)(?=[^\s*_])"
    r"([^*_]*(?:[^\s*_](?=\1\2(?:[ \n]|\Z))|[^\W_](?=\1\2[.,;:!?)'&<…—–”’-])))\1\2"
)
_STRAY_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_BREAK = re.compile("  +\n")


def render_plain(text: str, render: Renderer) -> str:
    """The HTML of a Markdown text, equal to what `render`, the parser, gives for the whole of it.

    `render` is asked for the pieces that are not plain; for the whole text where its pieces hang together.
    """
    if any(sign in text for sign in _FAR_REACHING):
        return render(text)
    parts: list[str] = []
    held: list[str] = []
    for piece in text.split("\n\n"):
        if held and _MAY_CONTINUE.match(piece):
            held.append(piece)
            continue
        if held:
            parts.append(_render_held(held, render))
            held = []
        rest = _render_closed(piece.strip("\n"), render, parts)
        if rest:
            held = [rest]
    if held:
        parts.append(_render_held(held, render))
    return "".join(parts)


def _render_closed(piece: str, render: Renderer, parts: list[str]) -> str:
    """Add the HTML of constructs that surely end with the piece to `parts`; what is left may go on below it."""
    while heading := _HEADING.match(piece):
        line, _, below = piece.partition("\n")
        if below.startswith(("|", "-", ":")):
            return piece
        parts.append(_render_heading(len(heading[1]), heading[2]) or render(line))
        piece = below
    if not piece:
        return ""
    if piece[0] == ">" and all(line[0:1] == ">" for line in piece.split("\n")):
        parts.append(_render_quote(piece) or render(piece))
    elif _is_paragraph(piece):
        parts.append(_render_paragraph(piece) or render(piece))
    elif _RULE.fullmatch(piece):
        parts.append("<hr>\n")
    else:
        return piece
    return ""


def _render_held(pieces: list[str], render: Renderer) -> str:
    whole = "\n\n".join(pieces)
    return _render_list(whole) or render(whole)


def _is_paragraph(piece: str) -> bool:
    if "\n" in piece:
        return all(map(_TEXT_LINE.match, piece.split("\n")))
    return _TEXT_LINE.match(piece) is not None


def _render_paragraph(piece: str) -> str:
    """A paragraph's HTML; "" where its inline text is not plain."""
    inline = _render_inline(piece)
    return f"<p>{inline}</p>\n" if inline else ""


def _render_heading(level: int, text: str) -> str:
    """A heading's HTML, which in a body is never h1; "" where it is not plain."""
    inline = "" if text.rstrip().endswith("#") else _render_inline(text)
    level = max(level, 2)
    return f"<h{level}>{inline}</h{level}>\n" if inline else ""


def _render_quote(piece: str) -> str:
    """The HTML of a quote of paragraphs; "" where it holds anything else."""
    lines = piece.split("\n")
    if not all(line == ">" or line.startswith("> ") for line in lines):
        return ""
    inner = "\n".join(line[2:] for line in lines)
    quoted = [part for part in inner.strip("\n").split("\n\n") if part]
    paragraphs = [_render_paragraph(part) if _is_paragraph(part) else "" for part in quoted]
    return f"<blockquote>\n{''.join(paragraphs)}</blockquote>\n" if paragraphs and all(paragraphs) else ""


def _render_list(piece: str) -> str:
    """The HTML of a list of one line an item; "" for everything else."""
    items = [_ITEM.fullmatch(line) for line in piece.split("\n")]
    first = items[0]
    if not first or bool(first[2]) != (first[3] in ".)"):
        return ""
    like = (first[1], bool(first[2]), first[3])
    parts = []
    for item in items:
        inline = _render_inline(item[4]) if item and (item[1], bool(item[2]), item[3]) == like else ""
        if not inline:
            return ""
        parts.append(f"<li>{inline}</li>\n")
    if not first[2]:
        return f"<ul>\n{''.join(parts)}</ul>\n"
    start = "" if int(first[2]) == 1 else f' start="{int(first[2])}"'
    return f"<ol{start}>\n{''.join(parts)}</ol>\n"


def _render_inline(text: str) -> str:
    """The HTML of inline text; "" where it is not plain."""
    text = text.strip(" \t")
    if text != text.strip() or any(sign in text for sign in _ODD):
        return ""
    if "&" in text:
        if _ENTITY.search(text):
            return ""
        text = text.replace("&", "&amp;")
    text = text.replace(">", "&gt;").replace('"', "&quot;")
    if "[" in text:
        text = _LINK.sub(_render_link, text)
        if "[" in text:
            return ""
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(_render_emphasis, text)
        if "*" in text or ("_" in text and _STRAY_UNDERSCORE.search(text)):
            return ""
    if " \n" in text:
        text = _BREAK.sub("<br>\n", text).replace(" \n", "\n")
    return text.replace("\0", "_")


def _render_link(link: re.Match[str]) -> str:
    """A link; NUL stands for "_" in its address, which is no mark there."""
    return f'<a href="{link[2].replace("_", chr(0))}">{link[1]}</a>'


def _render_emphasis(emphasis: re.Match[str]) -> str:
    tag = "strong" if emphasis[2] else "em"
    return f"<{tag}>{emphasis[3]}</{tag}>"
