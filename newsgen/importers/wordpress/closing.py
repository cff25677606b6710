"""What comes behind the last article: files of the media library, their pages, and all redirects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsgen.importers.imported import Imported, ImportedRedirect
from newsgen.importers.wordpress.addresses.listings import Listings
from newsgen.importers.wordpress.addresses.permalinks import read_permalink
from newsgen.importers.wordpress.addresses.redirect_rules import KIND, Rule, redirect_of, site_path
from newsgen.importers.wordpress.index import Attachment
from newsgen.importers.wordpress.source import Source
from newsgen.importers.wordpress.wxr.item import Item
from newsgen.record.import_entry import Entry
from newsgen.record.names import safe_path

_MISSING = "Its file is not there: missing-files.txt names it."


def close_source(source: Source, listings: Listings, rules: Iterable[tuple[Rule, str]]) -> Iterator[Imported]:
    """Files that no article shows, and the redirects. An old address that an article has is none.

    A redirect inside the site leads to what the site will have for sure: a build stops at any other.
    """
    for attachment in source.index.attachments():
        yield from _attachment(attachment, source)
    for found in _rules(source, rules):
        yield from _checked(found, source)
    for found in listings.find_redirects(source):
        yield from _checked(found, source)


def _checked(found: ImportedRedirect | Entry, source: Source) -> Iterator[Imported]:
    if isinstance(found, Entry) or not source.index.owner_of(found.old):
        yield found


def _rules(source: Source, rules: Iterable[tuple[Rule, str]]) -> Iterator[ImportedRedirect | Entry]:
    for rule, place in rules:
        redirect, entry = redirect_of(rule, source.own, place)
        if not redirect:
            yield entry
        elif source.index.owner_of(redirect.old):
            yield Entry(KIND, "", "left out", "An article has its old address.", place)
        else:
            target = _known_target(redirect.target, source)
            if target:
                yield ImportedRedirect(redirect.old, target)
                yield entry
            else:
                yield Entry(KIND, "", "left out", "The export has nothing at the address that it leads to.", place)


def _known_target(target: str, source: Source) -> str:
    """A target that the site has: another site, the front page, or the permalink of an article that is public."""
    if not target.startswith("/") or target == "/":
        return target
    path = target.partition("#")[0].partition("?")[0]
    owner = source.index.owner_of(target) or source.index.owner_of(path)
    permalink = _permalink_of(owner, source)
    if permalink:
        return permalink
    media = source.library.find(target) if source.library else None
    return safe_path(media.path) if media and media.file else ""


def _permalink_of(key: str, source: Source) -> str:
    """The permalink of a public article; "" where it has none, or another article has it."""
    row = source.index.post(key) if key else None
    has_it = row and row.is_public and row.permalink and source.index.owner_of(row.permalink) == key
    return row.permalink if row and has_it else ""


def _attachment(attachment: Attachment, source: Source) -> Iterator[Imported]:
    parent = source.index.post(attachment.parent) if attachment.parent else None
    place = attachment.place
    if parent and not parent.is_public and not source.index.is_used(attachment.path):
        yield Entry("attachment", "", "left out", "It belongs to an article that is not public.", place)
        return
    if not attachment.path or not source.library:
        yield Entry("attachment", "", "left out", "It names no file.", place)
        return
    media = source.library.of_attachment(attachment)
    if not source.index.is_used(attachment.path):
        yield media.imported(place)
    yield Entry("attachment", "", "taken", "" if media.file else _MISSING, place)
    target = _permalink_of(attachment.parent, source)
    if not target and not (parent and parent.is_public) and media.file:
        target = safe_path(attachment.path)
    if target:
        for old in _page_addresses(attachment, source):
            if not source.index.owner_of(old):
                yield ImportedRedirect(old, target)


def _page_addresses(attachment: Attachment, source: Source) -> Iterator[str]:
    yield f"/?attachment_id={attachment.id}"
    link = site_path(attachment.link, source.own) if attachment.link else ""
    if link and link != f"/?attachment_id={attachment.id}" and link != attachment.path:
        yield link


def attachment_addresses(item: Item, source: Source) -> tuple[str, ...]:
    """The pages of the files of an article that has no permalink by which redirects could lead to it."""
    if read_permalink(item, source.own) or not item.id:
        return ()
    attachments = source.index.attachments_of(item.id)
    return tuple(address for attachment in attachments for address in _page_addresses(attachment, source))
