"""Records as sources: an article as the dumps hold it, one JSON object a file or a line.

What a record says is taken as it is: no name is mapped, no language guessed and no Markdown rewritten. So the record of
an article that was read from its record is the same record.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, get_args, get_type_hints

from newsgen.errors import NewsgenError, Problem, did_you_mean
from newsgen.record.article import Article, Block, BlockKind, Correction, Image, Link, Origin, Withdrawal
from newsgen.record.dates import PartialDate, parse_date
from newsgen.record.plain_text import text_digest
from newsgen.record.serialise import ADDRESS, FIELDS
from newsgen.settings.site import Site
from newsgen.sources.field_values import has_host, is_link, is_permalink
from newsgen.sources.fields import Fields
from newsgen.sources.files import Source
from newsgen.text.encoding import read_text, without_controls
from newsgen.text.language.detection import direction_of

Record = Mapping[str, Any]
_KNOWN = (*ADDRESS, *FIELDS, "draft")
_LINES = (
    *("headline", "dek", "kicker", "dateline", "section", "language", "original_url", "rights", "slug", "permalink"),
    *("id", "print_page", "notice"),
)
_HALVES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


class _Wrong(Exception):
    """A field does not hold what it must: its name, and what that is."""


def read_record(source: Source, row: Fields, site: Site) -> Article | None:
    """The article of a source that is a record; None where it says that it is a draft.

    Raises BuildFailed where it cannot be read, and where the metadata table has a `row` for it.
    """
    if row:
        raise NewsgenError([_tabled(source.shown, next(iter(row.values())).origin)])
    text = read_text(source.file, source.shown)
    record = parse_record(text, source.shown, 0)
    return None if record.get("draft") is True else make_article_of(record, source.path, site, source.shown, 0, text)


def parse_record(text: str, shown: str, line: int) -> Record:
    """The record that a text of JSON is, with its known keys; `shown` and `line` are where it stands.

    Raises BuildFailed where it is no record.
    """
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise NewsgenError([_unreadable(shown, line or error.lineno, f"cannot read JSON: {error.msg}")]) from None
    except (RecursionError, ValueError):
        raise NewsgenError([_unreadable(shown, line, "cannot read JSON: too large or too deeply nested")]) from None
    if not isinstance(record, dict):
        raise NewsgenError([_unreadable(shown, line, "is no record")])
    unknown = [name for name in record if name not in _KNOWN]
    if unknown:
        message = f'unknown key "{unknown[0][:60]}".{did_you_mean(unknown[0], _KNOWN)}'
        reason = "newsgen would not know what to do with its value."
        raise NewsgenError([Problem(shown, line, message, reason, 'Correct it, or put it into "extra".')])
    return record


def make_article_of(record: Record, path: str, site: Site, shown: str, line: int, text: str = "") -> Article:
    """The article of a record, whose source will be at `path`. What the record does not tell is blank.

    `text` is the whole file, in which the lines of fields are found; without it all of it stands in `line`.
    Raises BuildFailed where a field does not hold what it must, or the text is not the one of its digest.
    """
    try:
        values = {name: _line(record, name) for name in _LINES}
        body = _read_body(record)
        values["language"] = values["language"] or site.language
        article = Article(
            path=path,
            **values,
            byline=_names(record, "byline"),
            tags=_names(record, "tags"),
            direction=_read_direction(record, values["language"]),
            published=_date(record, "published"),
            updated=_date(record, "updated"),
            corrections=_parts(record, "corrections", ("date", "text"), _read_correction),
            body=body,
            aliases=_names(record, "aliases"),
            delisted=record.get("delisted") is True,
            withdrawal=_read_withdrawal(record),
            related=_parts(record, "related", ("headline", "url"), Link),
            images=_parts(record, "images", ("file", "alt", "caption", "credit"), Image),
            extra=_read_extra(record),
            origin={name: Origin(shown, _line_of(name, text) or line) for name in record},
        )
        _check(article)
    except _Wrong as wrong:
        name, needs = wrong.args
        place = _line_of(name, text) or line
        raise NewsgenError([Problem(shown, place, f'"{name}" {needs}', *_REASON)]) from None
    digest = text_digest(article)
    if record.get("text_sha256") and record["text_sha256"] != digest:
        raise NewsgenError([_altered(shown, _line_of("text_sha256", text) or line)])
    return replace(article, text_digest="" if article.withdrawal else digest)


_REASON = ("The article would not be what its record says.", "Correct it, or take it from where it is whole.")


def _check(article: Article) -> None:
    if not article.headline and not article.withdrawal:
        raise _Wrong("headline", "is empty")
    if article.permalink and not is_permalink(article.permalink):
        raise _Wrong("permalink", "must name one place inside the archive")
    if not all(map(is_permalink, article.aliases)):
        raise _Wrong("aliases", "must be paths inside the archive")
    if article.original_url and not has_host(article.original_url):
        raise _Wrong("original_url", "must be a web address")
    if not all(link.headline or link.url for link in article.related):
        raise _Wrong("related", "needs a headline or a url for each")
    if not all(is_link(link.url) for link in article.related if link.url):
        raise _Wrong("related", "must have web addresses or paths")


def _text(value: object, name: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _Wrong(name, "must be text")
    return without_controls(value.translate(_HALVES) if not value.isascii() else value)


def _line(record: Record, name: str) -> str:
    text = _text(record.get(name), name)
    if "\n" in text or "\r" in text:
        raise _Wrong(name, "must be one line")
    return text


def _names(record: Record, name: str) -> tuple[str, ...]:
    names = record.get(name) or []
    if not isinstance(names, list) or not all(names):
        raise _Wrong(name, "must be a list of names")
    return tuple(_line({name: one}, name) for one in names)


def _date(record: Record, name: str) -> PartialDate | None:
    text = _line(record, name)
    try:
        return parse_date(text) if text else None
    except ValueError:
        raise _Wrong(name, "must be a date such as 2020, 2020-07 or 2020-07-12") from None


def _parts(record: Record, name: str, keys: tuple[str, ...], make: Callable[..., Any]) -> tuple[Any, ...]:
    """What has parts of its own: a list of objects that have some of these keys."""
    parts = record.get(name) or []
    if not isinstance(parts, list) or not all(isinstance(part, dict) and set(part) <= set(keys) for part in parts):
        raise _Wrong(name, f"must be a list of objects with {' and '.join(keys)}")
    return tuple(make(**{key: _line({name: part.get(key)}, name) for key in keys}) for part in parts)


def _read_correction(date: str, text: str) -> Correction:
    return Correction(text, _date({"corrections": date}, "corrections"))


def _read_withdrawal(record: Record) -> Withdrawal | None:
    facts = record.get("withdrawal")
    if facts is None:
        return None
    kinds = get_args(get_type_hints(Withdrawal)["kind"])
    if not isinstance(facts, dict) or facts.get("kind") not in kinds or set(facts) - {"kind", "reason", "date"}:
        raise _Wrong("withdrawal", f"must be an object with kind, reason and date; kinds are {', '.join(kinds)}")
    reason, date = (_line({"withdrawal": facts.get(key)}, "withdrawal") for key in ("reason", "date"))
    return Withdrawal(facts["kind"], reason, _date({"withdrawal": date}, "withdrawal"))


def _read_body(record: Record) -> tuple[Block, ...]:
    """The blocks of the text; a text of which no blocks are told is Markdown."""
    text = _text(record.get("text"), "text")
    blocks = record.get("blocks")
    if blocks is None:
        return (Block("markdown", text, 0),) if text else ()
    body, end = [], -2
    for block in blocks if isinstance(blocks, list) else [None]:
        if not isinstance(block, dict) or block.get("kind") not in get_args(BlockKind):
            raise _Wrong("blocks", f"must be a list of objects with kind, start and end; kinds are {_KINDS}")
        if block.get("start") != end + 2 or not isinstance(block.get("end"), int) or block["end"] < end + 2:
            raise _Wrong("blocks", 'must part the "text" at its empty lines; without them it is Markdown')
        start, end = end + 2, block["end"]
        body.append(Block(block["kind"], text[start:end], 0))
    if "\n\n".join(block.text for block in body) != text:
        raise _Wrong("blocks", 'must part the "text" at its empty lines; without them it is Markdown')
    return tuple(body)


_KINDS = ", ".join(get_args(BlockKind))


def _read_direction(record: Record, language: str) -> Any:
    direction = record.get("direction") or direction_of(language)
    if direction not in ("ltr", "rtl"):
        raise _Wrong("direction", "must be ltr or rtl")
    return direction


def _read_extra(record: Record) -> Mapping[str, object]:
    extra = record.get("extra") or {}
    if not isinstance(extra, dict):
        raise _Wrong("extra", "must be an object")
    return extra


def _line_of(name: str, text: str) -> int:
    """The line of a file on which a key stands; 0 where it does not."""
    place = text.find(f'"{name}":')
    return text.count("\n", 0, place) + 1 if place >= 0 else 0


def _unreadable(shown: str, line: int, message: str) -> Problem:
    return Problem(shown, line, message, "Its article would be lost.", "Correct it, or take it from where it is whole.")


def _altered(shown: str, line: int) -> Problem:
    message = 'the text is not the one of which "text_sha256" is the digest'
    return Problem(shown, line, message, "It was damaged, or edited.", 'If it was edited, take "text_sha256" away.')


def _tabled(shown: str, origin: Origin) -> Problem:
    message = f"has a row for {shown}, which is a record"
    reason = "A record tells all fields of its article itself."
    return Problem(
        origin.path, origin.line, message, reason, "Write the fields into the record, and take the row away."
    )
