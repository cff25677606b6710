"""The first reading of an export: the site, its people and terms, and all that articles refer to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from newsgen.errors import Problem
from newsgen.importers.input_files import ByteCount, InputFile
from newsgen.importers.wordpress.addresses.own_urls import own_urls
from newsgen.importers.wordpress.addresses.permalinks import read_permalink
from newsgen.importers.wordpress.fields.people import guest_keys
from newsgen.importers.wordpress.fields.picture import read_attachment
from newsgen.importers.wordpress.fields.translations import SIGNS as TRANSLATION_SIGNS
from newsgen.importers.wordpress.fields.translations import group_of
from newsgen.importers.wordpress.index import PostRow
from newsgen.importers.wordpress.media import MediaLibrary
from newsgen.importers.wordpress.post_types import RESTRICTING, is_restricted, role_of
from newsgen.importers.wordpress.source import Source
from newsgen.importers.wordpress.wxr.export_file import Part, read_parts
from newsgen.importers.wordpress.wxr.head import SiteHead, parse_author, parse_head, parse_term
from newsgen.importers.wordpress.wxr.item import Item
from newsgen.importers.wordpress.wxr.read_item import glance_at_post, parse_item

_BASE = re.compile(r"(?:https?:)?//(?:www\.)?")


def read_first(files: Sequence[InputFile], uploads: Path | None, source: Source) -> Iterator[Problem | InputFile]:
    """Fill `source` from all files. Yields those that are exports of its site, and a problem for each of the others."""
    for file in files:
        try:
            # The bar shows the second reading, which takes longer.
            for part in read_parts(replace(file, count=ByteCount())):
                if part.name == "head":
                    head = parse_head(part.decoded.text, part.prefixes)
                    problem = _join_head(head, part.decoded.text, file, source)
                    if problem:
                        yield problem
                        break
                    source.library = source.library or MediaLibrary(source.index, source.own, uploads)
                    yield file
                elif part.name != "file":
                    _learn(part, file, source)
        except OSError as error:
            yield Problem(
                file.label,
                0,
                f"cannot be read: {error.strerror}",
                "Nothing of it was imported.",
                "Check its permissions.",
            )
    source.index.finish_attachments()


def place_of(file: InputFile, part: Part) -> str:
    """Where a part of an export stands, for messages."""
    return f"{file.label}:{part.line}"


def key_of(item: Item) -> str:
    """What tells an item apart from all others of its site: its number, or what else says which one it is."""
    return item.id or item.guid or item.link or f"{item.type} {item.name} {item.date} {item.title}"


def key_of_another(key: str, place: str) -> str:
    """The key of a second item of the same key in one file, which stands at a place."""
    return f"{key}@{place.rpartition(':')[2]}"


def _join_head(head: SiteHead, text: str, file: InputFile, source: Source) -> Problem | None:
    """Add a file's head to the source; a problem if the file is no export, or one of another site."""
    if "<rss" not in text and "<item" not in text and not head.version:
        return Problem(
            file.label,
            0,
            "is no export of WordPress",
            "Nothing of it was imported.",
            "Export the site in WordPress by Tools, Export, All content, and name the file that it gives.",
        )
    known, own = (_BASE.sub("", site.base_blog_url or site.link).rstrip("/").lower() for site in (source.site, head))
    if known and own and known != own:
        return Problem(
            file.label,
            0,
            f"is an export of {own}, and the first one is of {known}",
            "Their articles have the same numbers, and would replace each other.",
            "Import each site by itself, into a folder of its own.",
        )
    if not known:
        source.site = head
        source.own = own_urls(filter(None, (head.base_blog_url, head.link)))
    return None


def _learn(part: Part, file: InputFile, source: Source) -> None:
    text = part.decoded.text
    if part.name == "author":
        author = parse_author(text, part.prefixes)
        if author.login:
            source.people.add(author)
    elif part.name != "item":
        term = parse_term(part.name, text, part.prefixes)
        if term.taxonomy and term.nicename:
            source.terms[term.taxonomy, term.nicename] = term
    elif text:
        _learn_item(part, file, source)


def _learn_item(part: Part, file: InputFile, source: Source) -> None:
    text = part.decoded.text
    item = glance_at_post(text, part.prefixes, (*RESTRICTING, *TRANSLATION_SIGNS)) or parse_item(text, part.prefixes)
    place = place_of(file, part)
    role = role_of(item.type)
    is_hidden = item.is_protected or bool(part.fault) or is_restricted(item) or item.says_nothing
    is_public = item.status == "publish" and not is_hidden
    if role == "attachment":
        is_shown = item.status not in ("trash", "private", "auto-draft", "draft") and not item.is_protected
        if is_shown and item.id:
            source.index.add_attachment(read_attachment(item, source.own, place))
    elif role == "block" and is_public:
        source.index.add_block(item.id, item.content)
    elif role == "guest":
        for key, name in guest_keys(item).items():
            source.index.add_guest(key, name)
    permalink = read_permalink(item, source.own) if role == "article" and is_public else ""
    key = key_of(item)
    is_article = is_public and role == "article"
    if not source.index.add_new_post(PostRow(key, place, is_article, permalink)):
        known = source.index.post(key)
        if (
            known
            and known.permalink
            and permalink
            and known.permalink != permalink
            and _file(known.place) == file.label
        ):
            # Two items of one file are two, whatever their numbers say.
            key = key_of_another(key, place)
        source.index.add_post(PostRow(key, place, is_article, permalink))
    if permalink:
        source.index.claim_permalink(permalink, key)
    group = group_of(item) if is_article else None
    if group:
        source.index.add_translation(key, *group)


def _file(place: str) -> str:
    return place.rpartition(":")[0]
