"""Read files with the importer of agencies' items, and give what they became as plain values."""

import datetime
from pathlib import Path
from typing import Any

from newsgen.importers.agency.read import read_agency
from newsgen.importers.article_record import record_of
from newsgen.importers.imported import Imported, ImportedArticle
from newsgen.importers.input_files import ByteCount, InputFile, find_input_files
from newsgen.record.import_entry import Entry

EXAMPLES = Path(__file__).parent / "examples"
NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def read_paths(*paths: Path) -> list[Imported]:
    """What the importer finds in files and folders."""
    return list(read_agency(find_input_files([str(path) for path in paths], ByteCount()), NOW))


def read_texts(folder: Path, *texts: str | bytes) -> list[Imported]:
    """What the importer finds in files with these contents, in their order."""
    files = []
    for number, text in enumerate(texts):
        file = folder / f"item{number}"
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        files.append(InputFile(file.name, file.name, file))
    return list(read_agency(files, NOW))


def articles_in(found: list[Imported]) -> list[ImportedArticle]:
    """The articles among what was found."""
    return [item for item in found if isinstance(item, ImportedArticle)]


def records_in(found: list[Imported]) -> list[dict[str, Any]]:
    """The articles among what was found, as plain values."""
    return [record_of(article) for article in articles_in(found)]


def entries_in(found: list[Imported]) -> list[Entry]:
    """The whole account."""
    entries = [entry for article in articles_in(found) for entry in article.entries]
    return entries + [item for item in found if isinstance(item, Entry)]
