"""A page and the theme to bytes. Templates see the page's view and the frame that all pages share, nothing else."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.compiler import Frame as CompilerFrame
from jinja2.meta import find_referenced_templates
from jinja2.nodes import Expr
from jinja2.runtime import Context
from markupsafe import Markup, escape

from newsgen.archive.targets import describe_target
from newsgen.errors import NewsgenError, Problem
from newsgen.pages.metadata.citations import Citations, cite
from newsgen.pages.metadata.head_tags import write_head_tags
from newsgen.pages.metadata.json_ld import write_json_ld
from newsgen.pages.metadata.story_facts import StoryFacts, make_reference
from newsgen.pages.page import Page
from newsgen.pages.search import FILE as SEARCH
from newsgen.pages.site_frame import Frame
from newsgen.record.dates import PartialDate
from newsgen.record.digests import digest_of
from newsgen.record.paths import href_of, root_from
from newsgen.render.fragments import FragmentCache, SharingGenerator
from newsgen.settings.theme import Theme
from newsgen.text.encoding import without_controls
from newsgen.text.language.messages import messages_for, write_anniversary, write_date, write_month, write_number

_SIGNS = re.compile("[&<>\"']")


def escape_text(value: object) -> str:
    """What `markupsafe.escape` gives, but that plain text without a sign of HTML stays the plain text that it is.

    Most of what a page shows is, and a Markup object for each took a sixth of the time of a story's page.
    """
    return value if type(value) is str and not _SIGNS.search(value) else escape(value)


class _Escaping(SharingGenerator):
    """Compiles templates as Jinja does, with `escape_text` in the place of `escape`."""

    def _output_child_pre(self, node: Expr, frame: CompilerFrame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.escape_text(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Compiled(BytecodeCache):
    """What templates were compiled to in this process, for the next build of a site that is served: half of its time.

    Each template has one place, whatever it held before. Code that was compiled from another text is not taken.
    """

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, Any]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code, where its text is still the same."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code."""
        self._codes[bucket.key] = (bucket.checksum, bucket.code)


_compiled = _Compiled()


class _Environment(Environment):
    code_generator_class = _Escaping
    escape_text = staticmethod(escape_text)
    shared_parts: FragmentCache


class Renderer:
    """The templates of a theme with what all pages show."""

    def __init__(self, theme: Theme, frame: Frame) -> None:
        self._environment = _Environment(
            loader=FileSystemLoader(theme.templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=_compiled,
        )
        words = messages_for(frame.values["site"].language)
        self._environment.globals.update(
            frame.values, _=words.say, ngettext=words.count, plurals=words.plurals, words_of=_messages_of
        )
        self._environment.filters.update(
            date=_format_date,
            anniversary=_format_anniversary,
            month=_format_month,
            year=_format_year,
            number=_format_number,
            html=Markup,
            address=href_of,
            head_tags=_write_head_tags,
            json_ld=_write_json_ld,
            citations=_cite,
        )
        self._environment.shared_parts = FragmentCache(self._environment, self._environment.globals.keys())
        self._leads = {"archive.html", SEARCH, *(place.href for place in frame.values.get("sections", ()))}
        self._closures: dict[str, bytes] = {}

    def closure(self, template: str) -> bytes:
        """The digest of a template and of all that it includes, imports and extends.

        One that is missing or names its parts by an expression counts as all templates together.
        """
        if template not in self._closures:
            sources: dict[str, str] = {}
            waiting = [template]
            while waiting:
                name = waiting.pop()
                if name in sources:
                    continue
                found = self._parts_of(name)
                if found is None:
                    sources[name] = ""
                    waiting += self._environment.list_templates()
                else:
                    sources[name], parts = found
                    waiting += parts
            self._closures[template] = digest_of(*sorted(sources.items()))
        return self._closures[template]

    def render(self, page: Page) -> bytes:
        """The bytes of a page. Raises BuildFailed naming the template and its line when a template fails."""
        href = href_of(page.file)
        here = href if href in self._leads else ""
        view = {"root": root_from(page.file), "href": href, "here": here, **page.view()}
        try:
            text = self._environment.get_template(page.template).render(view)
            # XML has no way to write control characters, not even as references.
            return (without_controls(text) if page.template.endswith(".xml") else text).encode()
        except Exception as error:
            told = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
            template, line = _place_in_template(error, self._environment)
            if not template and not isinstance(error, TemplateError):
                raise
            problem = Problem(
                f"templates/{template or page.template}",
                line,
                f"template error: {told}",
                f"It came up in {page.file}, the page of {describe_target(page.owner, 'articles')}.",
                "Correct the template, or take it away to use the default one.",
            )
            raise NewsgenError([problem]) from None

    def _parts_of(self, name: str) -> tuple[str, list[str]] | None:
        """A template's source and the templates that it names; None where that cannot be told."""
        try:
            source, _, _ = FileSystemLoader.get_source(self._environment.loader, self._environment, name)  # type: ignore[arg-type]
            parts = list(find_referenced_templates(self._environment.parse(source)))
        except TemplateError:
            return None
        named = [part for part in parts if part is not None]
        return (source, named) if len(named) == len(parts) else (source, [*named, *self._environment.list_templates()])


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
def _format_date(context: Context, date: PartialDate | None, language: str = "") -> str:
    """A date at its own precision, written out in the site's language or another."""
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


@pass_context
def _write_head_tags(context: Context, facts: StoryFacts) -> Markup:
    return write_head_tags(facts, context["site"])


@pass_context
def _write_json_ld(context: Context, facts: StoryFacts) -> Markup:
    return Markup(write_json_ld(facts, context["site"]))


@pass_context
def _cite(context: Context, facts: StoryFacts) -> Citations:
    return cite(make_reference(facts, context["site"].title))


def _messages_of(language: str) -> tuple[Callable[..., str], Callable[..., str]]:
    """What a template calls `_` and `ngettext`, for another language than the site's."""
    words = messages_for(language)
    return words.say, words.count
