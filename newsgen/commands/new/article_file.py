"""Create the file of a new article: front matter that reads back as it was given, and a name that is not taken."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from newsgen.archive.permalinks.urls import make_slug
from newsgen.errors import NewsgenError, Problem, unwritable
from newsgen.record.dates import PartialDate
from newsgen.record.names import SURROGATES, safe_name
from newsgen.record.paths import ARTICLE_ENDINGS
from newsgen.settings import SITE_FILE
from newsgen.settings.site import Site, load_site
from newsgen.sources.date_values import read_date_line
from newsgen.sources.dates.custom import declared_custom
from newsgen.sources.field_values import read_line
from newsgen.text.encoding import without_controls
from newsgen.text.language.detection import language_of
from newsgen.text.yaml.writer import Value, write_yaml

_COMMAND = "newsgen new"
_TODAY = "today"
# The file name for a headline without a letter that a file name can hold.
_NAMELESS = "article"
# Similarity (difflib's ratio) from which a section may be a slip of a known one: "Harbor" and "Harbour" have 0.92,
# "Sport" and "Court" 0.6.
_SIMILAR = 0.8


class NewArticle(NamedTuple):
    """The fields of an article to create; `date` is as it was given, "today" or ""."""

    headline: str
    section: str
    date: str = ""
    authors: Sequence[str] = ()
    tags: Sequence[str] = ()
    draft: bool = True


class CreatedFile(NamedTuple):
    """The file of a new article, and a note on its section ("" for none)."""

    file: Path
    note: str


def create_article(root: Path, article: NewArticle) -> CreatedFile:
    """Write an article's file into the articles folder: below its year if it has a date.

    No file is overwritten: the name of a second "flood" is "flood-2", and so is its slug. Raises NewsgenError for a
    headline or date that cannot be used, and if no file can be written.
    """
    site = load_site(root)
    articles = root / site.articles
    if not (articles.is_dir() or (root / SITE_FILE).is_file()):
        raise NewsgenError([_no_site(root)])
    date = _read_date(article.date, site)
    headline = _one_line(article.headline)
    if not headline:
        raise NewsgenError([_no_headline()])
    folder = articles / f"{date.year:04}" if date else articles
    slug = make_slug(headline, language_of(headline) or site.language, site.slugs)
    slug = safe_name(slug) if slug else ""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in _free_names(folder, slug or _NAMELESS):
            content = format_front_matter(article, date, name if name != slug else "").encode()
            try:
                with (folder / f"{name}.md").open("xb") as file:
                    file.write(content)
            except FileExistsError:
                continue
            return CreatedFile(folder / f"{name}.md", _note_on(article.section, site))
    except OSError as error:
        reason, fix = "The article's file goes there.", "Make the folder writable."
        raise NewsgenError([unwritable(folder, error, reason, fix)]) from None
    raise AssertionError("names never end")


def format_front_matter(article: NewArticle, date: PartialDate | None, slug: str = "") -> str:
    """An article's front matter, from which each field is read back as it was given, on one line.

    The headline is always in quotes, so that an editor can add a colon to it.
    """
    section, authors = _one_line(article.section), list(filter(None, map(_one_line, article.authors)))
    values: dict[str, Value | None] = {
        "headline": _escape(_one_line(article.headline)),
        # Unless in a list, ";" separates names.
        "section": [_escape(section)] if ";" in section else _escape(section),
        "date": date,
        "byline": _escape(authors[0]) if len(authors) == 1 and ";" not in authors[0] else list(map(_escape, authors)),
        "tags": [_escape(tag) for tag in map(_one_line, article.tags) if tag],
        "slug": slug,
        "draft": article.draft,
    }
    return f"---\n{write_yaml({key: value for key, value in values.items() if value}, quoted='headline')}---\n\n"


def _free_names(folder: Path, slug: str) -> Iterator[str]:
    """The slug, then the slug with a number: the names that no article has."""
    number = 1
    while True:
        name = slug if number == 1 else f"{slug}-{number}"
        if not any((folder / f"{name}{ending}").exists() for ending in ARTICLE_ENDINGS):
            yield name
        number += 1


def _one_line(text: str) -> str:
    """A text as one line, with U+FFFD for each character that no page can show."""
    return " ".join(SURROGATES.sub("\ufffd", without_controls(text)).split())


def _escape(text: str) -> str:
    """A text that is read back as this one: in front matter "&amp;" means "&", as old systems wrote it."""
    return text if read_line(text) == text else text.replace("&", "&amp;")


def _read_date(text: str, site: Site) -> PartialDate | None:
    """The date that a text is, as front matter may hold it too; today for "today", None for "". Raises NewsgenError."""
    if not text:
        return None
    try:
        return read_date_line(datetime.date.today().isoformat() if text == _TODAY else text, declared_custom(site))
    except PydanticCustomError as refused:
        context = refused.context or {}
        raise NewsgenError([Problem(_COMMAND, 0, context["message"], context["reason"], context["fix"])]) from None


def _note_on(section: str, site: Site) -> str:
    """A note on a section that is new to the site and similar to one of its own."""
    section = _one_line(section)
    known = {name.casefold(): name for name in (*site.section_names, *site.sections)}
    similar = difflib.get_close_matches(section.casefold(), known, n=1, cutoff=_SIMILAR)
    if section in known.values() or not similar:
        return ""
    return f'The section "{section}" is new to this site. Did you mean "{known[similar[0]]}"?'


def _no_site(root: Path) -> Problem:
    reason = f"It has neither {SITE_FILE} nor a folder of articles."
    fix = "Name the site's folder with --root, or begin one: newsgen init FOLDER"
    return Problem(str(root), 0, "there is no site in this folder", reason, fix)


def _no_headline() -> Problem:
    reason = "Every listing and link names an article by its headline."
    fix = 'Write it in quotes: newsgen new "The ferry returns" --section News'
    return Problem(_COMMAND, 0, "the headline is empty", reason, fix)
