"""Rules on paths: which files are articles, output keys, escaped links."""

from __future__ import annotations

import os
import unicodedata
from urllib.parse import quote

INDEX = "index.html"


def href_of(path: str) -> str:
    """A file of the output as a link from the site's root, or a permalink as part of an address: escaped."""
    return quote(os.fsencode(path), safe="/~!$&'()*+,;=@-._")


def root_from(file: str) -> str:
    """The way from a file of the output to the site's root: "" or "../" for each folder."""
    return "../" * file.count("/")


def case_folded_path(file: str) -> str:
    """What two files must differ in to be two files on every file system: NFC, whatever the case."""
    if file.isascii():
        return file.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", file).casefold())


TEXT_ENDINGS = (".txt", ".md")
# A record, as the dumps hold it, stands for the text whose name it keeps: flood.txt.json for flood.txt.
RECORD_ENDING = ".json"
ARTICLE_ENDINGS = (*TEXT_ENDINGS, *(ending + RECORD_ENDING for ending in TEXT_ENDINGS))
METADATA = "metadata.csv"


def record_path(path: str) -> str:
    """The path that a source's record tells: one that is a record itself tells the text that it stands for."""
    return path[: -len(RECORD_ENDING)] if path.lower().endswith(RECORD_ENDING) else path
