"""Paragraphs of the classic editor: blank lines end them, and single line ends break lines.

It gives what WordPress's `wpautop` gives (WordPress 6.4, wp-includes/formatting.php), in one pass.
"""

from __future__ import annotations

import re

from newsgen.importers.wordpress.content.html_comments import COMMENT

_BLOCKS = (
    "table|thead|tfoot|caption|colgroup|col|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|"
    "style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|"
    "summary|center|main"
)
_VERBATIM = (
    r"(?P<verbatim>pre|script|style|svg|math|textarea)\b[^>]{0,5000}+>(?:(?!<(?P=verbatim)\b).)*?</(?P=verbatim)\s*+>"
)
# Both alternatives begin with a letter of their own, so that a search goes from one such letter to the next.
_PIECE = re.compile(
    rf"<(?:{_VERBATIM}|(?P<close>/(?:{_BLOCKS})\s*>)|(?P<open>(?:{_BLOCKS})(?=[\s/>])[^>]{0, 5000}+>)"
    r"|(?P<breaks>br\s*/?>\s*<br\s*/?>))|\n(?P<blank>[ \t\xa0]*\n\s*)",
    re.DOTALL | re.IGNORECASE,
)
_LINE_END = re.compile(rf"(?P<kept>{COMMENT}|<(?:[^<>]*+>|[^>]{{0,2000}}+>))|(?<![ \t])[ \t]*+\n\s*+", re.DOTALL)
_BREAK_BEFORE = re.compile(r"<br\s*/?>[ \t]*\n", re.IGNORECASE)
_COMMENT = re.compile(COMMENT, re.DOTALL)
_BLANK_LINES = re.compile(r"\n[ \t\xa0]*\n\s*")


def add_paragraphs(html: str) -> str:
    """HTML of the classic editor with its paragraphs and line breaks as elements."""
    html = html.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if "\n" not in html and "<" not in html:
        return f"<p>{html}</p>" if html.strip() else ""
    if "<" not in html:
        return "\n".join(f"<p>{_with_breaks(part)}</p>" for part in _BLANK_LINES.split(html) if part.strip())
    pieces: list[str] = []
    before, position = "close", 0
    for match in _PIECE.finditer(html):
        after = _kind(match)
        _add_run(html[position : match.start()], _is_paragraph(before, after), pieces)
        if after != "blank":
            pieces.append(match[0])
        before, position = "close" if after == "end" else after, match.end()
    _add_run(html[position:], _is_paragraph(before, "blank"), pieces)
    return "".join(pieces)


def _kind(match: re.Match[str]) -> str:
    if match.lastgroup == "open":
        return "close" if match[0][:3].lower() == "<hr" else "open"
    return {"close": "end", "breaks": "blank", "blank": "blank"}.get(match.lastgroup or "", "close")


def _is_paragraph(before: str, after: str) -> bool:
    """Whether words between two pieces are a paragraph: not where they are all that a block holds, or its first words.

    "open" and "end" are the tags of a block that the words are inside of, "close" is what stands beside them.
    """
    return "blank" in (before, after) or (before == "close" and after != "end")


def _add_run(run: str, is_paragraph: bool, pieces: list[str]) -> None:
    words = run.strip()
    if not words:
        if run:
            pieces.append("\n")
    elif is_paragraph and not (words.startswith("<!--") and not _COMMENT.sub("", words).strip()):
        pieces.append(f"<p>{_with_breaks(words)}</p>\n")
    else:
        pieces.append(_with_breaks(run.strip("\n")))


def _with_breaks(run: str) -> str:
    run = run.strip()
    if "\n" not in run:
        return run
    if "<br" in run or "<BR" in run:
        run = _BREAK_BEFORE.sub("<br />", run)
    if "<" not in run:
        return re.sub(r"(?<![ \t])[ \t]*+\n\s*+", "<br />\n", run)
    return _LINE_END.sub(lambda match: match["kept"] or "<br />\n", run)
