"""The settings of a site, from `site.yaml`; every one has a default, so that the file may be absent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

from newsgen.errors import NewsgenError, Problem, did_you_mean
from newsgen.settings.appearance import Colours, Logo, ThemeSettings
from newsgen.settings.check import CheckSettings
from newsgen.settings.feeds import FeedSettings
from newsgen.settings.theme import find_theme, static_files
from newsgen.settings.types import (
    Aliases,
    DataForms,
    Folder,
    ImageFormats,
    Language,
    Permalink,
    Redirects,
    RuleFiles,
    Text,
    Url,
    Widths,
)
from newsgen.text.encoding import read_text
from newsgen.text.yaml.reader import load_mapping

FILE = "site.yaml"


class _Settings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FrontMatterSettings(_Settings):
    """`rename` maps a key of the files to a field; `keep` lists keys, or patterns such as "x_*", to carry along."""

    rename: Mapping[str, str] = Field(default_factory=dict)
    keep: tuple[str, ...] = ()


class Replacement(_Settings):
    """A regular expression and what to put for it in a Markdown text, before it is read."""

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
            # With "|" the pattern also matches nothing at all, so that the groups of `by` are looked up.
            re.sub(info.data.get("pattern", "") + "|", by, "")
        except (re.error, IndexError) as error:
            raise ValueError(f"not what a regular expression can put: {error}") from None
        return by


class MarkdownSettings(_Settings):
    """`html` lets HTML inside Markdown through, sanitised; `replace` rewrites the old system's own marks."""

    html: bool = False
    replace: tuple[Replacement, ...] = ()


class Site(_Settings):
    """What `site.yaml` may say. Paths are relative to the folder that holds it."""

    title: Text = "News archive"
    description: Text = ""
    url: Url = ""
    original_url: Url = ""
    language: Language = "en"
    rights: Text = ""
    notice: Text = ""
    articles: Folder = "articles"
    output: Folder = "public"
    ignore: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    section_names: Mapping[str, str] = Field(default_factory=dict)
    default_section: Text = ""
    authors: Mapping[str, str] = Field(default_factory=dict)
    permalink: Permalink = "/{year}/{month}/{slug}.html"
    permalink_undated: Permalink = "/undated/{slug}.html"
    slugs: Literal["ascii", "unicode"] = "ascii"
    ledger: bool = True
    aliases: Aliases = ()
    redirects: Redirects = Field(default_factory=dict)
    redirect_rules: RuleFiles = ()
    dates_from_names: bool = True
    date_order: Literal["", "day-first", "month-first"] = ""
    chrome: tuple[str, ...] = ()
    sheet_size: Annotated[int, Field(ge=5, le=1000)] = 50
    feed_size: Annotated[int, Field(ge=1, le=1000)] = 30
    feeds: FeedSettings = FeedSettings()
    news_sitemap: bool = False
    robots: Literal["all", "no-training", "no-ai", "none"] = "all"
    day_pages: bool = True
    on_this_day: bool = True
    suggestions: Annotated[int, Field(ge=0, le=20)] = 5
    missing_images: Literal["error", "note"] = "error"
    image_widths: Widths = (480, 960, 1600)
    image_formats: ImageFormats = ("avif", "webp")
    data: DataForms = ("jsonl", "csv")
    search: bool = True
    search_phrases: bool = True
    theme: ThemeSettings = ThemeSettings()
    # No page shows what is checked, so that changing it touches none.
    check: CheckSettings = Field(default=CheckSettings(), exclude=True)
    front_matter: FrontMatterSettings = FrontMatterSettings()
    markdown: MarkdownSettings = MarkdownSettings()


def load_site(root: Path) -> Site:
    """Read `site.yaml` in the site's folder; without one, all settings have their defaults.

    Raises BuildFailed with every wrong setting, each with its line.
    """
    if not (root / FILE).exists():
        return Site()
    yaml = load_mapping(read_text(root / FILE, FILE), FILE)
    if yaml.doubles:
        raise NewsgenError(_doubled(name, yaml.lines[name]) for name in yaml.doubles)
    try:
        site = Site.model_validate({name: value for name, value in yaml.values.items() if value is not None})
    except ValidationError as error:
        raise NewsgenError(_problem(wrong, yaml.lines) for wrong in error.errors()) from None
    logo = site.theme.logo
    if logo and logo.file not in static_files(find_theme(root)):
        raise NewsgenError([_no_logo(logo.file, yaml.lines["theme"])])
    return site


def _doubled(name: str, line: int) -> Problem:
    return Problem(
        FILE, line, f'the setting "{name}" stands twice', "Only one of them can count.", "Keep one of the two."
    )


def _no_logo(file: str, line: int) -> Problem:
    return Problem(
        FILE,
        line,
        f'cannot use theme.logo.file: "{file}"',
        "There is no such file in the folder static.",
        "Put the picture there, or correct its name.",
    )


def _problem(wrong: Any, lines: Mapping[str, int]) -> Problem:
    where = wrong["loc"]
    name = ".".join(map(str, where))
    line = lines.get(str(where[0]), 0)
    if wrong["type"] == "extra_forbidden":
        known = _known_settings(where[:-1])
        return Problem(
            FILE,
            line,
            f'unknown setting "{name}".{did_you_mean(str(where[-1]), known)}',
            "A setting that newsgen does not know would have no effect.",
            f"Settings are: {', '.join(sorted(known))}.",
        )
    reason = wrong["msg"].removeprefix("Value error, ")
    if wrong["type"] == "model_type":
        reason = f"it holds settings of its own: {', '.join(sorted(_known_settings(where)))}"
    return Problem(
        FILE,
        line,
        f'cannot use {name}: "{wrong["input"]}"' if isinstance(wrong["input"], str) else f"cannot use {name}",
        f"{reason[0].upper()}{reason[1:]}.",
        "The README's table of settings shows what it may hold.",
    )


_NESTED: Mapping[str, type[BaseModel]] = {
    "feeds": FeedSettings,
    "front_matter": FrontMatterSettings,
    "markdown": MarkdownSettings,
    "replace": Replacement,
    "theme": ThemeSettings,
    "check": CheckSettings,
    "light": Colours,
    "dark": Colours,
    "logo": Logo,
}


def _known_settings(where: tuple[int | str, ...]) -> list[str]:
    settings: Any = Site
    for name in where:
        if isinstance(name, str):
            settings = _NESTED[name]
    return list(settings.model_fields)
