"""Run the readers of imports on files that a test writes, and look at what they find."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from newsgen.errors import Problem
from newsgen.importers.imported import Imported, ImportedArticle
from newsgen.importers.input_files import ByteCount, InputFile, find_input_files
from newsgen.record.import_entry import Entry

TODAY = date(2026, 1, 1)


def write_files(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder, by their paths."""
    for path, content in files.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def zip_of(files: Mapping[str, str | bytes]) -> bytes:
    """The bytes of a ZIP with files by their names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return made.getvalue()


def damaged_zip_of(path: str, content: str) -> bytes:
    """The bytes of a ZIP with one file whose checksum is wrong, as that of a file is whose bytes were damaged."""
    archive = bytearray(zip_of({path: content}))
    archive[archive.index(b"PK\x01\x02") + 16] ^= 1
    return bytes(archive)


def read_all(read: Callable[[Sequence[InputFile]], Iterator[Imported]], *sources: Path) -> list[Imported]:
    """All that a reader finds in files and folders."""
    return list(read(find_input_files([str(source) for source in sources], ByteCount())))


def articles_in(found: Iterable[Imported]) -> list[ImportedArticle]:
    """The articles that were found."""
    return [item for item in found if isinstance(item, ImportedArticle)]


def only_article(found: Iterable[Imported]) -> ImportedArticle:
    """The one article that was found."""
    (article,) = articles_in(found)
    return article


def markdown_of(imported: ImportedArticle) -> str:
    """The text of an article."""
    return "\n\n".join(block.text for block in imported.article.body)


def entries_in(found: Iterable[Imported]) -> list[Entry]:
    """The entries of the account, those of articles among them."""
    found = list(found)
    own = [entry for item in articles_in(found) for entry in item.entries]
    return [*own, *(item for item in found if isinstance(item, Entry))]


def count_entries(found: Iterable[Imported], kind: str) -> Counter[tuple[str, str]]:
    """How many entries of a kind there are by name and outcome."""
    return Counter((entry.name, entry.outcome) for entry in entries_in(found) if entry.kind == kind)


def reasons_in(found: Iterable[Imported], kind: str) -> list[str]:
    """The reasons of the entries of a kind."""
    return [entry.reason for entry in entries_in(found) if entry.kind == kind]


def messages_in(found: Iterable[Imported]) -> list[str]:
    """What is wrong, with the line."""
    return [f"{item.line}: {item.message}" for item in found if isinstance(item, Problem)]
