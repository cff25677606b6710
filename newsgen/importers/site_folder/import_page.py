"""Import a page of a site's folder whose text its program's own language was taken out of."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from newsgen.importers.conversion.addresses import claim_address
from newsgen.importers.conversion.article import Origin, Text, import_article
from newsgen.importers.conversion.article_paths import name_of
from newsgen.importers.conversion.bodies import as_markdown
from newsgen.importers.conversion.fields import read_keys
from newsgen.importers.conversion.statuses import is_future
from newsgen.importers.imported import Imported, ImportedFile, ImportedRedirect
from newsgen.importers.site_folder.attributes import drop_attributes
from newsgen.importers.site_folder.embedded_code import CodeAccount
from newsgen.importers.site_folder.folder import SiteFolder
from newsgen.importers.site_folder.markdown_text import rewrite_addresses
from newsgen.importers.site_folder.page import SourcePage, with_values
from newsgen.importers.site_folder.page_keys import adapt_keys, name_people
from newsgen.importers.site_folder.raw_html import ConvertedText
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.record.dates import PartialDate
from newsgen.record.import_entry import Entry
from newsgen.record.names import leaves_folder, name_fault, safe_path
from newsgen.sources.field_values import has_host
from newsgen.text.urls import join_url

_NO_PAGES: Mapping[str, str] = {}


class PageFacts(NamedTuple):
    """What a program's rules say of a page: its permanent name, its address ("" if unknown), its file's path below the
    articles folder, and why it is not public. `beside` are files of its own by their names, and `address_beside` is
    where the old site had them. `rewrite` changes addresses in its text, and `addresses` knows those of other pages.
    """

    id: str
    address: str
    path: str
    is_html: bool = False
    status: str = ""
    people: Mapping[str, str] = _NO_PAGES
    entries: tuple[Entry, ...] = ()
    shows_future: bool = False
    beside: Mapping[str, str] = _NO_PAGES
    rewrite: Callable[[str], str] | None = None
    note: str = ""
    addresses: TemporaryIndex | None = None


def page_file(date: PartialDate | None, name: str) -> str:
    """The path of a page's file below the articles folder, by its date and its old file's name."""
    folder = f"{date.year:04}/{date.month:02}/" if date and date.month else ""
    plain = name if not name_fault(name) and len(name) < 100 else name_of(name) or "page"
    return f"{folder}{plain}.md"


def import_page(page: SourcePage, facts: PageFacts, folder: SiteFolder, today: datetime.date) -> Iterator[Imported]:
    """The article of a page with its own files, or the redirect that it is."""
    target = page.get("redirect_to")
    target = target[0] if isinstance(target, list) and target else target
    if isinstance(target, str) and not facts.address and not page.text.strip():
        yield Entry("page", "redirect", "left out", "its old address is not known", page.label)
        return
    if isinstance(target, str) and facts.address and not facts.status:
        yield Entry("page", "redirect", "taken")
        yield ImportedRedirect(facts.address.partition("?")[0], target)
        return
    day = datetime.date.max if facts.shows_future else today
    files = _place_files(facts, folder, bool(facts.beside) and _is_hidden(page, facts, day))
    keys, entries = adapt_keys(page.keys, lambda address: _picture_path(address, facts, files))
    keys = name_people(keys, facts.people)
    address = facts.address if not leaves_folder(facts.address) else ""
    keys = with_values(keys, {"permalink": None, "url": None})
    if address:
        keys = with_values(keys, {"permalink": address})
    keyed = read_keys(keys, page.label)
    # What the program's rules add is no field that the page declares.
    keyed = keyed._replace(entries=tuple(entry for entry in keyed.entries if entry.name in page.keys.values))
    if facts.status:
        keyed = keyed._replace(status=keyed.status or facts.status)
    if facts.is_html:
        markdown = as_markdown(page.text, "html")
        text, body_entries = markdown.text, markdown.entries
    else:
        account = CodeAccount("Markdown", page.label)
        converted = ConvertedText(drop_attributes(page.text, account))
        text, body_entries = converted.text, (*account.entries, *converted.entries)
        if converted.has_html:
            reason = "HTML in the text, which is shown where site.yaml has markdown: {html: true}"
            body_entries += (Entry("HTML in Markdown", "", "kept raw", reason, page.label),)
    text = rewrite_addresses(text, lambda address: _rewrite(address, facts, files))
    keyed, double = claim_address(keyed, facts.addresses, day) if facts.addresses else (keyed, "")
    origin = Origin(page.label, facts.id, facts.path, double or facts.note)
    imported = Text(text.strip("\n"), tuple(files.values()), (), (*facts.entries, *entries, *body_entries))
    yield from import_article(keyed, imported, origin, day)


def _is_hidden(page: SourcePage, facts: PageFacts, today: datetime.date) -> bool:
    """Whether a page is not public, so that nobody may find its files either."""
    keyed = read_keys(page.keys, page.label)
    return bool(facts.status or keyed.status or is_future(keyed.fields.get("published"), today))


def _place_files(facts: PageFacts, folder: SiteFolder, is_hidden: bool) -> dict[str, ImportedFile]:
    """The page's own files by their names: at their old addresses, or beside a text that is not public."""
    placed = {}
    stem = PurePosixPath(facts.path).stem
    for name, path in facts.beside.items():
        where = f"{stem}/{name}" if is_hidden or not facts.address else join_url(facts.address, name)
        placed[name] = ImportedFile(safe_path(where), folder.files[path].file)
    return placed


def _rewrite(address: str, facts: PageFacts, files: Mapping[str, ImportedFile]) -> str:
    bare, mark, rest = _split(address)
    own = files.get(unquote(bare.removeprefix("./")))
    if own:
        return f"{own.path.replace(' ', '%20')}{mark}{rest}"
    return facts.rewrite(address) if facts.rewrite else address


def _split(address: str) -> tuple[str, str, str]:
    for mark in "#?":
        if mark in address:
            return address.partition(mark)
    return address, "", ""


def _picture_path(address: str, facts: PageFacts, files: Mapping[str, ImportedFile]) -> str:
    own = files.get(address.removeprefix("./"))
    if own:
        return own.path
    if has_host(address) or address.startswith("//"):
        return address
    if leaves_folder(address):
        return ""
    return safe_path(f"/{address.lstrip('/')}")
