"""A new article's file: front matter that says what its author said, in a place of its own."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.permalinks.urls import make_slug
from newsgen.errors import NewsgenError, Problem
from newsgen.record.dates import PartialDate, parse_date
from newsgen.record.paths import ARTICLE_ENDINGS
from newsgen.settings.site import FILE, Site, load_site
from newsgen.sources.field_values import read_line
from newsgen.text.encoding import without_controls
from newsgen.text.language.detection import language_of
from newsgen.text.yaml.writer import Value, write_yaml

_COMMAND = "newsgen new"
_TODAY = "today"
# Where a headline has no letter that a file name can be made of.
_NAMELESS = "article"
# How like a known section another must be to be taken for a slip of it: "Harbor" is like "Harbour" by 0.92 and "Sport"
# like "Court" by 0.6 (difflib's ratio).
_LIKE = 0.8
# Halves of characters, which bytes from a terminal become that are no text.
_HALVES = re.compile("[\ud800-\udfff]")


class NewArticle(NamedTuple):
    """What is to be written of an article; `date` as it was given, or "" or "today"."""

    headline: str
    section: str
    date: str = ""
    authors: Sequence[str] = ()
    tags: Sequence[str] = ()
    draft: bool = True


class CreatedFile(NamedTuple):
    """The file of a new article, and a note on its section ("" where there is nothing to say)."""

    file: Path
    note: str


def write_article(root: Path, wanted: NewArticle) -> CreatedFile:
    """Write an article's file into the articles folder: below its year, where it has a date.

    A file that is there is never touched; a taken name gets "-2", which its address gets too. Raises BuildFailed for
    what cannot be read, and where no file can be written.
    """
    site = load_site(root)
    articles = root / site.articles
    if not (articles.is_dir() or (root / FILE).is_file()):
        raise NewsgenError([_no_site(root)])
    date = _read_date(wanted.date)
    headline = _one_line(wanted.headline)
    if not headline:
        raise NewsgenError([_no_headline()])
    folder = articles / f"{date.year:04}" if date else articles
    slug = make_slug(headline, language_of(headline) or site.language, site.slugs)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in _free_names(folder, slug or _NAMELESS):
            content = write_front_matter(wanted, date, name if name != slug else "").encode()
            try:
                with (folder / f"{name}.md").open("xb") as file:
                    file.write(content)
            except FileExistsError:
                continue
            return CreatedFile(folder / f"{name}.md", _note_on(wanted.section, site))
    except OSError as error:
        raise NewsgenError([_unwritable(folder, error)]) from None
    raise AssertionError("names never end")


def write_front_matter(wanted: NewArticle, date: PartialDate | None, slug: str = "") -> str:
    """An article's front matter, from which the loader reads each field as it was wanted, in one line.

    The headline is always in quotes, so that whoever changes it can write a colon.
    """
    section, authors = _one_line(wanted.section), list(filter(None, map(_one_line, wanted.authors)))
    values: dict[str, Value | None] = {
        "headline": _shield(_one_line(wanted.headline)),
        # In a text ";" would part one name from the next.
        "section": [_shield(section)] if ";" in section else _shield(section),
        "date": date,
        "byline": _shield(authors[0]) if len(authors) == 1 and ";" not in authors[0] else list(map(_shield, authors)),
        "tags": [_shield(tag) for tag in map(_one_line, wanted.tags) if tag],
        "slug": slug,
        "draft": wanted.draft,
    }
    return f"---\n{write_yaml({key: value for key, value in values.items() if value}, quoted='headline')}---\n\n"


def _free_names(folder: Path, slug: str) -> Iterator[str]:
    """The slug and, where an article of that name is there, the slug with a number."""
    number = 1
    while True:
        name = slug if number == 1 else f"{slug}-{number}"
        if not any((folder / f"{name}{ending}").exists() for ending in ARTICLE_ENDINGS):
            yield name
        number += 1


def _one_line(text: str) -> str:
    """A text as one line, with U+FFFD for what no page could show."""
    return " ".join(_HALVES.sub("\ufffd", without_controls(text)).split())


def _shield(text: str) -> str:
    """A text from which the loader reads this one: it takes "&amp;" for "&", as old systems wrote it."""
    return text if read_line(text) == text else text.replace("&", "&amp;")


def _read_date(text: str) -> PartialDate | None:
    if not text:
        return None
    try:
        return parse_date(datetime.date.today().isoformat() if text == _TODAY else text)
    except ValueError:
        message = f'cannot read date "{text}"'
        reason = "The date places the article in its month listing."
        fix = "Write it as --date YYYY-MM-DD, YYYY-MM or YYYY, or as --date today."
        raise NewsgenError([Problem(_COMMAND, 0, message, reason, fix)]) from None


def _note_on(section: str, site: Site) -> str:
    """A note where a section is new to the site and nearly one that it has."""
    section = _one_line(section)
    known = {name.casefold(): name for name in (*site.section_names, *site.sections)}
    near = difflib.get_close_matches(section.casefold(), known, n=1, cutoff=_LIKE)
    if section in known.values() or not near:
        return ""
    return f'The section "{section}" is new to this site. Did you mean "{known[near[0]]}"?'


def _no_site(root: Path) -> Problem:
    message, reason = "there is no site in this folder", f"It has neither {FILE} nor a folder of articles."
    return Problem(
        str(root), 0, message, reason, "Name the site's folder with --root, or begin one: newsgen init FOLDER"
    )


def _no_headline() -> Problem:
    reason = "Every listing and link names an article by its headline."
    return Problem(
        _COMMAND,
        0,
        "the headline is empty",
        reason,
        'Write it in quotes: newsgen new "The ferry returns" --section News',
    )


def _unwritable(folder: Path, error: OSError) -> Problem:
    message = f"cannot be written: {error.strerror}"
    return Problem(str(folder), 0, message, "The article's file goes there.", "Make the folder writable.")
