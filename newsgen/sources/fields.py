"""The fields that front matter and the metadata table may declare: their keys and the types of their values."""

from __future__ import annotations

from collections import abc
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationInfo

from newsgen.record.article import Correction, Image, Link, Origin, Withdrawal
from newsgen.record.dates import PartialDate
from newsgen.sources.address_values import read_aliases, read_permalink, read_slug, read_translation_of
from newsgen.sources.dates.custom import ANY_CUSTOM
from newsgen.sources.field_values import (
    read_date,
    read_flag,
    read_id,
    read_language,
    read_line,
    read_name_replacements,
    read_names,
    read_tags,
    read_url,
    read_withdrawal,
)
from newsgen.sources.listed_parts import read_corrections, read_images, read_related
from newsgen.sources.listing_values import read_listed_names, read_print_page, read_publication


class FieldValue(NamedTuple):
    """A field's value, where it was read, and how certain the reading is (0 to 1; declared values are certain).

    `wording` is what stands there, for a value that was converted from it: a date of another calendar.
    """

    value: Any
    origin: Origin
    confidence: float = 1.0
    wording: str = ""


Fields = abc.Mapping[str, FieldValue]


def _dated(read: Callable[..., Any]) -> BeforeValidator:
    """A validator whose values may hold dates; the validation's context is the `DateCustom` of the site."""

    def validate(value: object, info: ValidationInfo) -> Any:
        return read(value, custom=info.context or ANY_CUSTOM)

    return BeforeValidator(validate)


_Text = Annotated[str, BeforeValidator(read_line)]


class FieldTypes(BaseModel):
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
    published: Annotated[PartialDate | None, _dated(read_date)] = None
    updated: Annotated[PartialDate | None, _dated(read_date)] = None
    corrections: Annotated[tuple[Correction, ...], _dated(read_corrections)] = ()
    related: Annotated[tuple[Link, ...], BeforeValidator(read_related)] = ()
    images: Annotated[tuple[Image, ...], BeforeValidator(read_images)] = ()
    original_url: Annotated[str, BeforeValidator(read_url)] = ""
    rights: _Text = ""
    publication: Annotated[tuple[str, ...], BeforeValidator(read_publication)] = ()
    print_page: Annotated[str, BeforeValidator(read_print_page)] = ""
    places: Annotated[tuple[str, ...], BeforeValidator(read_listed_names)] = ()
    people: Annotated[tuple[str, ...], BeforeValidator(read_listed_names)] = ()
    slug: Annotated[str, BeforeValidator(read_slug)] = ""
    permalink: Annotated[str, BeforeValidator(read_permalink)] = ""
    id: Annotated[str, BeforeValidator(read_id)] = ""
    aliases: Annotated[tuple[str, ...], BeforeValidator(read_aliases)] = ()
    translation_of: Annotated[tuple[str, ...], BeforeValidator(read_translation_of)] = ()
    notice: _Text = ""
    comments: Annotated[bool | None, BeforeValidator(read_flag)] = None
    delisted: Annotated[bool, BeforeValidator(read_flag)] = False
    withdrawn: Annotated[Withdrawal | None, _dated(partial(read_withdrawal, "withdrawn"))] = None
    removed: Annotated[Withdrawal | None, _dated(partial(read_withdrawal, "removed"))] = None
    anonymised: Annotated[tuple[tuple[str, str], ...], BeforeValidator(read_name_replacements)] = ()
    draft: Annotated[bool, BeforeValidator(read_flag)] = False
