"""Read one text source: its fields with their origins, its body, and how each line was read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from newsgen.errors import EmptySource, Finding, Problem
from newsgen.record.article import Block
from newsgen.record.paths import HTML_ENDINGS, MARKDOWN_ENDINGS
from newsgen.settings.site import Site
from newsgen.sources.assemble import join_notes, merge_fields
from newsgen.sources.declared_fields import read_fields
from newsgen.sources.field_custom import field_custom
from newsgen.sources.fields import Fields, FieldValue
from newsgen.sources.files import Source
from newsgen.sources.front_matter import Split, split_front_matter, split_pasted_front_matter
from newsgen.sources.front_matter_keys import read_front_matter
from newsgen.sources.markdown import read_html, read_markdown
from newsgen.text.encoding import read_text
from newsgen.text.line_ends import as_line_feeds

if TYPE_CHECKING:
    from newsgen.sources.pasted import PastedText
    from newsgen.sources.pasted.account import Account


class LineReading(NamedTuple):
    """What a line that is not blank was taken for, the rule that decided it, and how certain that is (0 to 1).

    A paragraph of several lines ends on the line `last`; 0 stands for its own number.
    """

    number: int
    text: str
    role: str
    rule: str
    confidence: float = 1.0
    last: int = 0

    @property
    def numbers(self) -> range:
        """The lines of the file that it is made of."""
        return range(self.number, max(self.number, self.last) + 1)


class Reading(NamedTuple):
    """The content of a source. `extra` is what its front matter or export says that newsgen keeps but does not use.

    `account` says what became of the words of a pasted text, and `findings` what an editor should know of it.
    """

    fields: Mapping[str, FieldValue]
    extra: Mapping[str, object]
    body: tuple[Block, ...]
    account: Account | None = None
    findings: tuple[Finding, ...] = ()


def read_source(source: Source, row: Fields, site: Site) -> Reading:
    """Read a source, with its row of the metadata table.

    Raises EmptySource for a blank text, and NewsgenError with every problem of the text.
    """
    reading, _ = _read(source, row, site)
    return reading


def read_source_with_lines(source: Source, row: Fields, site: Site) -> tuple[Reading, tuple[LineReading, ...]]:
    """Read a source as `read_source` does, with an explanation of each line that is not blank."""
    reading, lines = _read(source, row, site)
    return reading, tuple(lines)


def _read(source: Source, row: Fields, site: Site) -> tuple[Reading, Iterator[LineReading]]:
    text = read_text(source.file, source.label, site.encoding_of(source.path))
    if not text.strip():
        raise EmptySource([empty_problem(source)])
    is_markdown = source.path.lower().endswith(MARKDOWN_ENDINGS)
    is_html = source.path.lower().endswith(HTML_ENDINGS)
    split = (split_front_matter if is_markdown or is_html else split_pasted_front_matter)(text, source.label)
    keys, slips = read_front_matter(split, source.label)
    declared, extra, findings = read_fields(keys, source.label, site.front_matter, field_custom(site))
    outside = merge_fields((declared, row))
    # What front matter keeps comes before what the table does, as their fields do.
    kept = outside.pop("extra", None)
    extra = {**kept.value, **extra} if kept else extra
    headline = outside.get("headline")
    lines: Iterable[LineReading]
    account = None
    if is_markdown:
        split = split._replace(text=as_line_feeds(split.text))
        declared_headline = headline.value if headline else ""
        fields, body = read_markdown(split.text, split.text_line, source.label, site.markdown, declared_headline)
        lines = _markdown_lines(split, fields, "Markdown")
    elif is_html:
        split = split._replace(text=as_line_feeds(split.text))
        fields, body = {}, read_html(split.text, split.text_line, site.markdown)
        lines = _markdown_lines(split, fields, "HTML")
    else:
        # A build of Markdown alone does without the hundreds of patterns by which pasted texts are read.
        from newsgen.sources.pasted_source import read_pasted_source

        pasted, said = read_pasted_source(split, source.label, site, headline is not None)
        extra = {**said, **extra}
        fields, body, account = dict(pasted.fields), pasted.body, pasted.account
        lines = _pasted_lines(pasted)
    reading = Reading(merge_fields((join_notes(outside, fields), fields)), extra, body, account, slips + findings)
    return reading, chain(_front_matter_lines(split, keys.lines.values(), declared), lines)


def _front_matter_lines(split: Split, keys: Collection[int], declared: Fields) -> Iterator[LineReading]:
    """The lines between the fences, each with the field of the nearest key above; `keys` are the lines of all keys."""
    if not split.front_line:
        return
    field_at = {field.origin.line: name for name, field in declared.items()}
    if split.open:
        yield LineReading(split.front_line - 1, split.open, "front matter", "fence")
    role = "front matter"
    for number, text in enumerate(split.front.split("\n"), split.front_line):
        if number in keys:
            role = field_at.get(number, "front matter")
        if text.strip():
            yield LineReading(number, text, "front matter" if text.startswith("#") else role, "front matter")
    if split.close:
        yield LineReading(split.text_line - 1, split.close, "front matter", "fence")


def _markdown_lines(split: Split, fields: Fields, body_rule: str) -> Iterator[LineReading]:
    headline = fields["headline"].origin.line if "headline" in fields else 0
    for number, text in enumerate(split.text.split("\n"), split.text_line):
        if text.strip():
            role, rule = ("headline", "first heading") if number == headline else ("body", body_rule)
            yield LineReading(number, text, role, rule)


def _pasted_lines(pasted: PastedText) -> Iterator[LineReading]:
    for line, label in zip(pasted.lines, pasted.labels, strict=True):
        yield LineReading(line.number, line.text, label.role, label.rule, label.confidence, line.last)


def empty_problem(source: Source) -> Problem:
    """The problem of a source with nothing to publish."""
    return Problem(
        source.label, 0, "is empty", "There is nothing in it to publish.", "Put the text in, or take the file away."
    )
