"""Read Blogger's exports: each post and page is an article, with its comments."""

from __future__ import annotations

import datetime
import html
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from newsgen.errors import NewsgenError
from newsgen.importers.archives.members import Member, open_members
from newsgen.importers.blogger.entries import Element, read_elements
from newsgen.importers.blogger.kinds import (
    kind_of,
    labels_of,
    number_of,
    parent_of_comment,
    path_of,
    post_of_comment,
    url_of,
)
from newsgen.importers.conversion.addresses import claim_address
from newsgen.importers.conversion.article import Origin, Text, import_article
from newsgen.importers.conversion.fields import read_keys
from newsgen.importers.conversion.html_text import read_html_text
from newsgen.importers.conversion.personal_data import public_name, without_addresses
from newsgen.importers.conversion.pictures import SitePictures
from newsgen.importers.conversion.source_site import source_site
from newsgen.importers.imported import Imported
from newsgen.importers.input_files import InputFile
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.record.comment import Comment
from newsgen.record.dates import parse_date
from newsgen.record.import_entry import Entry
from newsgen.sources.field_values import has_host
from newsgen.text.urls import split_url
from newsgen.text.yaml.reader import Mapping as YamlMapping

_BREAK = re.compile(r"<br ?/?>|</p>|</div>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_UNKNOWN = ("anonymous", "unknown", "blogger")


class _Export(NamedTuple):
    comments: TemporaryIndex
    member: Member
    today: datetime.date


def read_blogger(files: Sequence[InputFile], today: datetime.date) -> Iterator[Imported]:
    """The articles of Blogger's exports."""
    with ExitStack() as stack:
        for found in open_members(files, stack):
            if not isinstance(found, Member):
                yield found
            elif found.path.lower().endswith((".xml", ".atom")) and not PurePosixPath(found.path).name.startswith(
                "theme"
            ):
                with TemporaryIndex() as comments:
                    yield from _read_feed(_Export(comments, found, today))
            else:
                suffix = PurePosixPath(found.path).suffix.lower()
                yield Entry("file", suffix, "left out", "it is no feed of posts", found.label)


def _read_feed(export: _Export) -> Iterator[Imported]:
    posts: set[str] = set()
    # What cannot be read is told by the second reading.
    with suppress(NewsgenError):
        yield from _index_comments(export)
    facts: dict[str, str] = {}
    has_site = False
    try:
        for line, entry in read_elements(export.member):
            if entry.name != "entry":
                _note_site(entry, facts)
                continue
            if not has_site:
                has_site = True
                yield source_site(facts)
            kind, status = kind_of(entry)
            place = f"{export.member.label}:{line}"
            if kind in ("post", "page"):
                posts.add(number_of(entry.text_of("id")))
                yield from _import_post(entry, place, status, export)
            elif kind != "comment":
                yield Entry(
                    "entry", kind or "unknown", "left out", "it is part of the old design, or of its settings", place
                )
    except NewsgenError as failed:
        yield from failed.problems
    for post in export.comments.find_all("post:"):
        if post not in posts:
            for _ in export.comments.find_all(f"comment:{post}:"):
                yield Entry("comment", "", "left out", "its post is not in the export", export.member.label)


def _note_site(element: Element, facts: dict[str, str]) -> None:
    if element.name == "title":
        facts["title"] = element.text.strip()
    elif element.name in ("subtitle", "description"):
        facts["description"] = element.text.strip()
    elif element.name == "link" and element.attributes.get("rel") == "alternate":
        facts["url"] = _site_of(element.attributes.get("href", ""))


def _index_comments(export: _Export) -> Iterator[Entry]:
    """Index the comments by their posts; yields an entry for each that is not shown."""
    for line, entry in read_elements(export.member):
        kind, status = kind_of(entry)
        if entry.name != "entry" or kind != "comment":
            continue
        post = post_of_comment(entry)
        if status or not post:
            reason = "it is not approved, or was deleted" if status else "it names no post"
            yield Entry("comment", "", "left out", reason, f"{export.member.label}:{line}")
            continue
        author = entry.find("author")
        name = public_name(author.text_of("name")) if author else ""
        number = number_of(entry.text_of("id"))
        values = {
            "id": number,
            "author": "" if name.lower() in _UNKNOWN else name,
            "date": entry.text_of("published"),
            "text": _plain(entry.text_of("content") or entry.text_of("title")),
            "parent": parent_of_comment(entry),
        }
        export.comments.add(f"post:{post}", post)
        export.comments.add(f"comment:{post}:{entry.text_of('published')}:{number}:{line}", json.dumps(values))


def _import_post(entry: Element, place: str, status: str, export: _Export) -> Iterator[Imported]:
    number = number_of(entry.text_of("id"))
    author = entry.find("author")
    address, path = url_of(entry), path_of(entry)
    labels = labels_of(entry)
    updated, published = entry.text_of("updated"), entry.text_of("published")
    values: dict[str, Any] = {
        "title": html.unescape(_TAG.sub("", entry.text_of("title"))),
        "authors": [author.text_of("name")] if author and author.text_of("name").lower() not in _UNKNOWN else [],
        "tags": labels,
        "published": published,
        # Blogger changes this date whenever its own form of a post changes.
        "permalink": path if not status else "",
        "description": entry.text_of("metaDescription"),
        "location": _location_of(entry),
        "blogger_updated": updated if updated[:10] > published[:10] else "",
        "status": status,
    }
    if kind_of(entry).kind == "page":
        values["blogger_type"] = "page"
    values = {key: value for key, value in values.items() if value not in ("", [])}
    keyed = read_keys(YamlMapping(values, {}, {}), place)
    keyed, double = claim_address(keyed, export.comments, export.today)
    site = _site_of(address)
    text = read_html_text(entry.text_of("content"), place, SitePictures({}, ""), lambda link: _own(link, site))
    comments = [_comment(json.loads(facts)) for facts in export.comments.find_all(f"comment:{number}:")]
    entries = (*text.entries, *(Entry("comment", "", "taken") for _ in comments))
    origin = Origin(place, f"blogger:{number}", note=double)
    yield from import_article(keyed, Text(text.markdown, (), comments, entries), origin, export.today)


def _comment(facts: dict[str, str]) -> Comment:
    try:
        date = parse_date(facts["date"])
    except ValueError:
        date = None
    return Comment(facts["id"], facts["author"], date, facts["text"], facts["parent"])


def _site_of(address: str) -> str:
    """The scheme and host of a whole web address, such as "https://quay.example"; "" for any other."""
    parts = split_url(address) if has_host(address) else None
    return f"{parts.scheme}://{parts.netloc}" if parts else ""


def _location_of(entry: Element) -> str:
    """The name of the place that a post is about; where on the globe it lies is nobody's business."""
    place = entry.find("location")
    return entry.text_of("featurename") or (place.text_of("name") or place.text.strip() if place else "")


def _own(link: str, site: str) -> str:
    """A link to the old site as a path; any other as it is. Blogger has a host for each country, and one for phones."""
    bare = re.sub("^https?:", "", site)
    name, dot, ending = bare.partition(".blogspot.")
    if dot and ending:
        found = re.match(rf"(?:https?:)?{re.escape(name)}\.blogspot\.[a-z.]{{2,6}}(?=/)", link)
        link = re.sub(r"\?m=1(?=#|$)", "", f"{bare}{link[found.end() :]}") if found else link
    if bare and re.sub("^https?:", "", link).startswith(f"{bare}/"):
        return re.sub("^https?:", "", link)[len(bare) :]
    return link


def _plain(text: str) -> str:
    """The text of a comment, a line for each of its lines."""
    plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    return without_addresses("\n".join(" ".join(line.split()) for line in plain.split("\n")).strip())
