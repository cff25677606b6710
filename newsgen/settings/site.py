"""The settings of a site, from `site.yaml`. Each has a default, and the file may be absent."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, PrivateAttr, ValidationError, model_validator

from newsgen.errors import NewsgenError
from newsgen.settings import PRIVATE_OUTPUT, SITE_FILE
from newsgen.settings.about import AboutSettings
from newsgen.settings.appearance import Colours, Logo, ThemeSettings
from newsgen.settings.check import CheckSettings
from newsgen.settings.feeds import FeedSettings
from newsgen.settings.folders import refuse_nested_folders
from newsgen.settings.groups import GroupLabels, Groups
from newsgen.settings.host_limits import Host
from newsgen.settings.learnt_reading import NOTHING_LEARNT, LearntReading
from newsgen.settings.markdown import MarkdownSettings, Replacement
from newsgen.settings.other_archives import OtherArchives
from newsgen.settings.profile import Profile, RedirectPages, fill_in_profile
from newsgen.settings.publishing import Publish, PublishSettings
from newsgen.settings.reading_file import read_learnt
from newsgen.settings.redirect_table import RedirectTable, read_redirects
from newsgen.settings.site_problems import missing_logo, repeated_setting, setting_problem
from newsgen.settings.statuses import PUBLISHED, WITHHELD, Statuses
from newsgen.settings.theme import find_theme, static_files
from newsgen.settings.types import (
    Aliases,
    DataForms,
    Encodings,
    Folder,
    HeaderFiles,
    ImageFormats,
    Language,
    Permalink,
    Redirects,
    RuleFiles,
    Settings,
    Text,
    Timezone,
    Url,
    Widths,
)
from newsgen.text.encoding import read_text
from newsgen.text.urls import SiteUrls, site_urls
from newsgen.text.yaml.reader import load_mapping


class FrontMatterSettings(Settings):
    """`rename` maps a key in the files to a field; `keep` lists keys, or patterns such as "x_*", to store unused.

    `statuses` maps the words by which another system says whether an article is published.
    """

    rename: Mapping[str, str] = Field(default_factory=dict)
    keep: tuple[str, ...] = ()
    statuses: Statuses = Field(default_factory=dict)


class Site(Settings):
    """All settings of `site.yaml`. Paths are relative to its folder."""

    title: Text = "News archive"
    description: Text = ""
    url: Url = ""
    original_url: Url = ""
    language: Language = "en"
    rights: Text = ""
    notice: Text = ""
    about: AboutSettings | None = None
    articles: Folder = "articles"
    output: Folder = "public"
    encoding: Encodings = Field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    section_names: Mapping[str, str] = Field(default_factory=dict)
    default_section: Text = ""
    authors: Mapping[str, str] = Field(default_factory=dict)
    groups: Groups = Field(default_factory=dict)
    permalink: Permalink = "/{year}/{month}/{slug}.html"
    permalink_undated: Permalink = "/undated/{slug}.html"
    slugs: Literal["ascii", "unicode"] = "ascii"
    ledger: bool = True
    aliases: Aliases = ()
    redirects: Redirects = Field(default_factory=dict)
    redirect_rules: RuleFiles = ()
    header_rules: HeaderFiles = ()
    query_script: bool = False
    dates_from_names: bool = True
    date_order: Literal["", "day-first", "month-first"] = ""
    timezone: Timezone = ""
    chrome: tuple[str, ...] = ()
    sheet_size: Annotated[int, Field(ge=5, le=1000)] = 50
    feed_size: Annotated[int, Field(ge=1, le=1000)] = 30
    feeds: FeedSettings = FeedSettings()
    news_sitemap: bool = False
    robots: Literal["all", "no-training", "no-ai", "none"] = "all"
    day_pages: bool = True
    on_this_day: bool = True
    listings_from: Annotated[int, Field(ge=1, le=1000)] = 1
    suggestions: Annotated[int, Field(ge=0, le=20)] = 5
    comments: bool = False
    missing_images: Literal["error", "note"] = "note"
    image_widths: Widths = (480, 960, 1600)
    image_formats: ImageFormats = ("avif", "webp")
    data: DataForms = ("jsonl", "csv")
    search: bool = True
    search_phrases: bool = True
    search_passages: bool = True
    search_with: OtherArchives = Field(default_factory=dict)
    search_files: Literal["small", "medium", "large"] = "small"
    theme: ThemeSettings = ThemeSettings()
    # No page shows these settings, so a change of them makes none outdated.
    check: CheckSettings = Field(default=CheckSettings(), exclude=True)
    strict: Annotated[bool, Field(exclude=True)] = False
    host: Annotated[Literal["", Host], Field(exclude=True)] = ""
    profile: Annotated[Profile, Field(exclude=True)] = ""
    redirect_pages: RedirectPages = True
    publish: Annotated[Publish, Field(exclude=True)] = PublishSettings()
    front_matter: FrontMatterSettings = FrontMatterSettings()
    markdown: MarkdownSettings = MarkdownSettings()

    _redirect_lines: Mapping[str, int] = PrivateAttr(default_factory=dict)
    _fill_in_profile = model_validator(mode="before")(fill_in_profile)

    # What was learnt from the texts is no setting, and no page shows it.
    _learnt: LearntReading = PrivateAttr(default_factory=lambda: NOTHING_LEARNT)
    # The public site of which this is the private one.
    _public: Site | None = PrivateAttr(default=None)

    @property
    def learnt(self) -> LearntReading:
        """What `reading.yaml` says of how pasted texts are read."""
        return self._learnt

    def with_learnt(self, learnt: LearntReading) -> Site:
        """The same settings with what was learnt from the texts."""
        site = self.model_copy()
        site._learnt = learnt
        return site

    @property
    def redirect_lines(self) -> Mapping[str, int]:
        """The lines of the redirects that `redirects.tsv` gives, by their old paths."""
        return self._redirect_lines

    def with_redirects(self, table: RedirectTable) -> Site:
        """The same settings with the redirects of `redirects.tsv` whose old paths `redirects:` does not name."""
        site = self.model_copy(update={"redirects": {**table.redirects, **self.redirects}})
        site._redirect_lines = {old: line for old, line in table.lines.items() if old not in self.redirects}
        return site

    @property
    def is_private(self) -> bool:
        """Whether the site is for the newsroom only, and has what is withheld from the public."""
        return self._public is not None

    def as_private(self) -> Site:
        """The settings of the private site: with withheld articles, without a URL, and closed to all crawlers."""
        statuses = {**self.front_matter.statuses, WITHHELD: PUBLISHED}
        front_matter = self.front_matter.model_copy(update={"statuses": statuses})
        closed = {"url": "", "output": PRIVATE_OUTPUT, "robots": "none", "news_sitemap": False}
        site = self.model_copy(update={**closed, "front_matter": front_matter})
        site._public = self
        return site

    @property
    def urls(self) -> SiteUrls:
        """Where the site is, and where it was: whole URLs below these are read as links inside it."""
        # Ten functions ask this of every article, and Pydantic looks for `self._public` in Python.
        public = (self.__pydantic_private__ or {}).get("_public")
        return public.urls if public else site_urls(self.url, self.original_url)

    def encoding_of(self, path: str) -> str:
        """The codec of an article that is not UTF-8, by its path in the articles folder; "" if none is set."""
        name = path.rpartition("/")[2]
        for pattern, codec in self.encoding.items():
            folder = pattern.rstrip("/") + "/"
            if pattern == "*" or path.startswith(folder) or fnmatchcase(path, pattern) or fnmatchcase(name, pattern):
                return codec
        return ""


def load_site(root: Path) -> Site:
    """Read `site.yaml` and `reading.yaml` in the site's folder; without them, all settings have their defaults.

    Raises NewsgenError with every wrong setting, each with its line.
    """
    return load_settings(root).with_learnt(read_learnt(root))


def load_settings(root: Path) -> Site:
    """Read `site.yaml` alone, as `load_site` does."""
    table = read_redirects(root)
    if not (root / SITE_FILE).exists():
        return Site().with_redirects(table)
    yaml = load_mapping(read_text(root / SITE_FILE, SITE_FILE), SITE_FILE)
    if yaml.duplicates:
        raise NewsgenError(repeated_setting(name, yaml.lines[name]) for name in yaml.duplicates)
    try:
        site = Site.model_validate({name: value for name, value in yaml.values.items() if value is not None})
    except ValidationError as failed:
        raise NewsgenError(setting_problem(error, yaml.lines, _known_settings) for error in failed.errors()) from None
    refuse_nested_folders(root, site.articles, site.output, yaml.lines)
    logo = site.theme.logo
    if logo and logo.file not in static_files(find_theme(root)):
        raise NewsgenError([missing_logo(logo.file, yaml.lines["theme"])])
    return site.with_redirects(table) if table.redirects else site


# The settings that hold settings, by their last name.
_NESTED: Mapping[str, type[BaseModel]] = {
    "about": AboutSettings,
    "feeds": FeedSettings,
    "groups": GroupLabels,
    "front_matter": FrontMatterSettings,
    "markdown": MarkdownSettings,
    "replace": Replacement,
    "theme": ThemeSettings,
    "check": CheckSettings,
    "publish": PublishSettings,
    "light": Colours,
    "dark": Colours,
    "logo": Logo,
}


def _known_settings(path: tuple[int | str, ...]) -> list[str]:
    """The names of the settings inside a setting, such as ("theme", "light"); numbers are places in a list."""
    settings: Any = Site
    for name in path:
        if isinstance(name, str):
            # The names inside `groups` are the owner's; all hold the same settings.
            settings = _NESTED.get(name, settings)
    return list(settings.model_fields)
