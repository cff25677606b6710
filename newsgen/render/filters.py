"""The filters of templates: dates and numbers in the site's language, HTML, and links to files.

The language comes from the context. A filter that does not depend on the context Jinja applies to constants when it
compiles a template, and all sites that a process builds share the compiled templates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from newsgen.record.dates import PartialDate
from newsgen.record.paths import href_of
from newsgen.text.language.messages import write_anniversary, write_date, write_month, write_number


@pass_context
def _format_date(context: Context, date: PartialDate | None, language: str = "") -> str:
    """A date at its own precision, written out in the site's language or in another."""
    return write_date(date, language or context["site"].language) if date else ""


@pass_context
def _format_anniversary(context: Context, day: tuple[int, int]) -> str:
    return write_anniversary(*day, context["site"].language)


@pass_context
def _format_month(context: Context, month: int, width: str = "wide") -> str:
    return write_month(month, context["site"].language, width)


@pass_context
def _format_year(context: Context, year: int) -> str:
    return write_date(PartialDate(year), context["site"].language)


@pass_context
def _format_number(context: Context, number: int) -> str:
    return write_number(number, context["site"].language)


FILTERS: Mapping[str, Callable[..., str]] = {
    "date": _format_date,
    "anniversary": _format_anniversary,
    "month": _format_month,
    "year": _format_year,
    "number": _format_number,
    "html": Markup,
    "address": href_of,
}
