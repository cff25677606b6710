"""What a reader of another system's files finds: articles with the files that they show, redirects, and the rest.

A reader is a function from files to an iterator of these. It never writes, and it holds no more of the source in
memory than it must.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from newsgen.errors import Problem
from newsgen.importers.input_files import InputFile
from newsgen.record.article import Article
from newsgen.record.import_entry import Entry

# Why an article is not public in its source; "" for one that is.
Status = Literal["", "draft", "private", "pending", "future", "trash"]


class ImportedFile(NamedTuple):
    """A file that an article shows or links to.

    `path` begins with "/" for one below the folder `static`, and is relative to the article's folder otherwise.
    `content` is the file itself, or opens a stream of its bytes.
    """

    path: str
    content: Path | Callable[[], BinaryIO]

    def open(self) -> BinaryIO:
        """Open a stream of its bytes."""
        return self.content.open("rb") if isinstance(self.content, Path) else self.content()


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """An article of the source.

    `article.id` names the source and the article in it ("wordpress:101"); a later article of the same id replaces it.
    `article.path` is where it goes below the articles folder ("2019/05/mill-wheel.md"). Its body is one Markdown
    block, and its comments were public in the source.
    `place` is where it stands in the source, and `entries` is its part of the account. Of two articles of one id that
    have a `version`, the one whose version sorts later counts, in whatever order they are imported. An article that
    `is_withheld` is whole and not for the public: `publish: false`.
    """

    article: Article
    place: str
    status: Status = ""
    files: tuple[ImportedFile, ...] = ()
    entries: tuple[Entry, ...] = ()
    version: str = ""
    is_withheld: bool = False


class ImportedKill(NamedTuple):
    """That an article, by its id, was taken back by its sender, who says so in an item of its own."""

    id: str


class MissingFile(NamedTuple):
    """A file that is shown or linked to and that the source does not hold: its path as in `ImportedFile`, its URL."""

    path: str
    url: str
    place: str


class ImportedRedirect(NamedTuple):
    """An old path of the source's site, and the path or URL where it leads now."""

    old: str
    target: str


@dataclass(frozen=True, slots=True)
class SourceSite:
    """What a source says of its whole site: settings for a site.yaml where there is none.

    `query_script` says whether its old addresses have queries ("/?p=101").
    """

    title: str = ""
    description: str = ""
    url: str = ""
    language: str = ""
    timezone: str = ""
    query_script: bool = False


Imported = ImportedArticle | ImportedKill | ImportedFile | ImportedRedirect | MissingFile | SourceSite | Entry | Problem
Reader = Callable[[Sequence[InputFile]], Iterator[Imported]]
