"""The article of a JSON record, in the form of the dumps: one object a file or a line.

A record is taken literally: no name is mapped, no language detected and no Markdown rewritten. An article that is read
from a record therefore has the same record again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, get_args, get_type_hints

from newsgen.errors import NewsgenError, Problem, did_you_mean
from newsgen.record.article import Article, Block, BlockKind, Correction, Image, Link, Origin, Withdrawal
from newsgen.record.comment import Comment
from newsgen.record.field_keys import GROUP_FIELDS
from newsgen.record.limits import LISTED_PARTS
from newsgen.record.names import name_fault, path_fault
from newsgen.record.plain_text import text_digest
from newsgen.record.serialise import ADDRESS, COMMENTS, FIELDS, SHOWS_COMMENTS, TRANSLATION_OF
from newsgen.settings.groups import own_kinds
from newsgen.settings.site import Site
from newsgen.sources.address_values import is_alias, is_permalink
from newsgen.sources.comments import comment_of
from newsgen.sources.dates.custom import DateCustom, declared_custom
from newsgen.sources.field_values import has_host, is_link
from newsgen.sources.publication_status import is_status_key
from newsgen.sources.record_status import origin_of_key
from newsgen.sources.record_values import (
    InvalidField,
    check_text,
    read_record_date,
    read_record_line,
    read_record_names,
)
from newsgen.text.language.detection import direction_of
from newsgen.text.language.tags import normalise_tag

Record = Mapping[str, Any]
_KNOWN = (*ADDRESS, *FIELDS, "draft", "publication", *GROUP_FIELDS, COMMENTS, SHOWS_COMMENTS, TRANSLATION_OF)
_LINES = (
    *("headline", "dek", "kicker", "dateline", "section", "language", "original_url", "rights", "slug", "permalink"),
    *("id", "print_page", "notice", "publication"),
)
_REASON, _FIX = "The article would not be what its record says.", "Correct it, or take it from where it is whole."
_COMMENT = frozenset(("id", "author", "date", "text", "parent"))
_BLOCK_KINDS = ", ".join(get_args(BlockKind))


def parse_record(text: str, origin: Origin, groups: tuple[str, ...] = ()) -> Record:
    """The record in a text of JSON. Raises NewsgenError if the text is no record, or has an unknown key.

    `origin` is the record's file and line; line 0 means that it is the whole file. `groups` are the keys that only the
    site has.
    """
    record, known = decode_record(text, origin), known_keys(groups)
    unknown = unknown_keys(record, known)
    if unknown:
        message = f'unknown key "{unknown[0][:60]}".{did_you_mean(unknown[0], known)}'
        reason = "newsgen would not know what to do with its value."
        fix = 'Correct it, put it into "extra" or, if it has names to list, name it in site.yaml under groups:.'
        raise NewsgenError([Problem(*origin, message, reason, fix)])
    return record


def known_keys(groups: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The keys that name a field of a record; `groups` are those that only the site has."""
    return (*_KNOWN, *groups)


def unknown_keys(record: Record, known: Collection[str]) -> list[str]:
    """The keys of a record that name neither a field nor a status."""
    return [name for name in record if name not in known and not is_status_key(name)]


def decode_record(text: str, origin: Origin) -> Record:
    """The object in a text of JSON, whatever its keys. Raises NewsgenError if there is none."""
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        error_origin = Origin(origin.path, origin.line or error.lineno)
        raise NewsgenError([_unreadable(error_origin, f"cannot read JSON: {error.msg}")]) from None
    except (RecursionError, ValueError):
        raise NewsgenError([_unreadable(origin, "cannot read JSON: too large or too deeply nested")]) from None
    if not isinstance(record, dict):
        raise NewsgenError([_unreadable(origin, "is no record")])
    return record


def article_from_record(record: Record, path: str, site: Site, origin: Origin, text: str = "") -> Article:
    """The article of a record whose source is at `path`. Fields that the record lacks are blank.

    `text` is the whole file, which shows the lines of the fields; without it, all fields are on the line of `origin`.
    Raises NewsgenError if a field has a wrong value, or if the body's digest is not the one in the record.
    """
    try:
        return make_record_article(record, path, site, origin, text)
    except InvalidField as invalid:
        name, fault = invalid.args
        raise NewsgenError([Problem(*origin_of_key(name, text, origin), f'"{name}" {fault}', _REASON, _FIX)]) from None


def make_record_article(record: Record, path: str, site: Site, origin: Origin, text: str) -> Article:
    """The article of a record, as `article_from_record` has it. Raises InvalidField for a field with a wrong value."""
    custom = declared_custom(site)
    values = {name: read_record_line(record, name) for name in _LINES}
    body = read_body(record)
    values["language"] = values["language"] or site.language
    kinds = (*GROUP_FIELDS, *own_kinds(site.groups))
    article = Article(
        path=path,
        **values,
        byline=read_record_names(record, "byline"),
        tags=read_record_names(record, "tags"),
        direction=_read_direction(record, values["language"]),
        published=read_record_date(record, "published", custom),
        updated=read_record_date(record, "updated", custom),
        corrections=_read_parts(record, "corrections", ("date", "text"), partial(_read_correction, custom=custom)),
        body=body,
        aliases=read_record_names(record, "aliases", LISTED_PARTS),
        translation_of=read_record_names(record, TRANSLATION_OF, LISTED_PARTS),
        delisted=record.get("delisted") is True,
        comments=_read_comments(record, custom),
        shows_comments=_read_flag(record, SHOWS_COMMENTS),
        is_anonymised=False,
        withdrawal=_read_withdrawal(record, custom),
        related=_read_parts(record, "related", ("headline", "url"), Link),
        images=_read_parts(record, "images", ("file", "alt", "caption", "credit"), Image),
        groups={kind: names for kind in kinds if (names := read_record_names(record, kind))},
        extra=_read_extra(record),
        origin={name: origin_of_key(name, text, origin) for name in record},
    )
    _check(article)
    digest = text_digest(article)
    if record.get("text_sha256") and record["text_sha256"] != digest:
        raise NewsgenError([_other_digest(origin_of_key("text_sha256", text, origin))])
    return replace(article, text_digest="" if article.withdrawal else digest)


