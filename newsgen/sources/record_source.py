"""Read a source that is a JSON record. What its fields cannot hold is kept in `extra` and told, as of front matter."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from newsgen.errors import Finding, NewsgenError, Problem
from newsgen.record.article import Article, Origin
from newsgen.settings.groups import own_kinds
from newsgen.settings.site import Site
from newsgen.sources.address_values import is_alias
from newsgen.sources.date_values import is_date
from newsgen.sources.dates.custom import DateCustom, declared_custom
from newsgen.sources.declared_fields import VALUE_RULES, find_unknown
from newsgen.sources.fields import Fields
from newsgen.sources.files import Source
from newsgen.sources.json_record import decode_record, known_keys, make_record_article, read_body, unknown_keys
from newsgen.sources.opening_words import name_by_opening
from newsgen.sources.publication_status import StatusReading
from newsgen.sources.record_status import origin_of_key, read_record_status, without_status
from newsgen.sources.record_values import InvalidField
from newsgen.text.encoding import read_text

Record = Mapping[str, Any]
# Fields that must be understood before the article may be published: its text, and what decides whether and where.
_MUST_BE_READ = frozenset("text blocks slug permalink id delisted withdrawal".split())


class RecordReading(NamedTuple):
    """The article of a record, and what an editor should know of how the record was read."""

    article: Article
    findings: tuple[Finding, ...] = ()


def read_record(source: Source, row: Fields, site: Site) -> RecordReading | StatusReading:
    """The article of a source that is a record, or the status that keeps it out of the site.

    Raises NewsgenError if the source cannot be read, or if the metadata table has a `row` for it.
    """
    if row:
        raise NewsgenError([_has_row(source.label, next(iter(row.values())).origin)])
    text = read_text(source.file, source.label)
    origin = Origin(source.label, 0)
    record = decode_record(text, origin)
    status = read_record_status(record, site, origin, text)
    if status.status:
        return status
    record = without_status(record, status, site)
    known = known_keys(own_kinds(site.groups))
    unknown = unknown_keys(record, known)
    lines = {name: origin_of_key(name, text, origin).line for name in unknown}
    findings = find_unknown(unknown, lines, source.label, known)
    whole = record
    if not isinstance(record.get("extra") or {}, dict):
        findings.append(_judge("extra", "must be an object", origin_of_key("extra", text, origin)))
        record = {**record, "extra": {"extra": record["extra"]}}
    record = _set_aside(record, unknown, whole)
    while True:
        try:
            article = make_record_article(record, source.path, site, origin, text)
        except InvalidField as invalid:
            name, fault = invalid.args
            if name == "headline" and not record.get(name):
                headline, finding = _name_record(source, record)
                record = {**record, name: headline}
            else:
                finding = _judge(name, fault, origin_of_key(name, text, origin))
                usable = _usable_part(name, record[name], declared_custom(site))
                used = {name: usable} if usable and usable != record[name] else {}
                record = {**_set_aside(record, [name], whole), **used}
            findings.append(finding)
        else:
            return RecordReading(article, (*status.findings, *findings))


def _set_aside(record: Record, names: Collection[str], whole: Record) -> Record:
    """A record without some fields; what they are in the `whole` one is kept in `extra`."""
    extra = record.get("extra")
    kept: dict[str, object] = {**(extra or {})}
    for name in names:
        value = whole[name]
        kept[name] = value if kept.get(name, value) == value else [kept[name], value]
    others = {name: value for name, value in record.items() if name not in names}
    return {**others, "extra": kept} if kept else others


def _usable_part(name: str, value: object, custom: DateCustom) -> object:
    """What can be used of a field's value: the good ones of aliases, and corrections without dates; None for others."""
    parts = value if isinstance(value, list) else []
    if name == "aliases":
        return [part for part in parts if isinstance(part, str) and is_alias(part)]
    if name == "corrections":
        return [_with_readable_date(part, custom) for part in parts]
    return None


def _with_readable_date(correction: object, custom: DateCustom) -> object:
    if not isinstance(correction, dict):
        return correction
    date = correction.get("date")
    return {**correction, "date": ""} if isinstance(date, str) and not is_date(date, custom) else correction


def _name_record(source: Source, record: Record) -> tuple[str, Finding]:
    """The headline of a record that has none, and what to tell of it."""
    headline, finding = name_by_opening(source, read_body(record))
    problem = replace(finding.problem, fix='Write "headline": "…" in the record.')
    return headline.value, finding._replace(problem=problem)


def _judge(name: str, fault: str, place: Origin) -> Finding:
    """What to tell of a field's wrong value. Raises NewsgenError where the article may not be published without it."""
    if name in _MUST_BE_READ:
        raise NewsgenError([_unusable(place, name, fault, "The article would not be what its record says.")])
    problem = _unusable(place, name, fault, "It is kept with the article and shown on no page.")
    return Finding(VALUE_RULES.get(name, "unreadable-values"), problem)


def _unusable(place: Origin, name: str, fault: str, reason: str) -> Problem:
    return Problem(*place, f'"{name}" {fault}', reason, "Correct it, or take it from where it is whole.")


def _has_row(label: str, row: Origin) -> Problem:
    message, reason = f"has a row for {label}, which is a record", "A record tells all fields of its article itself."
    return Problem(*row, message, reason, "Write the fields into the record, and take the row away.")
