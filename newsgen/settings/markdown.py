"""The settings `markdown:` in site.yaml: what Markdown may hold, and how an old system's markup is rewritten."""

from __future__ import annotations

import re

from pydantic import ValidationInfo, field_validator

from newsgen.settings.types import Settings, Text


class Replacement(Settings):
    """A regular expression and its replacement, applied to a Markdown text before it is read."""

    pattern: str
    by: Text = ""

    @field_validator("pattern")
    @classmethod
    def _check_pattern(cls, pattern: str) -> str:
        try:
            re.compile(pattern)
        except (re.error, OverflowError, RecursionError) as error:
            raise ValueError(f"not a regular expression: {error}") from None
        return pattern

    @field_validator("by")
    @classmethod
    def _check_by(cls, by: str, info: ValidationInfo) -> str:
        try:
            # With "|" the pattern also matches the empty text, which makes `sub` look up the groups of `by`.
            re.sub(info.data.get("pattern", "") + "|", by, "")
        except (re.error, IndexError) as error:
            raise ValueError(f"not what a regular expression can put: {error}") from None
        return by


class MarkdownSettings(Settings):
    """`html` lets sanitised HTML in Markdown through; `replace` rewrites an old system's own markup."""

    html: bool = False
    replace: tuple[Replacement, ...] = ()
