"""The fields that a person may declare, in front matter or in the metadata table: their keys and what they hold."""

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
    read_names,
    read_permalink,
    read_related,
    read_replaced,
    read_tags,
    read_url,
    read_withdrawal,
)
from newsgen.text.yaml.reader import Mapping

# Keys for the same field, the best first: Hugo, Jekyll, Eleventy, WordPress exports and newsrooms each have
# their own. Where a file has several, the first counts and the others are carried along in `extra`.
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
    """A field's value, where it was read, and how sure the reading is (0 to 1; what is declared is sure)."""

    value: Any
    origin: Origin
    confidence: float = 1.0


Fields = abc.Mapping[str, FieldValue]
_Text = Annotated[str, BeforeValidator(read_line)]


class _Declared(BaseModel):
    """The shape of each field; absent ones stay unset."""

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
    anonymised: Annotated[tuple[tuple[str, str], ...], BeforeValidator(read_replaced)] = ()
    draft: Annotated[bool, BeforeValidator(read_flag)] = False


def read_fields(
    yaml: Mapping, path: str, settings: FrontMatterSettings
) -> tuple[dict[str, FieldValue], dict[str, object]]:
    """Declared keys and values to checked fields, and what is carried along without being used.

    `path` is the file that messages name. Raises BuildFailed with every unknown key, every field that
    stands twice and every value that its field cannot hold.
    """
    chosen, extra, problems = _choose(yaml, path, settings)
    try:
        declared = _Declared.model_validate({field: yaml.values[key] for field, key in chosen.items()})
    except ValidationError as error:
        problems += [_problem(wrong, chosen, yaml.lines, path) for wrong in error.errors()]
    if problems:
        raise NewsgenError(problems)
    fields = {
        field: FieldValue(getattr(declared, field), Origin(path, yaml.lines.get(key, 0)))
        for field, key in chosen.items()
    }
    return fields, extra


def _choose(
    yaml: Mapping, path: str, settings: FrontMatterSettings
) -> tuple[dict[str, str], dict[str, object], list[Problem]]:
    """The key that counts for each field, what is carried along, and a problem for each key that is neither."""
    wanted: dict[str, list[str]] = {}
    extra: dict[str, object] = {}
    problems = []
    for key, value in yaml.values.items():
        field = _field_of(key, settings)
        if not field:
            if not any(fnmatchcase(key, pattern) for pattern in settings.keep):
                problems.append(_unknown(key, yaml.lines.get(key, 0), path))
            extra[key] = yaml.doubles.get(key, value)
        elif key in yaml.doubles:
            problems.append(_doubled(key, yaml.lines[key], path))
        elif value is not None and value != "":
            wanted.setdefault(field, []).append(key)
    chosen = {}
    for field, keys in wanted.items():
        if len(keys) > 1:
            order = KEYS[field]
            keys.sort(key=lambda key: order.index(key.lower()) if key.lower() in order else -1)
        chosen[field] = keys[0]
        extra.update({key: yaml.values[key] for key in keys[1:]})
    return chosen, extra, problems


def _field_of(key: str, settings: FrontMatterSettings) -> str:
    """The field that a key gives; "" for one that is unknown, or that site.yaml wants carried along by its name."""
    if key in settings.keep:
        return ""
    return _FIELD_OF.get(settings.rename.get(key, key).lower(), "")


def _unknown(key: str, line: int, path: str) -> Problem:
    return Problem(
        path,
        line,
        f'unknown key "{key[:60]}".{did_you_mean(key, _FIELD_OF)}',
        "newsgen would not know what to do with its value.",
        "Correct it, or name it in site.yaml under front_matter: rename: or keep:.",
    )


def _doubled(key: str, line: int, path: str) -> Problem:
    return Problem(
        path, line, f'the key "{key}" stands twice', "Only one of its values can count.", "Keep one of the two lines."
    )


def _problem(wrong: Any, chosen: dict[str, str], lines: dict[str, int], path: str) -> Problem:
    key = chosen[str(wrong["loc"][0])]
    told = wrong.get("ctx", {})
    message = told.get("message", wrong["msg"])
    if not message.startswith(("cannot", '"', "a ")):
        message = f'"{key}" {message}'
    return Problem(
        path, lines.get(key, 0), message, told.get("reason", "It cannot be used."), told.get("fix", "Correct it.")
    )
