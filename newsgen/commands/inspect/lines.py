"""Inspect texts: the fields that were read from each, and the role of every line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.record.paths import HTML_ENDINGS, TEXT_ENDINGS
from newsgen.settings.site import Site
from newsgen.sources.comments import read_comments
from newsgen.sources.files import Source, find_sources
from newsgen.sources.pasted.account import Account
from newsgen.sources.reading import LineReading, read_source_with_lines
from newsgen.text.encoding import read_with_encoding

_TEXTS = (*TEXT_ENDINGS, *HTML_ENDINGS)
SUMMARY_FIELDS = (
    *("headline", "dek", "kicker", "section", "byline", "dateline", "published", "updated"),
    *("tags", "language", "related", "body"),
)


class Inspection(NamedTuple):
    """A text's fields as plain values, ready for JSON, its lines, and the account of a pasted text's words."""

    path: str
    record: dict[str, Any]
    lines: tuple[LineReading, ...]
    account: Account | None = None


class RecurringLine(NamedTuple):
    """A line that several texts have: their number, and its most frequent role."""

    text: str
    texts: int
    role: str


class FolderSummary(NamedTuple):
    """The number of texts of a folder, the number of them that have each field, and the lines that recur.

    `left_out` are the files of whose articles more than a tenth may be missing.
    """

    texts: int
    found: dict[str, int]
    recurring: tuple[RecurringLine, ...]
    left_out: tuple[str, ...] = ()


def find_texts(paths: Iterable[str], folder: Path | None = None) -> Iterator[Source]:
    """The texts of files and folders, each with its path in the articles folder if it lies there.

    Raises NewsgenError for a name that is missing or no article text.
    """
    for source in _find_texts(paths):
        file = source.file.resolve()
        is_inside = folder is not None and file.is_relative_to(folder.resolve())
        yield replace(source, path=file.relative_to(folder.resolve()).as_posix()) if folder and is_inside else source


def _find_texts(paths: Iterable[str]) -> Iterator[Source]:
    for name in paths:
        path = Path(name)
        if path.is_dir():
            sources = find_sources(path, name.rstrip("/"))
            yield from (source for source in sources if source.path.lower().endswith(_TEXTS))
        elif path.is_file() and name.lower().endswith(_TEXTS):
            yield Source(path.name, name, path)
        else:
            reason = "newsgen reads .txt and .md files, and folders of them."
            message = "is not an article text" if path.exists() else "there is no such file or folder"
            raise NewsgenError([Problem(name, 0, message, reason, "Name a file or folder of articles.")])


def inspect_text(source: Source, site: Site) -> Inspection:
    """Read a text as a build does. Raises NewsgenError if it cannot be read."""
    encoding = read_with_encoding(source.file, source.label, site.encoding_of(source.path))
    reading, lines = read_source_with_lines(source, {}, site)
    fields = dict(reading.fields)
    headline = fields.pop("headline", None)
    record: dict[str, Any] = {"path": source.label, "headline": headline.value if headline else ""}
    for name in ("dek", "kicker", "dateline", "language", "original_url", "rights", "print_page"):
        record[name] = fields[name].value if name in fields else ""
    record["section"] = next(iter(fields["section"].value), "") if "section" in fields else ""
    for name in ("byline", "tags"):
        record[name] = list(fields[name].value) if name in fields else []
    for name in ("published", "updated"):
        record[name] = str(fields[name].value) if name in fields else None
    record["converted"] = {name: field.wording for name, field in fields.items() if field.wording}
    if encoding.encoding != "UTF-8":
        record["encoding"] = encoding.encoding
    record["body"] = [block.text for block in reading.body]
    related = fields["related"].value if "related" in fields else ()
    record["related"] = [{"title": link.headline, "url": link.url} for link in related]
    comments = read_comments(source, site).comments
    if comments:
        record["comments"] = [{**asdict(comment), "date": str(comment.date or "")} for comment in comments]
    record["words"] = _count_words(reading.account)
    record["lines"] = [entry for line in lines for entry in _line_entries(line)]
    return Inspection(source.label, record, lines, reading.account)


def _count_words(account: Account | None) -> dict[str, int] | None:
    """The words of a pasted text by what became of them."""
    if account is None:
        return None
    return {"body": account.body, "fields": account.fields, "chrome": account.chrome, "left_out": account.left_out}


def _line_entries(line: LineReading) -> Iterator[dict[str, Any]]:
    """An entry for each line of the file; those of one paragraph name its first line."""
    entry = {"role": line.role, "rule": line.rule, "confidence": round(line.confidence, 2)}
    paragraph = {"paragraph": line.number} if len(line.numbers) > 1 else {}
    for number in line.numbers:
        yield {"line": number, **entry, **paragraph}


def summarise(inspections: Iterable[Inspection]) -> FolderSummary:
    """Summarise texts: how many have each field, which lines several of them have, and which may be incomplete."""
    texts = 0
    found: Counter[str] = Counter()
    roles_of: dict[str, list[str]] = {}
    left_out: list[str] = []
    for inspection in inspections:
        texts += 1
        found.update(name for name in SUMMARY_FIELDS if inspection.record[name])
        if inspection.account and inspection.account.is_doubtful:
            left_out.append(inspection.path)
        lines = {
            line.text: line.role for line in inspection.lines if line.role in ("chrome", "body", "related", "subhead")
        }
        for text, role in lines.items():
            roles_of.setdefault(text, []).append(role)
    recurring = [
        RecurringLine(text, len(roles), Counter(roles).most_common(1)[0][0])
        for text, roles in roles_of.items()
        if len(roles) > 1
    ]
    recurring.sort(key=lambda line: (-line.texts, line.text))
    return FolderSummary(texts, {name: found[name] for name in SUMMARY_FIELDS}, tuple(recurring), tuple(left_out))
