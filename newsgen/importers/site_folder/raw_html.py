"""The HTML in a Markdown text: blocks of nothing but HTML become Markdown, all other stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgen.importers.site_folder.markdown_text import split_code
from newsgen.record.import_entry import Entry
from newsgen.text.html_markdown.conversion import ConversionOptions
from newsgen.text.html_markdown.convert import convert_html

_START = re.compile(
    r"<(?:figure|img|picture|iframe|video|audio|div|p|table|center|blockquote|h[1-6]|ul|ol|dl|section|aside|details|object"
    r"|embed|pre|hr)\b",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(?P<void>/?)>", re.IGNORECASE
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_ASKS_FOR_MARKDOWN = re.compile(r"<[^<>]{0,500}\bmarkdown\s*=", re.IGNORECASE)
# Signs that a block with tags around it is Markdown all the same.
_MARKDOWN = re.compile(r"^(?:[*+-] |\d+\. |#{1,6} |> |```)|\]\(|\*\*\S|\{[%{]", re.MULTILINE)
_BLANK = re.compile(r"(\n[ \t]*(?:\n[ \t]*)+)")


class ConvertedText:
    """A Markdown text whose blocks of HTML are Markdown too; `has_html` says whether some is left."""

    def __init__(self, text: str) -> None:
        self.entries: list[Entry] = []
        self.has_html = False
        self.text = "".join(part if is_code else self._convert(part) for is_code, part in split_code(text))

    def _convert(self, text: str) -> str:
        if "<" not in text:
            return text
        return "".join(self._convert_block(part) for part in _BLANK.split(text))

    def _convert_block(self, block: str) -> str:
        stripped = block.strip("\n")
        if not stripped.startswith("<") or not _START.match(stripped) or not self._is_html(stripped):
            self.has_html = self.has_html or any(_names_of_tags(block))
            return block
        conversion = convert_html(stripped, ConversionOptions())
        self.entries += conversion.entries
        self.has_html = self.has_html or conversion.has_html
        before, after = block[: len(block) - len(block.lstrip("\n"))], block[len(block.rstrip("\n")) :]
        return before + conversion.markdown.strip("\n") + after

    def _is_html(self, block: str) -> bool:
        return _is_balanced(block) and not _ASKS_FOR_MARKDOWN.search(block) and not _MARKDOWN.search(block)


def _names_of_tags(text: str) -> Iterator[str]:
    return (match["name"].lower() for match in _TAG.finditer(text))


def _is_balanced(block: str) -> bool:
    """Whether a block ends where all of its elements are closed."""
    open_names: list[str] = []
    for tag in _TAG.finditer(block):
        name = tag["name"].lower()
        if name in _VOID or tag["void"]:
            continue
        if not tag["close"]:
            open_names.append(name)
        elif name in open_names:
            while open_names.pop() != name:
                pass
    return set(open_names) <= {"p", "li", "td", "tr", "th", "dt", "dd"} and block.rstrip().endswith(">")
