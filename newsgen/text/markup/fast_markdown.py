"""Fast path for plain Markdown, about seven times as fast as markdown-it-py.

The HTML always equals that of the parser. A text is split at those blank lines that no construct can cross; a piece
whose HTML is certain is rendered here, and every other one is left to the parser. Certain are paragraphs, headings,
rules, quotes of paragraphs, and lists of one line an item, with emphasis that is not nested and links to simple
addresses. The rules are those of CommonMark 0.31 ("left-flanking", "thematic break" and so on).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newsgen.text.markup.markdown.many_signs import has_too_many

Renderer = Callable[[str], str]
# Constructs that reach across blank lines: fences, comments, footnotes, ids, and definitions that give brackets
# elsewhere a meaning. Also the characters that the parser replaces before it reads.
_FAR_REACHING = ("```", "~~~", "]:", "<!--", "^[", "{#", "{:", "\r", "\0")
# A definition of the term in the line above, or above a blank line.
_DEFINITION = re.compile(r"\n[ \t]*[:~][ \t]")
# Inline constructs that are left to the parser: escapes, code, HTML and addresses in <>, images, strikethrough, and
# lists of attributes.
_NOT_PLAIN = ("\\", "`", "<", "![", "~~", "{")
_ENTITY = re.compile(r"&#?\w+;")
# A line that begins like this is text, whatever the line above it: no list, quote, heading, rule, underline of a
# heading or of a table's head. Spaces of any kind in front make it uncertain.
_TEXT = r"(?:(?![0-9]+[.)](?:\s|$))[^\s#>*_=~|:+-]|\*\*?[^\s*]|__?[^\s_]|#[^\s#])"
_TEXT_LINE = re.compile(_TEXT)
_HEADING = re.compile(r"(#{1,6}) +(\S.*)(?:\n|$)")
_RULE = re.compile(r"([*_-])(?: *\1){2,}")
_ITEM = re.compile(rf"( {{0,3}})([0-9]{{1,9}})?([.)*+-]) {{1,4}}({_TEXT}.*)")
# A line that may continue an open list above it, or no line at all.
_MAY_CONTINUE = re.compile(r"\n*(?:[ \t]|(?:[*+-]|[0-9]{1,9}[.)])(?:\s|$)|$)")
# Addresses that the parser neither refuses nor rewrites, in text that is escaped already. A host of at most 63
# characters has no label that is too long.
_PATH_SIGN = r"(?:[\w/.~+,=?#!$@-]|&amp;|%[0-9A-Fa-f]{2})"
_LINK = re.compile(
    rf"\[([^][*_]+)\]\((https?://[A-Za-z0-9.-]{{1,63}}(?:[/?#](?:{_PATH_SIGN}|:)*)?|(?!//){_PATH_SIGN}+"
    r"|mailto:[A-Za-z0-9.+-]+@[A-Za-z0-9.-]{1,63})\)",
    re.ASCII,
)
# A mark that can only open and one that can only close, with no other between them (CommonMark, 6.2 "can open
# emphasis"): each stands at a space or at an end of the text, or between a letter or digit and a sign.
_EMPHASIS = re.compile(
    r"([*_])(?:(?<![^ \n][*_])|(?<=[(;“‘—–][*_])(?=\1?[^\W_]))(\1?)(?=[^\s*_])"
    r"([^*_]*(?:[^\s*_](?=\1\2(?:[ \n]|\Z))|[^\W_](?=\1\2[.,;:!?)'&<…—–”’-])))\1\2"
)
_STRAY_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_BREAK = re.compile("(?<! )  ++\n")


def render_plain(text: str, render: Renderer) -> str:
    """The HTML of a Markdown text, equal to what the parser `render` makes of the whole text.

    `render` is called for each piece that is not plain, or for the whole text where its pieces depend on each other.
    """
    if any(sign in text for sign in _FAR_REACHING) or _DEFINITION.search(text):
        return render(text)
    parts: list[str] = []
    pending: list[str] = []
    for piece in text.split("\n\n"):
        if pending and _MAY_CONTINUE.match(piece):
            pending.append(piece)
            continue
        if pending:
            parts.append(_render_pending(pending, render))
            pending = []
        rest = _render_closed(piece.strip("\n"), render, parts)
        if rest:
            pending = [rest]
    if pending:
        parts.append(_render_pending(pending, render))
    return "".join(parts)


def _render_closed(piece: str, render: Renderer, parts: list[str]) -> str:
    """Append the HTML of constructs that surely end in the piece to `parts`; return the rest, which may continue."""
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


def _render_pending(pieces: list[str], render: Renderer) -> str:
    text = "\n\n".join(pieces)
    return _render_list(text) or render(text)


def _is_paragraph(piece: str) -> bool:
    if "\n" in piece:
        return all(map(_TEXT_LINE.match, piece.split("\n")))
    return _TEXT_LINE.match(piece) is not None


def _render_paragraph(piece: str) -> str:
    """A paragraph's HTML; "" where its inline text is not plain."""
    inline = _render_inline(piece)
    return f"<p>{inline}</p>\n" if inline else ""


def _render_heading(level: int, text: str) -> str:
    """A heading's HTML, never h1 in a body; "" where it is not plain."""
    inline = "" if text.rstrip().endswith("#") else _render_inline(text)
    level = max(level, 2)
    return f"<h{level}>{inline}</h{level}>\n" if inline else ""


def _render_quote(piece: str) -> str:
    """The HTML of a quote of paragraphs; "" where it contains anything else."""
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
    marker = (first[1], bool(first[2]), first[3])
    parts = []
    for item in items:
        inline = _render_inline(item[4]) if item and (item[1], bool(item[2]), item[3]) == marker else ""
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
    if text != text.strip() or any(sign in text for sign in _NOT_PLAIN) or has_too_many(text):
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
    """A link, with NUL for "_" in its address, which marks no emphasis there."""
    return f'<a href="{link[2].replace("_", chr(0))}">{link[1]}</a>'


def _render_emphasis(emphasis: re.Match[str]) -> str:
    tag = "strong" if emphasis[2] else "em"
    return f"<{tag}>{emphasis[3]}</{tag}>"
