"""Text with a backslash before each sign that Markdown would take for a mark, and before no other."""

from __future__ import annotations

import re

_SIGNS = re.compile(
    r"[`*]"
    r"|\\(?=[!-/:-@\[-`{-~])"
    # Underscores inside a word are none of emphasis.
    r"|(?<![^\W_])_|_(?![^\W_])"
    # Brackets of links and footnotes.
    r"|\[(?=\^)|\](?=[(\[:])"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w{1,32};)"
    r"|~(?=~)|(?<=~)~"
    r"|[!^](?=\[)"
    # Lists of attributes, which newsgen leaves out.
    r"|\{(?=\s*(?::|[.#]\w|[^\W\d][\w:.-]*=))"
)
_ANY_SIGN = re.compile(r"[\\`*_\[\]<&~!^{]")
_BARE_BRACKET = re.compile(r"(?<!\\)((?:\\\\)*)([\[\]])")
# What a line must not begin with: headings, items, quotes, definitions, underlines and delimiters of tables.
_LINE_START = re.compile(
    r"^(?:(?P<sign>\#(?=\#{0,5}(?:[ \t]|$))|[-+:~](?=[ \t]|$)|>|-(?=[ \t-]*$)|=(?==*[ \t]*$)|[|:-](?=[-:| \t]*$))"
    r"|(?P<number>[0-9]{1,9})(?P<end>[.)])(?=[ \t]|$))",
    re.MULTILINE,
)
_MAY_START = frozenset("#-+:~>=|0123456789")
_BARE_TILDE = re.compile(r"(?<!\\)(?:\\\\)*~\Z")
_BOX = re.compile(r"(#{2,6} )?\[(?=[ xX]\](?!\())")
# What the parser strips from the ends of a text, and a browser shows.
_EDGE_SPACES = re.compile(r"\A[^\S \t\n\r\f]+|(?P<slash>(?<!\\)\\(?:\\\\)*)?(?P<end>[^\S \t\n\r\f]+)\Z")
_TRAILING_MARKS = re.compile(r"(?:(?<=\s)|\A)(#+)\Z")


def escape_text(text: str, after: str = "") -> str:
    """Inline text, escaped; its white space is collapsed already. `after` is the sign that follows it, "" for none."""
    if not after:
        return _ANY_SIGN.sub(_escape, text)
    # Signs that are marks themselves count as punctuation only.
    escaped = _ANY_SIGN.sub(_escape, text + (after if after in "[<" else "."))[:-1]
    return f"{escaped[:-1]}\\~" if after == "~" and _BARE_TILDE.search(escaped) else escaped


def _escape(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}" if _SIGNS.match(sign.string, sign.start()) else sign[0]


def escape_brackets(text: str, after: str) -> str:
    """Inline text in a link, escaped: a bracket without its counterpart would end the link."""
    escaped = escape_text(text, after)
    if "[" not in text and "]" not in text:
        return escaped
    return _BARE_BRACKET.sub(r"\1\\\2", escaped)


def escape_line_starts(markdown: str) -> str:
    """A paragraph with each of its lines escaped where it would begin another block."""
    if markdown[0] not in _MAY_START and "\n" not in markdown:
        return markdown
    return _LINE_START.sub(_escape_start, markdown)


def escape_box(markdown: str) -> str:
    """The first paragraph of a list's item, without the brackets of a task."""
    return _BOX.sub(r"\1\\[", markdown, count=1) if _BOX.match(markdown) else markdown


def keep_edge_spaces(markdown: str) -> str:
    """A block's inline text with references for the special spaces at its ends, which the parser would strip."""
    if markdown[:1].isspace() or markdown[-1:].isspace():
        return _EDGE_SPACES.sub(_refer, markdown)
    return markdown


def escape_heading(markdown: str) -> str:
    """A heading's inline text: number signs at its end would be left out."""
    return _TRAILING_MARKS.sub(r"\\\1", markdown) if markdown.endswith("#") else markdown


def _escape_start(match: re.Match[str]) -> str:
    if match["sign"]:
        return f"\\{match['sign']}"
    return f"{match['number']}\\{match['end']}"


def _refer(spaces: re.Match[str]) -> str:
    # A backslash would make text of the reference behind it.
    before = f"{spaces['slash']}\\" if spaces["slash"] else ""
    return before + "".join(map(_reference, spaces["end"] or spaces[0]))


def _reference(space: str) -> str:
    return "&nbsp;" if space == "\xa0" else f"&#{ord(space)};"
