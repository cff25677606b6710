"""Texts in HTML, Markdown or plain text as Markdown; which of them a text is, is told by looking."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from newsgen.record.import_entry import Entry
from newsgen.text.html_markdown.writing.escape import escape_line_starts, escape_text

BodyFormat = Literal["html", "markdown", "text"]
_BLOCK_TAG = re.compile(
    r"<(?:/?(?:p|div|h[1-6]|ul|ol|li|table|blockquote|figure|section|article)\b[^<>]{0,2000}|br ?/?)>", re.IGNORECASE
)
_TAG = re.compile(
    r"</?(?:a|b|i|em|strong|span|img|br|p|div|iframe|h[1-6]|ul|ol|li|font|blockquote|figure|figcaption|table|tr|td|u|sup|sub|center)"
    r"(?:\s[^<>]{0,4000})?/?>",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(
    r"^\#{1,6} \S|^(?:```|~~~)|!?\[[^\]\n]{1,500}\]\([^)\s]{1,2000}[^)\n]{0,300}\)|\*\*\S[^*\n]{0,500}\*\*"
    r"|^\[[^\]\n]+\]:\s+\S|^> \S"
    r"|(?<![\w*])\*[^\s*][^*\n]{0,300}\*(?![\w*])|(?<![\w_])_[^\s_][^_\n]{0,300}_(?![\w_])|^\[\^[^\]\n]+\]:",
    re.MULTILINE,
)
_ANY_MARK = re.compile(r"[#`~\[*_>]")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
# Lines of a text without blank ones are paragraphs if most of them are longer than anybody wraps lines.
_WRAPPED = 100


class Markdown(NamedTuple):
    """A text in Markdown, and the account of what became of the HTML in it."""

    text: str
    entries: tuple[Entry, ...] = ()


def looks_like(text: str) -> BodyFormat:
    """The format of a text: HTML if it has a tag of a block, or two others; else Markdown, if it has its marks."""
    if "<" in text and (_BLOCK_TAG.search(text) or len(_TAG.findall(text)) > 1):
        return "html"
    return "markdown" if _ANY_MARK.search(text) and _MARKDOWN.search(text) else "text"


def common_format(texts: Iterable[str]) -> BodyFormat:
    """The format of most texts of a column: where some are HTML, the others of it are too."""
    formats = [looks_like(text) for text in texts]
    if not formats:
        return "text"
    share = {name: formats.count(name) / len(formats) for name in ("html", "markdown")}
    if share["html"] >= 0.2:
        return "html"
    return "markdown" if share["markdown"] > 0 else "text"


def as_markdown(text: str, form: BodyFormat) -> Markdown:
    """A text of a format as Markdown."""
    if form == "markdown":
        return Markdown(text.strip("\n"))
    if form == "text":
        return Markdown(plain_markdown(text))
    from newsgen.text.html_markdown.conversion import ConversionOptions
    from newsgen.text.html_markdown.convert import convert_html

    conversion = convert_html(text if _BLOCK_TAG.search(text) else _with_paragraphs(text), ConversionOptions())
    return Markdown(conversion.markdown.strip("\n"), conversion.entries)


def plain_markdown(text: str) -> str:
    """Markdown that shows a plain text: its paragraphs, with no sign of it taken for a mark."""
    paragraphs = [part.strip("\n") for part in _BLANK_LINES.split(text.strip())]
    if len(paragraphs) == 1 and "\n" in paragraphs[0]:
        lines = [line for line in paragraphs[0].split("\n") if line.strip()]
        if sum(len(line) > _WRAPPED for line in lines) * 2 > len(lines):
            paragraphs = lines
    return "\n\n".join(_escape(paragraph) for paragraph in paragraphs if paragraph.strip())


def _escape(paragraph: str) -> str:
    lines = [" ".join(line.split()) for line in paragraph.split("\n")]
    return escape_line_starts(escape_text("\n".join(line for line in lines if line)))


def _with_paragraphs(text: str) -> str:
    """HTML whose paragraphs are blank lines, as the fields of editors without tags have them, with tags for them."""
    paragraphs = [part.strip().replace("\n", "<br>\n") for part in _BLANK_LINES.split(text) if part.strip()]
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
