"""One source, read: its fields with their origins, its body, and a label for every line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.record.article import Block
from newsgen.settings.site import Site
from newsgen.sources.assemble import merge_fields
from newsgen.sources.fields import Fields, FieldValue, read_fields
from newsgen.sources.files import Source
from newsgen.sources.front_matter import Split, split_front_matter
from newsgen.sources.markdown import read_markdown
from newsgen.sources.pasted import Custom, read_pasted
from newsgen.sources.pasted import Reading as Pasted
from newsgen.sources.pasted.phrases import bare
from newsgen.text.encoding import read_text
from newsgen.text.yaml.reader import load_mapping


class LineReading(NamedTuple):
    """What a line that is not blank was taken for, the rule that says so, and how sure that is."""

    number: int
    text: str
    role: str
    rule: str
    confidence: float = 1.0


class Reading(NamedTuple):
    """All that a source says. `extra` is front matter that is carried along unused.

    `lines` is empty where they were not asked for.
    """

    fields: Mapping[str, FieldValue]
    extra: Mapping[str, object]
    body: tuple[Block, ...]
    lines: tuple[LineReading, ...]


def read_source(source: Source, row: Fields, site: Site, with_lines: bool = True) -> Reading:
    """Read a source, with its row of the metadata table. Raises BuildFailed with every problem of the text."""
    text = read_text(source.file, source.shown)
    if not text.strip():
        raise NewsgenError([_empty(source)])
    is_markdown = source.path.lower().endswith(".md")
    split = split_front_matter(text, source.shown, required_close=is_markdown)
    yaml = load_mapping(split.yaml, source.shown, split.yaml_line)
    declared, extra = read_fields(yaml, source.shown, site.front_matter)
    headline = merge_fields((declared, row)).get("headline")
    lines: Iterable[LineReading]
    if is_markdown:
        told = headline.value if headline else ""
        fields, body = read_markdown(split.text, split.text_line, source.shown, site.markdown, told)
        lines = _markdown_lines(split, fields)
    else:
        pasted = read_pasted(split.text, split.text_line, source.shown, _custom(site, headline is not None))
        fields, body = dict(pasted.fields), pasted.body
        lines = _pasted_lines(pasted)
    shown = tuple(chain(_front_matter_lines(split, yaml.lines.values(), declared), lines)) if with_lines else ()
    return Reading(merge_fields((declared, row, fields)), extra, body, shown)


def _custom(site: Site, has_headline: bool) -> Custom:
    day_first = {"day-first": True, "month-first": False}.get(site.date_order)
    return Custom(has_headline, day_first, frozenset(map(bare, site.chrome)))


def _front_matter_lines(split: Split, keys: Collection[int], declared: Fields) -> Iterator[LineReading]:
    """The lines between the fences belong to the field whose key is nearest above them; `keys` are all keys' lines."""
    if not split.yaml_line:
        return
    fields = {found.origin.line: name for name, found in declared.items()}
    yield LineReading(split.yaml_line - 1, "---", "front matter", "fence")
    role = "front matter"
    for number, text in enumerate(split.yaml.split("\n"), split.yaml_line):
        if number in keys:
            role = fields.get(number, "front matter")
        if text.strip():
            yield LineReading(number, text, "front matter" if text.startswith("#") else role, "front matter")
    yield LineReading(split.text_line - 1, split.close, "front matter", "fence")


def _markdown_lines(split: Split, fields: Fields) -> Iterator[LineReading]:
    headline = fields["headline"].origin.line if "headline" in fields else 0
    for number, text in enumerate(split.text.split("\n"), split.text_line):
        if text.strip():
            yield LineReading(
                number, text, *(("headline", "first heading") if number == headline else ("body", "Markdown"))
            )


def _pasted_lines(pasted: Pasted) -> Iterator[LineReading]:
    for line, label in zip(pasted.lines, pasted.labels, strict=True):
        yield LineReading(line.number, line.text, label.role, label.rule, label.confidence)


def _empty(source: Source) -> Problem:
    return Problem(
        source.shown, 0, "is empty", "There is nothing in it to publish.", "Put the text in, or take the file away."
    )
