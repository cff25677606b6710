"""Correct what was read of one page by what the pages of its site share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from newsgen.importers.html.page.fields.letters import letters_of
from newsgen.importers.html.page.reading import Evidence, PageReading
from newsgen.importers.html.template.field_texts import FIELDS, is_declared, read_field
from newsgen.importers.html.template.site_template import SiteTemplate, first_texts


def apply_template(reading: PageReading, texts: Sequence[tuple[str, str]], template: SiteTemplate) -> PageReading:
    """The reading of a page with the fields that stand at the places of its site's template.

    What the page declares stays. A field that the site shows in fixed places only is blank on a page that has no text
    there.
    """
    language = next(iter(reading.declared.languages), "").partition("-")[0].lower()
    values: dict[str, Any] = {}
    evidence: list[Evidence] = []
    first = first_texts(texts)
    for name in FIELDS:
        places = template.places.get(name, ())
        if not places:
            continue
        old = getattr(reading, name)
        is_constant = (name, letters_of(str(old))) in template.constant if old else False
        if old and not is_constant and is_declared(name, reading):
            continue
        value, place = _first_value(name, places, first, template, language)
        if value is not None:
            if value != old:
                values[name] = value
                evidence.append(Evidence(name, str(value), "template", place))
        elif old and name in template.fixed:
            values[name] = type(old)() if isinstance(old, str | tuple) else None
            evidence.append(Evidence(name, "", "template: not at its place"))
    return replace(reading, **values, evidence=(*reading.evidence, *evidence)) if values else reading


def _first_value(
    name: str, places: Sequence[str], first: dict[str, str], template: SiteTemplate, language: str
) -> tuple[Any, str]:
    for place in places:
        value = read_field(name, first.get(place, ""), template.day_first, language)
        if value is not None and (name, letters_of(str(value))) not in template.constant:
            return value, place
    return None, ""
