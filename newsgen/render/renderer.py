"""From a page and the theme to bytes. A template sees the page's view and the values that all pages share."""

from __future__ import annotations

import traceback
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError

from newsgen.errors import NewsgenError, Problem
from newsgen.pages.page import Page, Read
from newsgen.record.paths import href_of, root_from
from newsgen.render.environment import make_environment
from newsgen.render.private_mark import add_private_mark
from newsgen.settings.theme import Theme
from newsgen.text.encoding import without_controls


class Renderer:
    """The templates of a theme with the values that all pages share, such as the settings as "site".

    `navigation` are the links, from the site's root, that the navigation of every page has: a page that one of them
    leads to finds its own as `here`. Where the values have a "private_mark", every page shows it.
    """

    def __init__(self, theme: Theme, values: Mapping[str, Any], navigation: Collection[str] = ()) -> None:
        self._folders = theme.templates
        self._articles = values["site"].articles
        self._environment = make_environment(theme, values)
        self._navigation = frozenset(navigation)
        self._private_mark: str = values.get("private_mark", "")

    def render(self, page: Page, read: Read) -> bytes:
        """The bytes of a page; `read` gives an article and its body's HTML.

        Raises NewsgenError with the template and its line where a template fails.
        """
        href = href_of(page.file)
        here = href if href in self._navigation else ""
        view = {"root": root_from(page.file), "href": href, "here": here, **page.view(read)}
        try:
            text = self._environment.get_template(page.template).render(view)
            if self._private_mark and page.template.endswith(".html"):
                text = add_private_mark(text, self._private_mark)
            # XML has no way to write control characters, not even as references.
            return (without_controls(text) if page.template.endswith(".xml") else text).encode()
        except Exception as error:
            template, line = self._find_place(error)
            if not template and not isinstance(error, TemplateError):
                raise
            message = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
            problem = Problem(
                f"templates/{template or page.template}",
                line,
                f"template error: {message}",
                f"It came up in {page.file}, the page of {page.target.describe(self._articles)}.",
                "Correct the template, or take it away to use the default one.",
            )
            raise NewsgenError([problem]) from None

    def _find_place(self, error: BaseException) -> tuple[str, int]:
        """The innermost template that an exception passed through, and its line; ("", 0) if it passed through none."""
        places = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
        if isinstance(error, TemplateSyntaxError):
            places.append((error.filename or "", error.lineno))
        for file, line in reversed(places):
            for folder in self._folders:
                if Path(file).is_relative_to(folder):
                    return Path(file).relative_to(folder).as_posix(), line
        return "", 0
