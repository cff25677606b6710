"""The fields that front matter and the metadata table may declare: their keys and the types of their values."""

from __future__ import annotations

from collections import abc
from fnmatch import fnmatchcase
from functools import partial
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from newsgen.errors import NewsgenError, Problem, did_you_mean
from newsgen.record.article import Correction, Image, Link, Origin, Withdrawal
from newsgen.record.dates import PartialDate
from newsgen.settings.site import FrontMatterSettings
from newsgen.sources.field_values import (
    read_aliases,
    read_corrections,
    read_date,
    read_flag,
    read_id,
    read_images,
    read_language,
    read_line,
    read_name_replacements,
    read_names,
    read_permalink,
    read_related,
    read_tags,
    read_url,
    read_withdrawal,
)
from newsgen.text.yaml.reader import Mapping

# Keys for the same field, the best first: Hugo, Jekyll, Eleventy, WordPress exports and newsrooms each have
# their own. If a file has several, the first counts and the others are kept in `extra`.
KEYS = {
    "headline": ("headline", "title"),
    "dek": ("dek", "deck", "subtitle", "subheadline", "standfirst", "excerpt", "summary", "description"),
    "kicker": ("kicker", "eyebrow", "overline"),
    "byline": ("byline", "authors", "author"),
    "dateline": ("dateline",),
    "section": ("section", "category", "categories"),
    "tags": ("tags", "tag", "topics", "keywords"),
    "language": ("language", "lang", "locale"),
    "published": ("published", "date", "pubdate", "publish_date", "publishdate"),
    "updated": ("updated", "lastmod", "modified", "last_modified_at"),
    "corrections": ("corrections", "correction"),
    "related": ("related",),
    "images": ("images", "image"),
    "original_url": ("original_url", "source_url", "canonical_url", "canonical"),
    "rights": ("rights", "copyright", "license", "licence"),
    "print_page": ("print_page",),
    "slug": ("slug",),
    "permalink": ("permalink", "url"),
    "id": ("id",),
    "aliases": ("aliases", "redirect_from"),
    "notice": ("notice",),
    "delisted": ("delisted", "unlisted"),
    "withdrawn": ("withdrawn", "retracted"),
    "removed": ("removed",),
    "anonymised": ("anonymised", "anonymized"),
    "draft": ("draft",),
}
_FIELD_OF = {key: field for field, keys in KEYS.items() for key in keys}


class FieldValue(NamedTuple):
    """A field's value, where it was read, and how certain the reading is (0 to 1; declared values are certain).

    `wording` is what stands there, for a value that was converted from it: a date of another calendar.
    """

    value: Any
    origin: Origin
    confidence: float = 1.0
    wording: str = ""


Fields = abc.Mapping[str, FieldValue]
_Text = Annotated[str, BeforeValidator(read_line)]


