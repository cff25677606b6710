"""Rules on paths: which files are articles, which paths are the same file, how links are escaped."""

from __future__ import annotations

import os
import re
import unicodedata
from urllib.parse import quote

INDEX = "index.html"
# The files that were written into articles, in the output.
EMBEDDED_FOLDER = "media/embedded"
# What stands in the path of a URL as it is.
_UNESCAPED = "/~!$&'()*+,;=@-._"
_PLAIN = re.compile(f"[A-Za-z0-9{re.escape(_UNESCAPED)}]*")


def href_of(path: str) -> str:
    """The escaped link from the site's root to an output file; also a permalink escaped as part of a URL."""
    # Nearly all are plain, and `quote` takes three times as long to see it. Templates may pass on anything.
    if type(path) is str and _PLAIN.fullmatch(path):
        return path
    return quote(os.fsencode(path), safe=_UNESCAPED)


def root_from(file: str) -> str:
    """The relative link from an output file to the site's root: "../" for each of its folders."""
    return "../" * file.count("/")


def case_folded_path(file: str) -> str:
    """A path in NFC and without case: two files that differ in it are two files on every file system."""
    if file.isascii():
        return file.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", file).casefold())


MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
TEXT_ENDINGS = (".txt", *MARKDOWN_ENDINGS)
# Pages, and articles where they begin with front matter, as those of Jekyll and WordPress exports do.
HTML_ENDINGS = (".html", ".htm")
# flood.txt.json holds the record of flood.txt, as the dumps do, and replaces it.
RECORD_ENDING = ".json"
ARTICLE_ENDINGS = (*TEXT_ENDINGS, *(ending + RECORD_ENDING for ending in (*TEXT_ENDINGS, *HTML_ENDINGS)))
# Formats of texts that are no articles as they are.
FOREIGN_TEXT_ENDINGS = (
    *(".html", ".htm", ".xhtml", ".mht", ".mhtml", ".warc", ".epub", ".docx", ".doc", ".odt", ".rtf", ".pdf", ".pages"),
    *(".tex", ".rst", ".adoc", ".org", ".mdx", ".text", ".xml", ".json", ".csv", ".eml", ".msg"),
)
METADATA = "metadata.csv"
# flood.comments.jsonl holds the comments on flood.txt or flood.md.
COMMENTS_ENDING = ".comments.jsonl"


def record_path(path: str) -> str:
    """The `path` field of a source's record; for a JSON record that of the text which it replaces."""
    return path[: -len(RECORD_ENDING)] if path.lower().endswith(RECORD_ENDING) else path


def comments_path(path: str) -> str:
    """The path of the file with the comments of the article at a path."""
    return path.rpartition(".")[0] + COMMENTS_ENDING
