"""The lines of a Markdown text that are code."""

from __future__ import annotations

from newsgen.text.markup.markdown.parser import markdown_parser


def find_code_lines(text: str) -> frozenset[int]:
    """The indices of the lines of code blocks, fenced or indented."""
    tokens = markdown_parser(allow_html=True).parse(text)
    return frozenset(
        line
        for token in tokens
        if token.type in ("fence", "code_block") and token.map
        for line in range(token.map[0], token.map[1])
    )
