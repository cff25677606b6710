"""Write a WACZ of a published site. Nothing that is held grows with the site, and nothing depends on the clock."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import IO, NamedTuple

from newsgen.commands.bag.wacz.capture_index import capture_line, index_blocks, index_head, revisit_line
from newsgen.commands.bag.wacz.package import Package
from newsgen.commands.bag.wacz.page_lists import BEGINNING, is_article, last_day, leads_on, list_head, page_line
from newsgen.commands.bag.wacz.sorted_lines import SortedLines
from newsgen.commands.bag.wacz.warc_writer import PublishedFile, WarcWriter
from newsgen.errors import NewsgenError, Problem
from newsgen.output.manifest import MANIFEST_FILE, ManifestEntry, read_manifest
from newsgen.output.streamed_files import checksum_of_file
from newsgen.record.inside import LeavesFolder, file_inside
from newsgen.record.media_types import type_of
from newsgen.record.paths import href_of
from newsgen.settings.site import Site
from newsgen.version import __version__

_WARC, _INDEX = "data.warc.gz", "index.html"
_HTML = "text/html"
_PIECE = 1 << 20
# The first moment that ZIP can state: that of a site on which no article has a day.
_NO_DAY = "1980-01-01"


class _Lists(NamedTuple):
    """What is gathered while the records are written: the lines of the index, and those of both lists of pages."""

    captures: SortedLines
    pages: IO[bytes]
    others: IO[bytes]


def write_wacz(output: Path, site: Site, day: str, target: Path) -> None:
    """Write the WACZ of what is published in a folder.

    All records are of one day: `day`, or where it is "" the last one on which an article was published or changed.
    Raises NewsgenError for a site without a URL, and for files that are not as newsgen published them; OSError if
    something cannot be read or written.
    """
    check_wacz(site)
    moment = f"{day or _last_day(output)}T00:00:00Z"
    with ExitStack() as stack:
        package = Package(stack.enter_context(zipfile.ZipFile(target, "x")))
        lists = _Lists(
            stack.enter_context(SortedLines()),
            stack.enter_context(tempfile.TemporaryFile()),
            stack.enter_context(tempfile.TemporaryFile()),
        )
        with package.stored(f"archive/{_WARC}", _size_of(output)) as stream:
            _write_records(_Records(output, site.url.rstrip("/"), moment), WarcWriter(stream, moment), site, lists)
        _write_index(package, lists.captures)
        package.write("pages/pages.jsonl", _with_head(list_head("pages", "All Pages"), lists.pages))
        package.write("pages/extraPages.jsonl", _with_head(list_head("extra-pages", "Extra Pages"), lists.others))
        package.finish(_describe(site, moment))


def check_wacz(site: Site) -> None:
    """Raise NewsgenError for a site of which no WACZ can be made: it has no URL."""
    if not site.url:
        reason = "A web archive keeps pages by their addresses."
        fix = "Set url: to where the site is published."
        raise NewsgenError([Problem("site.yaml", 0, "has no url, which --wacz needs", reason, fix)])


class _Records(NamedTuple):
    """What the records are made of: the folder of the site, its URL without "/" at the end, and their moment."""

    output: Path
    url: str
    moment: str

    @property
    def digits(self) -> str:
        """The moment as indexes have it."""
        return "".join(filter(str.isdigit, self.moment))


def _write_records(records: _Records, writer: WarcWriter, site: Site, lists: _Lists) -> None:
    about = [
        ("software", f"newsgen {__version__}"),
        ("format", "WARC File Format 1.1"),
        ("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
        ("isPartOf", site.title),
        ("description", site.description),
    ]
    writer.write_info(_WARC, [(name, value) for name, value in about if value])
    for entry in _front_page_first(records.output):
        _write_file(entry, records, writer, lists)


def _write_file(entry: ManifestEntry, records: _Records, writer: WarcWriter, lists: _Lists) -> None:
    """Write the record of a file, and add it to the lists; the page of a folder answers at two addresses."""
    place = published_file(records.output, entry.file)
    address = f"{records.url}/{href_of(entry.file)}"
    is_folder = entry.file == _INDEX or entry.file.endswith(f"/{_INDEX}")
    url = address.removesuffix(_INDEX) if is_folder else address
    with place.open("rb") as opened:
        file = PublishedFile(url, type_of(entry.file), place.stat().st_size, entry.digest)
        beginning = opened.read(BEGINNING) if file.media_type == _HTML else b""
        written = writer.write_response(file, _checked(beginning, opened, file, place))
    lists.captures.add(capture_line(file, written, records.digits, _WARC))
    if is_folder:
        also = writer.write_revisit(file, address)
        lists.captures.add(revisit_line(file, address, also, records.digits, _WARC))
    if file.media_type == _HTML and not leads_on(beginning):
        shown = lists.pages if is_article(beginning) or entry.file == _INDEX else lists.others
        shown.write(page_line(url, records.moment, beginning))


def _checked(beginning: bytes, rest: IO[bytes], file: PublishedFile, place: Path) -> Iterator[bytes]:
    """The pieces of a file. Raises NewsgenError at its end if they are not what was published."""
    checksum = sha256(beginning)
    yield beginning
    while piece := rest.read(_PIECE):
        checksum.update(piece)
        yield piece
    if checksum.digest() != file.digest:
        raise NewsgenError([altered(place)])


def _front_page_first(output: Path) -> Iterator[ManifestEntry]:
    manifest = output / MANIFEST_FILE
    yield from (entry for entry in read_manifest(manifest) if entry.file == _INDEX)
    yield from (entry for entry in read_manifest(manifest) if entry.file != _INDEX)
    yield ManifestEntry(MANIFEST_FILE, checksum_of_file(manifest) or b"")


def _size_of(output: Path) -> int:
    """The bytes of all published files."""
    return sum((output / entry.file).stat().st_size for entry in read_manifest(output / MANIFEST_FILE))


def _last_day(output: Path) -> str:
    days = [_NO_DAY]
    for entry in read_manifest(output / MANIFEST_FILE):
        if type_of(entry.file) == _HTML:
            with published_file(output, entry.file).open("rb") as opened:
                days = [max(*days, last_day(opened.read(BEGINNING)))]
    return days[0]


def _write_index(package: Package, captures: SortedLines) -> None:
    lines = [index_head("index.cdx.gz")]
    with package.stored("indexes/index.cdx.gz") as stream:
        for block in index_blocks(captures.read()):
            stream.write(block.content)
            lines.append(block.line)
    package.write("indexes/index.idx", lines)


def _with_head(head: bytes, lines: IO[bytes]) -> Iterator[bytes]:
    yield head
    lines.seek(0)
    while piece := lines.read(_PIECE):
        yield piece


def _describe(site: Site, moment: str) -> dict[str, object]:
    fields = {
        "title": site.title,
        "description": site.description,
        "created": moment,
        "software": f"newsgen {__version__}",
        "mainPageUrl": f"{site.url.rstrip('/')}/",
        "mainPageDate": moment,
    }
    return {name: value for name, value in fields.items() if value}


def published_file(output: Path, file: str) -> Path:
    """A file of the output that the manifest lists. Raises NewsgenError where a symbolic link leads there."""
    try:
        return file_inside(output, file)
    except LeavesFolder:
        raise NewsgenError([altered(output / file)]) from None


def altered(file: Path) -> Problem:
    """The problem of a file that is not as newsgen published it."""
    message, reason = "is not as newsgen published it", "The bag would vouch for what nobody meant to publish."
    fix = "Fix it with newsgen build --verify, remove the unfinished bag, and begin again."
    return Problem(str(file), 0, message, reason, fix)