class _Declared(BaseModel):
    """The type of each field; absent fields stay unset."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    headline: _Text = ""
    dek: _Text = ""
    kicker: _Text = ""
    byline: Annotated[tuple[str, ...], BeforeValidator(read_names)] = ()
    dateline: _Text = ""
    section: Annotated[tuple[str, ...], BeforeValidator(read_names)] = ()
    tags: Annotated[tuple[str, ...], BeforeValidator(read_tags)] = ()
    language: Annotated[str, BeforeValidator(read_language)] = ""
    published: Annotated[PartialDate | None, BeforeValidator(read_date)] = None
    updated: Annotated[PartialDate | None, BeforeValidator(read_date)] = None
    corrections: Annotated[tuple[Correction, ...], BeforeValidator(read_corrections)] = ()
    related: Annotated[tuple[Link, ...], BeforeValidator(read_related)] = ()
    images: Annotated[tuple[Image, ...], BeforeValidator(read_images)] = ()
    original_url: Annotated[str, BeforeValidator(read_url)] = ""
    rights: _Text = ""
    print_page: _Text = ""
    slug: _Text = ""
    permalink: Annotated[str, BeforeValidator(read_permalink)] = ""
    id: Annotated[str, BeforeValidator(read_id)] = ""
    aliases: Annotated[tuple[str, ...], BeforeValidator(read_aliases)] = ()
    notice: _Text = ""
    delisted: Annotated[bool, BeforeValidator(read_flag)] = False
    withdrawn: Annotated[Withdrawal | None, BeforeValidator(partial(read_withdrawal, "withdrawn"))] = None
    removed: Annotated[Withdrawal | None, BeforeValidator(partial(read_withdrawal, "removed"))] = None
    anonymised: Annotated[tuple[tuple[str, str], ...], BeforeValidator(read_name_replacements)] = ()
    draft: Annotated[bool, BeforeValidator(read_flag)] = False


def read_fields(
    yaml: Mapping, label: str, settings: FrontMatterSettings
) -> tuple[dict[str, FieldValue], dict[str, object]]:
    """The checked fields of declared keys and values, and the keys that are kept unused.

    `label` is how messages name the file. Raises NewsgenError with every unknown key, every repeated key of a field
    and every value that its field cannot hold.
    """
    chosen, extra, problems = _choose_keys(yaml, label, settings)
    try:
        declared = _Declared.model_validate({field: yaml.values[key] for field, key in chosen.items()})
    except ValidationError as failed:
        problems += [_problem(error, chosen, yaml.lines, label) for error in failed.errors()]
    if problems:
        raise NewsgenError(problems)
    fields = {
        field: FieldValue(getattr(declared, field), Origin(label, yaml.lines.get(key, 0)))
        for field, key in chosen.items()
    }
    return fields, extra


def _choose_keys(
    yaml: Mapping, label: str, settings: FrontMatterSettings
) -> tuple[dict[str, str], dict[str, object], list[Problem]]:
    """The key that counts for each field, the keys kept unused with their values, and the problems of all others."""
    candidates: dict[str, list[str]] = {}
    extra: dict[str, object] = {}
    problems = []
    for key, value in yaml.values.items():
        field = _field_of(key, settings)
        if not field:
            if not any(fnmatchcase(key, pattern) for pattern in settings.keep):
                problems.append(_unknown(key, yaml.lines.get(key, 0), label))
            extra[key] = yaml.duplicates.get(key, value)
        elif key in yaml.duplicates:
            problems.append(_repeated(key, yaml.lines[key], label))
        elif value is not None and value != "":
            candidates.setdefault(field, []).append(key)
    chosen = {}
    for field, keys in candidates.items():
        if len(keys) > 1:
            order = KEYS[field]
            keys.sort(key=lambda key: order.index(key.lower()) if key.lower() in order else -1)
        chosen[field] = keys[0]
        extra.update({key: yaml.values[key] for key in keys[1:]})
    return chosen, extra, problems


def _field_of(key: str, settings: FrontMatterSettings) -> str:
    """The field of a key; "" for an unknown key, or one that site.yaml lists by its name to be kept unused."""
    if key in settings.keep:
        return ""
    return _FIELD_OF.get(settings.rename.get(key, key).lower(), "")


def _unknown(key: str, line: int, label: str) -> Problem:
    return Problem(
        label,
        line,
        f'unknown key "{key[:60]}".{did_you_mean(key, _FIELD_OF)}',
        "newsgen would not know what to do with its value.",
        "Correct it, or name it in site.yaml under front_matter: rename: or keep:.",
    )


def _repeated(key: str, line: int, label: str) -> Problem:
    return Problem(
        label, line, f'the key "{key}" stands twice', "Only one of its values can count.", "Keep one of the two lines."
    )


def _problem(error: Any, chosen: dict[str, str], lines: dict[str, int], label: str) -> Problem:
    """The problem of one of pydantic's errors, whose context holds what the value's reader says of it."""
    key = chosen[str(error["loc"][0])]
    context = error.get("ctx", {})
    message = context.get("message", error["msg"])
    if not message.startswith(("cannot", '"', "a ")):
        message = f'"{key}" {message}'
    reason, fix = context.get("reason", "It cannot be used."), context.get("fix", "Correct it.")
    return Problem(label, lines.get(key, 0), message, reason, fix)
