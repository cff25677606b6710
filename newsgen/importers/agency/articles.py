"""News items as articles: their paths, texts and pictures, and why some of them are not published."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from slugify import slugify

from newsgen.importers.agency.item.news_item import NewsItem, Picture
from newsgen.importers.agency.item.values import (
    dateline_of,
    instant_of,
    repeats,
    unique,
    without_addresses,
    without_private,
)
from newsgen.importers.agency.media_files import MediaFiles
from newsgen.importers.imported import Imported, ImportedArticle, ImportedFile, MissingFile, Status
from newsgen.record.article import Article, Block, Image, Link
from newsgen.record.import_entry import Entry
from newsgen.text.html_markdown.conversion import Conversion, ConversionOptions
from newsgen.text.html_markdown.convert import convert_html

_LONGEST_SLUG = 60
_LONGEST_HEADLINE = 90
_HEADING = re.compile(r"\A#{1,6} (?P<text>[^\n]+)\n*")
_SENTENCE = re.compile(r".{20,89}?[.!?](?=\s)")
_MARKS = re.compile(r"[\\*_`]")
_REASONS: dict[str, tuple[Status, str]] = {
    "withheld": ("private", "Its sender withholds it."),
    "canceled": ("trash", "Its sender has cancelled it."),
    "embargoed": ("future", "It is embargoed."),
}


class Companions(NamedTuple):
    """What other items of the source give an article.

    `details` are what is said of the pictures, by the keys of their items. `of_same_name` are pictures that lie beside
    the text's file and are called as it is.
    """

    pictures: tuple[Picture, ...] = ()
    related: tuple[Link, ...] = ()
    packages: tuple[str, ...] = ()
    details: Mapping[str, object] = {}
    of_same_name: tuple[Picture, ...] = ()


class ArticleMaker:
    """Makes articles of items; `now` decides which embargoes are over."""

    def __init__(self, media: MediaFiles, now: datetime.datetime) -> None:
        self.media = media
        self._now = now

    def make(self, item: NewsItem, place: str, source_path: str, companions: Companions) -> Iterator[Imported]:
        """The article of an item with the files that it misses; an entry alone where there is nothing to publish.

        The item has a key; `source_path` is the path of the file that holds it.
        """
        identity = item.key
        files: list[ImportedFile] = []
        missing: list[MissingFile] = []
        shown: list[Image] = []
        entries = list(item.entries)

        def place_picture(picture: Picture) -> Image:
            placed = self.media.place(picture, source_path, identity)
            files.extend([placed.file] if placed.file else [])
            missing.extend([placed.missing] if placed.missing else [])
            if not placed.file and not placed.missing:
                reason = "It is not among the files; only what is said of it was taken."
                entries.append(Entry("media file", "", "left out", reason, without_addresses(picture.source)))
            elif placed.file:
                entries.append(Entry("media file", "", "taken"))
            else:
                entries.append(Entry("media file", "", "left out", "It is to be fetched.", place))
            return placed.image

        def rewrite_link(address: str) -> str:
            placed = self.media.place_link(address, source_path, identity)
            if placed is None:
                return address
            files.append(placed)
            entries.append(Entry("media file", "", "taken"))
            return placed.path

        options = _options(place_picture, rewrite_link)
        conversion = convert_html(item.html, options) if item.html.strip() else Conversion("")
        entries += conversion.entries
        for picture in unique_pictures((*item.pictures, *companions.pictures, *companions.of_same_name)):
            image = place_picture(picture)
            if image.file or image.caption:
                shown.append(image)
        markdown, repeated = _without_headline(conversion.markdown, item.headline)
        if repeated:
            entries.append(Entry("text", "heading", "left out", "It repeats the headline.", place))
        headline = item.headline or _headline_of(markdown)
        if not headline and not markdown and not shown:
            yield Entry("item", item.format, "left out", "It has neither a headline nor a text.", place)
            yield from without_extra(item)
            return
        status, reason = self._status(item, has_text=bool(markdown or shown))
        entries.append(Entry("item", item.format, "taken", reason, place if reason else ""))
        if not item.headline:
            entries.append(Entry("headline", "", "taken", "The item has none: the text begins so.", place))
        article = _article(item, headline, markdown, identity)
        article, private = _with_extra(article, item, companions)
        entries += [Entry("address", "", "left out", "Addresses and accounts are not published.", place)] * private
        article = replace(article, images=tuple(shown))
        yield ImportedArticle(article, place, status, tuple(files), tuple(entries), item.version.sort_key)
        yield from missing

    def _status(self, item: NewsItem, has_text: bool) -> tuple[Status, str]:
        """Whether an article is published: "" for one that is; and what the account says of one that is not."""
        if item.status in ("withheld", "canceled"):
            return _REASONS[item.status]
        end = instant_of(item.embargo) if item.embargo else None
        if item.embargo and end and end <= self._now:
            return ("", "Its embargo is over.") if has_text else ("pending", _TEXTLESS)
        if item.status == "embargoed" or (item.embargo and end):
            status, reason = _REASONS["embargoed"]
            return status, reason if end else "It is embargoed without a date."
        return ("", "") if has_text else ("pending", _TEXTLESS)


_TEXTLESS = "Its text is not in the source."


def without_extra(item: NewsItem) -> Iterator[Entry]:
    """The account of an item that becomes no article: nothing holds its extra."""
    for entry in item.entries:
        raw = entry.outcome == "kept raw"
        yield entry._replace(outcome="left out", reason="The item is no article.") if raw else entry


def unique_pictures(pictures: Sequence[Picture]) -> list[Picture]:
    """The pictures, each once: of two of one file the one of which more is said."""
    found: dict[tuple[str, str], Picture] = {}
    for picture in pictures:
        key = (picture.source, "" if picture.source else picture.caption)
        if key not in found or not found[key].caption:
            found[key] = picture
    return list(found.values())


def _options(place_picture: Callable[[Picture], Image], rewrite_link: Callable[[str], str]) -> ConversionOptions:
    def choose(addresses: Sequence[str]) -> str:
        address = addresses[0]
        return address if address.startswith("data:") else place_picture(Picture(address)).file

    return ConversionOptions(rewrite_link=rewrite_link, choose_image=choose)


def _article(item: NewsItem, headline: str, markdown: str, identity: str) -> Article:
    dek = "" if repeats(item.dek, _plain(markdown)) else item.dek
    return Article(
        path=_path_of(item, headline, identity),
        headline=headline,
        dek=dek,
        kicker=item.kicker,
        byline=item.byline,
        dateline=item.dateline or dateline_of(markdown),
        section=item.section,
        tags=item.tags,
        language=item.language,
        published=item.published,
        updated=item.updated,
        corrections=item.corrections,
        body=(Block("markdown", markdown, 0),) if markdown else (),
        original_url=item.original_url,
        rights=without_addresses(item.rights).strip(),
        print_page=item.print_page,
        publication=item.publication,
        groups={name: names for name, names in (("people", item.people), ("places", item.places)) if names},
        id=identity,
    )


def _with_extra(article: Article, item: NewsItem, companions: Companions) -> tuple[Article, int]:
    """The article with what no field holds, without anybody's addresses, and the number of those."""
    extra = dict(item.extra)
    if item.dek and not article.dek:
        extra["abstract"] = item.dek
    if item.embargo:
        extra["embargo"] = item.embargo
    if item.status != "usable":
        extra["pub_status"] = item.status
    if companions.packages:
        extra["packages"] = list(unique(companions.packages))
    if companions.details:
        extra["associations"] = {**extra.get("associations", {}), **companions.details}
    kept, private = without_private(extra)
    related = tuple(dict.fromkeys((*item.links, *companions.related)))
    return replace(article, extra=kept, related=related), private


def _path_of(item: NewsItem, headline: str, identity: str) -> str:
    """The path of an article's file: by year and month, and the words of its headline."""
    slug = slugify(headline, max_length=_LONGEST_SLUG, word_boundary=True, save_order=True)
    if not slug:
        slug = hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:12]
    date = item.published
    if date is None:
        return f"{slug}.md"
    return f"{date.year:04}/{date.month:02}/{slug}.md" if date.month else f"{date.year:04}/{slug}.md"


def _without_headline(markdown: str, headline: str) -> tuple[str, bool]:
    """The text without a first heading that repeats the headline, and whether it had one."""
    heading = _HEADING.match(markdown)
    if heading and headline and _plain(heading["text"]) == _plain(headline):
        return markdown[heading.end() :], True
    return markdown, False


def _headline_of(markdown: str) -> str:
    """The words with which a text begins, for one that has no headline."""
    line = _plain(markdown.split("\n\n")[0].lstrip("#> "))
    if len(line) <= _LONGEST_HEADLINE:
        return line.rstrip(".")
    sentence = _SENTENCE.match(line)
    return sentence[0].rstrip(".") if sentence else f"{line[:_LONGEST_HEADLINE].rpartition(' ')[0]} …"


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", text).split())
