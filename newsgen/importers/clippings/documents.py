"""Find the documents of a file: by the layout of the database that exported it, or where a pattern divides it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsgen.errors import Problem
from newsgen.importers.clippings.files.source_text import SourceText
from newsgen.record.article import Block
from newsgen.record.import_entry import Entry
from newsgen.sources.email_message import read_email
from newsgen.sources.exports import ExportReading, read_documents, split_documents
from newsgen.sources.pasted import Hints, PastedText, read_pasted
from newsgen.sources.pasted.line import DEFAULT_RULES, Label

_COVER = "It is a page of the export, of its search or of its contents, and no article."


class ClippingDocument(NamedTuple):
    """A document as it was read.

    `export` is the database, "" where none is known; `line` is its first line in the file, and `extra` what the export
    says besides.
    """

    export: str
    line: int
    pasted: PastedText
    extra: Mapping[str, object] = {}


def find_documents(
    source: SourceText, label: str, hints: Hints, split: re.Pattern[str] | None
) -> Iterator[ClippingDocument | Entry | Problem]:
    """The documents of a text, and the account of its lines that are in none; `label` is its file in messages.

    A text that no database wrote is one article, unless `split` or rules, page breaks and blank lines divide it.
    """
    text = source.text
    if split:
        yield from _find_by_pattern(text, label, hints, split)
        return
    exported = _read_export(text, 1, label, hints)
    if exported is not None:
        yield from exported
        return
    lines = text.split("\n")
    parts = split_documents(text)
    if parts:
        ends = [part.first_line for part in parts[1:]]
        for begin, end in zip([1, *ends], [*ends, len(lines) + 1], strict=True):
            yield from _read_part(lines, begin, end, label, hints)
        return
    if not text.strip():
        yield Problem(label, 0, "is empty", "There is nothing to import.", "Export it again.")
        return
    pasted = _read_text(text, 1, label, hints)
    if pasted.account.is_doubtful or "headline" not in pasted.fields:
        yield Problem(
            label,
            0,
            "is laid out like the export of no database that newsgen knows, nor like one article",
            "Several articles would become one.",
            "Say with --split what the first line of each article looks like, or put each into a file of its own.",
        )
        return
    yield ClippingDocument("", pasted.lines[0].number, pasted)


def _read_export(text: str, first_line: int, label: str, hints: Hints) -> Iterator[ClippingDocument | Entry] | None:
    """The documents of a database's export; None for another text."""
    reading = read_documents(text, first_line, label, hints)
    return _documents_of(reading, label) if reading else None


def _documents_of(reading: ExportReading, label: str) -> Iterator[ClippingDocument | Entry]:
    for row in reading.around:
        yield Entry("line", "cover", "left out", _COVER, f"{label}:{row.number}")
    for document, exported in reading.documents:
        yield ClippingDocument(document.export, document.first_line, exported.pasted, exported.extra)


def _find_by_pattern(
    text: str, label: str, hints: Hints, split: re.Pattern[str]
) -> Iterator[ClippingDocument | Entry | Problem]:
    """The documents between the lines in which a pattern is found; a line that it fits wholly is no text."""
    lines = text.split("\n")
    begins = [number for number, line in enumerate(lines, 1) if split.search(line)]
    if not begins:
        yield Problem(
            label,
            0,
            f"has no line in which {split.pattern!r} is found",
            "Nothing of it was imported.",
            "Correct the pattern of --split; --dry-run shows what it finds.",
        )
        return
    for number in begins:
        if split.fullmatch(lines[number - 1].strip()) and lines[number - 1].strip():
            lines[number - 1] = ""
            yield Entry("line", "separator", "left out", "--split finds it between two articles.", f"{label}:{number}")
    for begin, end in zip([1, *begins], [*begins, len(lines) + 1], strict=True):
        yield from _read_part(lines, begin, end, label, hints)


def _read_part(
    lines: Sequence[str], begin: int, end: int, label: str, hints: Hints
) -> Iterator[ClippingDocument | Entry | Problem]:
    """The document on the lines from `begin` to before `end`, whose numbers are those of the file."""
    text = "\n".join(lines[begin - 1 : end - 1])
    if not text.strip():
        return
    exported = _read_export(text, begin, label, hints)
    if exported is not None:
        yield from exported
        return
    pasted = _read_text(text, begin, label, hints)
    yield ClippingDocument("", pasted.lines[0].number, pasted)


def _read_text(text: str, first_line: int, label: str, hints: Hints) -> PastedText:
    return _keep_all(read_email(text, first_line, label, hints) or read_pasted(text, first_line, label, hints))


def _keep_all(pasted: PastedText) -> PastedText:
    """A text whose body has also the lines that are left out of it for no better reason than where they stand.

    Nobody looks at each of a thousand clippings: a line too many does less harm than one too few.
    """
    kept = {
        line.number: line.text
        for line, label in zip(pasted.lines, pasted.labels, strict=True)
        if label.role == "chrome" and label.rule in DEFAULT_RULES
    }
    if not kept:
        return pasted
    added = [Block("paragraph", text, number) for number, text in kept.items()]
    as_body = Label("body", "kept, for an import leaves no line out without a reason")
    labels = tuple(
        as_body if line.number in kept else label for line, label in zip(pasted.lines, pasted.labels, strict=True)
    )
    return pasted._replace(body=tuple(sorted((*pasted.body, *added), key=lambda block: block.line)), labels=labels)
