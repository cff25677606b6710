"""Open a file of any of the kinds that databases export, by what it holds."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.archives.members import Member, open_members
from newsgen.importers.archives.packing import open_archive
from newsgen.importers.clippings.files.docx import UNREADABLE, is_docx, open_docx, read_docx
from newsgen.importers.clippings.files.html import declared_charset, is_html, read_html
from newsgen.importers.clippings.files.rtf import read_rtf
from newsgen.importers.clippings.files.source_text import SourceText
from newsgen.importers.input_files import InputFile
from newsgen.record.import_entry import Entry
from newsgen.text.encoding import decode_text

# Bytes of a file: databases give at most a thousand articles in one, which have a tenth of it.
_LARGEST = 1 << 27
_ZIP = b"PK\x03\x04"
_FIX = "Export it again, or save it as plain text."
_NOT_READ = "What it holds was not imported."
# Kinds of files in which databases give articles too, and that hold pages, not text.
_OTHER_KINDS = {
    b"%PDF": ("is a PDF, which holds pages and not text", "Export the same articles as text, RTF or DOCX."),
    b"\xd0\xcf\x11\xe0": ("is a document of Word before 2007", "Save it as DOCX, RTF or plain text."),
}


class OpenedFile(NamedTuple):
    """A file: how messages name it, and its text."""

    label: str
    source: SourceText


def open_files(files: Sequence[InputFile], encoding: str = "") -> Iterator[OpenedFile | Entry | Problem]:
    """The texts of files, also of those in ZIP archives, and what cannot be read.

    `encoding` is the codec of plain texts that are not UTF-8, "" for what their bytes say.
    """
    for file in files:
        with ExitStack() as stack:
            members = [_whole(file)] if _is_document(file) else open_members([file], stack)
            for member in members:
                yield _open(member, encoding) if isinstance(member, Member) else member


def _whole(file: InputFile) -> Member:
    return Member(file.label, file.path, file.size, file.open)


def _is_document(file: InputFile) -> bool:
    """Whether a file is to be read as it is, and not what it holds as an archive."""
    try:
        with file.open() as opened:
            if opened.read(len(_ZIP)) != _ZIP:
                return True
        with open_archive(file.file) as archive:
            return is_docx(archive)
    except UNREADABLE:
        # What opens it next says what is wrong.
        return False


def _open(member: Member, encoding: str) -> OpenedFile | Problem:
    if member.size > _LARGEST:
        message = f"has {member.size:,} bytes, more than any export"
        return Problem(member.label, 0, message, _NOT_READ, "Divide it between two articles.")
    try:
        return _read(member.label, member.read(), encoding)
    except NewsgenError as failed:
        return failed.problems[0]


def _read(label: str, raw: bytes, encoding: str) -> OpenedFile | Problem:
    for beginning, (message, fix) in _OTHER_KINDS.items():
        if raw.startswith(beginning):
            return Problem(label, 0, message, _NOT_READ, fix)
    try:
        if raw.startswith(_ZIP):
            with open_docx(io.BytesIO(raw)) as archive:
                if not is_docx(archive):
                    return Problem(label, 0, "is an archive in an archive", _NOT_READ, "Unpack it first.")
                return OpenedFile(label, read_docx(archive))
        if raw.lstrip()[:5] == b"{\\rtf":
            return OpenedFile(label, read_rtf(raw))
    except UNREADABLE as error:
        return Problem(label, 0, f"cannot be read: {error}", _NOT_READ, _FIX)
    if is_html(raw):
        return OpenedFile(label, read_html(_decode_html(raw, label, encoding)))
    return OpenedFile(label, SourceText(decode_text(raw, label, encoding).text))


def _decode_html(raw: bytes, label: str, encoding: str) -> str:
    """The text of a page, by the codec that it names if its bytes are valid in that."""
    declared = "" if encoding else declared_charset(raw)
    if declared and not raw.startswith(b"\xef\xbb\xbf"):
        try:
            return raw.decode(declared)
        except (UnicodeDecodeError, LookupError):
            pass
    return decode_text(raw, label, encoding).text
