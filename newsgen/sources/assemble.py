"""Assemble an article's record: each field from front matter, else from the metadata table, else from the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from newsgen.record.article import Article, Block, Origin
from newsgen.record.comment import Comment
from newsgen.record.dates import parse_date
from newsgen.record.field_keys import GROUP_FIELDS
from newsgen.record.plain_text import digest_blocks
from newsgen.record.redaction import anonymise
from newsgen.settings.groups import own_kinds
from newsgen.settings.site import Site
from newsgen.sources.fields import Fields, FieldValue
from newsgen.sources.files import Source
from newsgen.text.language.detection import direction_of, language_of

_NOTES = frozenset(("corrections", "notice"))
_DATE_IN_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[-_. ]|$)")


def merge_fields(layers: Iterable[Fields]) -> dict[str, FieldValue]:
    """Each field from the first layer that has it."""
    merged: dict[str, FieldValue] = {}
    for layer in layers:
        for name, field in layer.items():
            merged.setdefault(name, field)
    return merged


def join_notes(declared: Fields, in_text: Fields) -> dict[str, FieldValue]:
    """Declared fields whose corrections and notice are joined with those that the text itself has."""
    joined = dict(declared)
    for name in _NOTES & declared.keys() & in_text.keys():
        joined[name] = declared[name]._replace(value=_join(declared[name].value, in_text[name].value))
    return joined


def _join(first: Any, second: Any) -> Any:
    """Two values of one field: a notice after the other, or all corrections, none of them twice."""
    if isinstance(first, str):
        return first if second in first else f"{first} {second}"
    return tuple(dict.fromkeys((*first, *second)))


def make_article(
    source: Source,
    fields: Mapping[str, FieldValue],
    body: tuple[Block, ...],
    extra: Mapping[str, object],
    site: Site,
    comments: tuple[Comment, ...] = (),
) -> Article:
    """The record of one source. Raises NewsgenError for a name to anonymise that the text does not have."""
    if "published" not in fields and site.dates_from_names:
        fields = {**fields, **_date_in_name(source)}
    values = {name: field.value for name, field in fields.items()}
    values.pop("draft", None)
    replacements = values.pop("anonymised", ())
    values["shows_comments"] = values.pop("comments", None)
    removed, withdrawn = values.pop("removed", None), values.pop("withdrawn", None)
    withdrawal = removed or withdrawn
    values.setdefault("headline", "")
    section, *other_sections = values.pop("section", ()) or (site.default_section,)
    section = site.section_names.get(section, section)
    values["tags"] = tuple(dict.fromkeys((*values.get("tags", ()), *other_sections)))
    values["byline"] = tuple(dict.fromkeys(site.authors.get(name, name) for name in values.get("byline", ())))
    publication, *others = values.pop("publication", ()) or ("",)
    if others:
        extra = {**extra, "publications": [publication, *others]}
    groups = {kind: values.pop(kind) for kind in (*GROUP_FIELDS, *own_kinds(site.groups)) if kind in values}
    text = " ".join([values["headline"], *(block.text for block in body)])
    language = values.pop("language", "") or language_of(text)
    article = Article(
        path=source.path,
        withdrawal=withdrawal,
        section=section,
        language=_regional_language(language, site),
        direction=direction_of(language, text),
        body=body,
        publication=publication,
        groups={kind: names for kind, names in groups.items() if names},
        extra=extra,
        comments=comments,
        origin={name: field.origin for name, field in fields.items()},
        text_digest=digest_blocks(body),
        **values,
    )
    if replacements:
        article = anonymise(article, replacements, source.label, fields["anonymised"].origin.line)
        article = replace(article, text_digest=digest_blocks(article.body))
    return article


def _regional_language(language: str, site: Site) -> str:
    """The site's own code if a text is in its language, such as en-GB for en, or if no language is known."""
    return site.language if site.language.split("-")[0] == language or not language else language


def _date_in_name(source: Source) -> dict[str, FieldValue]:
    """The date with which a file's name begins, as Jekyll and many newsrooms name their files."""
    match = _DATE_IN_NAME.match(PurePosixPath(source.path).stem)
    try:
        return {"published": FieldValue(parse_date(match[1]), Origin(source.label, 0))} if match else {}
    except ValueError:
        return {}
