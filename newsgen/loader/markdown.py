"""Markdown articles: YAML front matter, then the body as it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsgen.article import Block, Origin
from newsgen.config import MarkdownSettings
from newsgen.loader.fields import Found

_TITLE = re.compile(r"#[ \t]+(?P<headline>\S.*?)[ \t#]*(?:\n|$)")


class Markdown(NamedTuple):
    """The fields that a Markdown text itself shows, and its body as one block; no block when it is blank."""

    fields: dict[str, Found]
    body: tuple[Block, ...]


def read_markdown(text: str, first_line: int, shown: str, settings: MarkdownSettings, headline: str = "") -> Markdown:
    """Read a Markdown text, with the site's replacements made; `shown` is how messages name its file.

    A "# Heading" on its first line is the headline: it gives the field where none is declared, and is
    taken off the body where it repeats the declared one.
    """
    for replacement in settings.replace:
        text = re.sub(replacement.pattern, replacement.by, text)
    line = first_line + len(text) - len(text.lstrip("\n"))
    text = text.strip("\n")
    fields = {}
    title = _TITLE.match(text)
    if title and headline in ("", title["headline"]):
        fields["headline"] = Found(title["headline"], Origin(shown, line))
        line += 1
        text = text[title.end() :]
        line += len(text) - len(text.lstrip("\n"))
        text = text.strip("\n")
    return Markdown(fields, (Block("markdown", text, line),) if text.strip() else ())
