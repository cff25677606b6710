"""What the conversion of one article's text may ask, and what it finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from newsgen.importers.imported import ImportedFile, MissingFile
from newsgen.importers.wordpress.index import SourceIndex
from newsgen.importers.wordpress.media import MediaLibrary
from newsgen.record.import_entry import Entry, Outcome

# What a reusable block costs beside its characters.
_LEAST_REUSED = 100


@dataclass(slots=True)
class Context:
    """The source around an article, and its own place; then the entries and files that its text gave.

    `names_by_id` are the names of users by their numbers. `raw_blocks` are blocks without words of their own, as plain
    values.
    """

    index: SourceIndex
    library: MediaLibrary
    names_by_id: Mapping[str, str]
    post_id: str
    place: str
    footnotes_field: str = ""
    entries: list[Entry] = field(default_factory=list)
    files: dict[str, ImportedFile | MissingFile] = field(default_factory=dict)
    raw_blocks: list[dict[str, Any]] = field(default_factory=list)
    _footnotes: list[str] = field(default_factory=list)
    _reused: int = 0

    def note(self, kind: str, name: str, outcome: Outcome, reason: str = "") -> None:
        """Add an entry. Its example is a place, never words: the account of a draft tells nothing of it."""
        self.entries.append(Entry(kind, name, outcome, reason, self.place))

    def count_reused(self, content: str) -> int:
        """Count the characters of a reusable block; the number of those of all that the text shows."""
        self._reused += len(content) + _LEAST_REUSED
        return self._reused

    def add_footnote(self, html: str) -> str:
        """Keep a footnote for the end of the text; the HTML of the mark that refers to it."""
        self._footnotes.append(html)
        number = len(self._footnotes)
        return f'<sup><a href="#fn-{number}" id="fnref-{number}">{number}</a></sup>'

    def footnotes_html(self) -> str:
        """The HTML of all footnotes that were kept, "" where there are none."""
        notes = "".join(
            f'<li id="fn-{number}">{html} <a href="#fnref-{number}">↩</a></li>'
            for number, html in enumerate(self._footnotes, 1)
        )
        return f'\n\n<ol class="footnotes">{notes}</ol>\n\n' if notes else ""