def _check(article: Article) -> None:
    if not article.headline and not article.withdrawal:
        raise InvalidField("headline", "is empty")
    if article.permalink and not is_permalink(article.permalink):
        raise InvalidField("permalink", "must name one place inside the archive")
    if article.permalink and path_fault(article.permalink):
        raise InvalidField("permalink", f"is no path for every disk and host: {path_fault(article.permalink)}")
    if article.slug and not article.permalink and name_fault(article.slug):
        raise InvalidField("slug", f"{name_fault(article.slug)}")
    if not normalise_tag(article.language):
        raise InvalidField("language", "must be a language code such as en or pt-BR")
    if not all(map(is_alias, article.aliases)):
        raise InvalidField("aliases", "must be paths inside the archive")
    if article.original_url and not has_host(article.original_url):
        raise InvalidField("original_url", "must be a web address")
    if not all(link.headline or link.url for link in article.related):
        raise InvalidField("related", "needs a headline or a url for each")
    if not all(is_link(link.url) for link in article.related if link.url):
        raise InvalidField("related", "must have web addresses or paths")


def _read_parts(record: Record, name: str, keys: tuple[str, ...], make: Callable[..., Any]) -> tuple[Any, ...]:
    """The values made from a list of objects with some of these keys."""
    parts = record.get(name) or []
    if not isinstance(parts, list) or not all(isinstance(part, dict) and set(part) <= set(keys) for part in parts):
        raise InvalidField(name, f"must be a list of objects with {' and '.join(keys)}")
    return tuple(make(**{key: read_record_line({name: part.get(key)}, name) for key in keys}) for part in parts)


def _read_correction(date: str, text: str, custom: DateCustom) -> Correction:
    return Correction(text, read_record_date({"corrections": date}, "corrections", custom))


def _read_withdrawal(record: Record, custom: DateCustom) -> Withdrawal | None:
    facts = record.get("withdrawal")
    if facts is None:
        return None
    kinds = get_args(get_type_hints(Withdrawal)["kind"])
    if not isinstance(facts, dict) or facts.get("kind") not in kinds or set(facts) - {"kind", "reason", "date"}:
        raise InvalidField("withdrawal", f"must be an object with kind, reason and date; kinds are {', '.join(kinds)}")
    reason, date = (read_record_line({"withdrawal": facts.get(key)}, "withdrawal") for key in ("reason", "date"))
    return Withdrawal(facts["kind"], reason, read_record_date({"withdrawal": date}, "withdrawal", custom))


def _read_comments(record: Record, custom: DateCustom) -> tuple[Comment, ...]:
    comments = record.get(COMMENTS) or []
    if not isinstance(comments, list) or not all(isinstance(one, dict) and set(one) <= _COMMENT for one in comments):
        raise InvalidField(COMMENTS, "must be a list of objects with id, author, date, text and parent")
    try:
        return tuple(comment_of(one, custom) for one in comments)
    except InvalidField as invalid:
        raise InvalidField(COMMENTS, f'has a comment whose "{invalid.args[0]}" {invalid.args[1]}') from None


def _read_flag(record: Record, name: str) -> bool | None:
    value = record.get(name)
    if value is None or isinstance(value, bool):
        return value
    raise InvalidField(name, "must be true or false")


def read_body(record: Record) -> tuple[Block, ...]:
    """The blocks of the text; a text without blocks is Markdown."""
    text = check_text(record.get("text"), "text")
    blocks = record.get("blocks")
    if blocks is None:
        return (Block("markdown", text, 0),) if text else ()
    listing = f"must be a list of objects with kind, start and end; kinds are {_BLOCK_KINDS}"
    parting = 'must part the "text" at its empty lines; without them it is Markdown'
    body, end = [], -2
    for block in blocks if isinstance(blocks, list) else [None]:
        if not isinstance(block, dict) or block.get("kind") not in get_args(BlockKind):
            raise InvalidField("blocks", listing)
        if block.get("start") != end + 2 or not isinstance(block.get("end"), int) or block["end"] < end + 2:
            raise InvalidField("blocks", parting)
        start, end = end + 2, block["end"]
        body.append(Block(block["kind"], text[start:end], 0))
    if "\n\n".join(block.text for block in body) != text:
        raise InvalidField("blocks", parting)
    return tuple(body)


def _read_direction(record: Record, language: str) -> Any:
    direction = record.get("direction") or direction_of(language)
    if direction not in ("ltr", "rtl"):
        raise InvalidField("direction", "must be ltr or rtl")
    return direction


def _read_extra(record: Record) -> Mapping[str, object]:
    extra = record.get("extra") or {}
    if not isinstance(extra, dict):
        raise InvalidField("extra", "must be an object")
    return extra


def _unreadable(origin: Origin, message: str) -> Problem:
    return Problem(*origin, message, "Its article would be lost.", "Correct it, or take it from where it is whole.")


def _other_digest(origin: Origin) -> Problem:
    message = 'the text is not the one of which "text_sha256" is the digest'
    return Problem(*origin, message, "It was damaged, or edited.", 'If it was edited, take "text_sha256" away.')
