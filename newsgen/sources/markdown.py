"""Read the body of an article in Markdown, and its headline if it begins with one, or in HTML."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

from newsgen.record.article import Block, Origin
from newsgen.settings.markdown import MarkdownSettings
from newsgen.sources.fields import FieldValue
from newsgen.text.markup.html import heading_text

_TITLE = re.compile(r"#[ \t]+(?P<line>\S.*)(?:\n|$)")
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")


class Markdown(NamedTuple):
    """The fields that a Markdown text itself shows, and its body as one block, or none if it is blank."""

    fields: dict[str, FieldValue]
    body: tuple[Block, ...]


def read_markdown(text: str, first_line: int, label: str, settings: MarkdownSettings, headline: str = "") -> Markdown:
    """Read a Markdown text with the site's replacements applied; `label` is how messages name its file.

    A "# Heading" on its first line is the headline: it gives the field if no `headline` is declared, and is removed
    from the body if it repeats the declared one.
    """
    line, text = _skip_blank_lines(first_line, _replace_markup(text, settings))
    fields = {}
    title = _TITLE.match(text)
    written = _without_closing(title["line"]) if title else ""
    words = heading_text(written)
    if title and headline in ("", written, words):
        fields["headline"] = FieldValue(words, Origin(label, line))
        line, text = _skip_blank_lines(line + 1, text[title.end() :])
    return Markdown(fields, (Block("markdown", text, line),) if text else ())


def _without_closing(heading: str) -> str:
    """The text of a heading without the "#" signs that close it (CommonMark 0.31, 4.2 "ATX headings")."""
    heading = heading.rstrip(" \t")
    text = heading.rstrip("#")
    return text.rstrip(" \t") if text.endswith((" ", "\t")) else heading


def read_html(text: str, first_line: int, settings: MarkdownSettings) -> tuple[Block, ...]:
    """The body of an HTML text with the site's replacements applied, as one block, or none if it is blank."""
    line, text = _skip_blank_lines(first_line, _replace_markup(text, settings))
    return (Block("html", text, line),) if text else ()


def _replace_markup(text: str, settings: MarkdownSettings) -> str:
    for replacement in settings.replace:
        text = re.sub(replacement.pattern, partial(_replace_keeping_lines, replacement.by), text)
    return text


def _replace_keeping_lines(template: str, match: re.Match[str]) -> str:
    """The replacement of a match, with as many line ends, so that later lines keep their numbers in the file."""
    replacement = match.expand(template)
    return replacement + "\n" * (match[0].count("\n") - replacement.count("\n"))


def _skip_blank_lines(line: int, text: str) -> tuple[int, str]:
    """The number of a text's first line that is not blank, and the text from there; the text begins on `line`."""
    blank = _BLANK_LINES.match(text)
    end = blank.end() if blank else 0
    return line + text.count("\n", 0, end), text[end:].rstrip()
