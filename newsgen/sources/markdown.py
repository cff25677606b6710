"""Markdown articles: YAML front matter, then the body as it is."""

from __future__ import annotations

import re
from functools import partial
from typing import NamedTuple

from newsgen.record.article import Block, Origin
from newsgen.settings.site import MarkdownSettings
from newsgen.sources.fields import FieldValue

_TITLE = re.compile(r"#[ \t]+(?P<headline>\S.*?)(?:[ \t]+#+)?[ \t]*(?:\n|$)")
_BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")


class Markdown(NamedTuple):
    """The fields that a Markdown text itself shows, and its body as one block; no block when it is blank."""

    fields: dict[str, FieldValue]
    body: tuple[Block, ...]


def read_markdown(text: str, first_line: int, shown: str, settings: MarkdownSettings, headline: str = "") -> Markdown:
    """Read a Markdown text, with the site's replacements made; `shown` is how messages name its file.

    A "# Heading" on its first line is the headline: it gives the field where none is declared, and is
    taken off the body where it repeats the declared one.
    """
    for replacement in settings.replace:
        text = re.sub(replacement.pattern, partial(_replace_within_lines, replacement.by), text)
    line, text = _skip_blank_lines(first_line, text)
    fields = {}
    title = _TITLE.match(text)
    if title and headline in ("", title["headline"]):
        fields["headline"] = FieldValue(title["headline"], Origin(shown, line))
        line, text = _skip_blank_lines(line + 1, text[title.end() :])
    return Markdown(fields, (Block("markdown", text, line),) if text else ())


def _replace_within_lines(by: str, found: re.Match[str]) -> str:
    """What is put for a match, with as many line ends, so that later lines keep the numbers they have in the file."""
    put = found.expand(by)
    return put + "\n" * (found[0].count("\n") - put.count("\n"))


def _skip_blank_lines(line: int, text: str) -> tuple[int, str]:
    """A text from its first line that is not blank, and that line's number, when the text began on `line`."""
    blank = _BLANK_LINES.match(text)
    end = blank.end() if blank else 0
    return line + text.count("\n", 0, end), text[end:].rstrip()
