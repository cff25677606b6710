"""A page and the theme to bytes. Templates see the page's view and the frame that all pages share, nothing else."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from newsgen.dates import PartialDate
from newsgen.errors import BuildFailed, Problem
from newsgen.pages.page import Page
from newsgen.permalinks import href_of, root_from
from newsgen.theme import Theme


def make_environment(theme: Theme, frame: Mapping[str, Any]) -> Environment:
    """The templates of a theme, with the filters that they may use and what all pages show."""
    environment = Environment(
        loader=FileSystemLoader(theme.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals.update(frame)
    environment.filters.update(date=_show_date, number=_show_number, html=Markup, address=href_of)
    return environment


def render_page(page: Page, environment: Environment) -> bytes:
    """The bytes of a page. Raises BuildFailed naming the template and its line when a template fails."""
    view = {"root": root_from(page.file), "href": href_of(page.file), **page.view()}
    try:
        return environment.get_template(page.template).render(view).encode()
    except Exception as error:
        told = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
        template, line = _place_in_template(error, environment)
        if not template and not isinstance(error, TemplateError):
            raise
        problem = Problem(
            f"templates/{template or page.template}",
            line,
            f"template error: {told}",
            f"It came up in {page.file}, the page of {page.owner}.",
            "Correct the template, or take it away to use the default one.",
        )
        raise BuildFailed([problem]) from None


def _place_in_template(error: BaseException, environment: Environment) -> tuple[str, int]:
    """The deepest template and its line that an exception passed through; ("", 0) where it met none."""
    places = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError):
        places.append((error.filename or "", error.lineno))
    for file, line in reversed(places):
        for folder in getattr(environment.loader, "searchpath", []):
            if Path(file).is_relative_to(folder):
                return Path(file).relative_to(folder).as_posix(), line
    return "", 0


@pass_context
def _show_date(context: Context, date: PartialDate | None, language: str = "") -> str:
    """A date at its own precision, written out in the page's language."""
    return _written_date(date, language or context.get("language") or context["site"].language) if date else ""


@cache
def _written_date(date: PartialDate, language: str) -> str:
    locale = find_locale(language)
    day = date.day_or_first()
    if date.day:
        return format_date(day, "long", locale=locale)
    return format_skeleton("yMMMM", day, locale=locale) if date.month else format_date(day, "y", locale=locale)


@pass_context
def _show_number(context: Context, number: int) -> str:
    return format_decimal(number, locale=find_locale(context.get("language") or context["site"].language))


@cache
def find_locale(language: str) -> Locale:
    """The locale of a language code; its main language's, or English, where Babel does not have it."""
    for code in (language, language.split("-")[0]):
        try:
            return Locale.parse(code, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
