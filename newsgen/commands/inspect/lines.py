"""How texts were read, line by line: what `newsgen inspect` shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.record.paths import TEXT_ENDINGS
from newsgen.settings.site import Site
from newsgen.sources.files import Source, find_sources
from newsgen.sources.reading import LineReading, read_source

SUMMARY_FIELDS = (
    *("headline", "dek", "kicker", "section", "byline", "dateline", "published", "updated"),
    *("tags", "language", "related", "body"),
)


class Inspection(NamedTuple):
    """A text's fields as plain values, and its lines."""

    path: str
    record: dict[str, Any]
    lines: tuple[LineReading, ...]


class Recurring(NamedTuple):
    """A line that stands in several texts: in how many, and what it was mostly taken for."""

    text: str
    texts: int
    role: str


class Summary(NamedTuple):
    """How a folder was read: the number of texts, in how many each field was found, and lines that recur."""

    texts: int
    found: dict[str, int]
    recurring: tuple[Recurring, ...]


def find_texts(paths: Iterable[str]) -> Iterator[Source]:
    """The texts that files and folders name. Raises BuildFailed for one that is not there or is no article text."""
    for name in paths:
        path = Path(name)
        if path.is_dir():
            sources = find_sources(path, name.rstrip("/"))
            yield from (source for source in sources if source.path.lower().endswith(TEXT_ENDINGS))
        elif path.is_file() and name.lower().endswith(TEXT_ENDINGS):
            yield Source(path.name, name, path)
        else:
            reason = "newsgen reads .txt and .md files, and folders of them."
            message = "is not an article text" if path.exists() else "there is no such file or folder"
            raise NewsgenError([Problem(name, 0, message, reason, "Name a file or folder of articles.")])


def inspect_text(source: Source, site: Site) -> Inspection:
    """Read one text as a build would. Raises BuildFailed when it cannot be read at all."""
    reading = read_source(source, {}, site)
    fields = dict(reading.fields)
    headline = fields.pop("headline", None)
    record: dict[str, Any] = {"path": source.shown, "headline": headline.value if headline else ""}
    for name in ("dek", "kicker", "dateline", "language", "original_url", "rights"):
        record[name] = fields[name].value if name in fields else ""
    record["section"] = next(iter(fields["section"].value), "") if "section" in fields else ""
    for name in ("byline", "tags"):
        record[name] = list(fields[name].value) if name in fields else []
    for name in ("published", "updated"):
        record[name] = str(fields[name].value) if name in fields else None
    record["body"] = [block.text for block in reading.body]
    related = fields["related"].value if "related" in fields else ()
    record["related"] = [{"title": link.headline, "url": link.url} for link in related]
    record["lines"] = [
        {"line": line.number, "role": line.role, "rule": line.rule, "confidence": round(line.confidence, 2)}
        for line in reading.lines
    ]
    return Inspection(source.shown, record, reading.lines)


def summarise(inspections: Iterable[Inspection]) -> Summary:
    """What a folder's texts have in common: how many show each field, and which lines stand in several of them."""
    texts = 0
    found: Counter[str] = Counter()
    places: dict[str, list[str]] = {}
    for inspection in inspections:
        texts += 1
        found.update(name for name in SUMMARY_FIELDS if inspection.record[name])
        lines = {
            line.text: line.role for line in inspection.lines if line.role in ("chrome", "body", "related", "subhead")
        }
        for text, role in lines.items():
            places.setdefault(text, []).append(role)
    recurring = [
        Recurring(text, len(roles), Counter(roles).most_common(1)[0][0])
        for text, roles in places.items()
        if len(roles) > 1
    ]
    recurring.sort(key=lambda line: (-line.texts, line.text))
    return Summary(texts, {name: found[name] for name in SUMMARY_FIELDS}, tuple(recurring))
