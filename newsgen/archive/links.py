"""The links and images of articles' texts: where each address leads, and which file is published for it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.image_row import IMAGE_COLUMNS, image_from_row
from newsgen.record.paths import EMBEDDED_FOLDER
from newsgen.text.markup.links import is_local

if TYPE_CHECKING:
    from newsgen.text.markup.article_links import LocalLink

# What each address in an article's text leads to: a link from the site's root, a whole URL, or "" for nothing. A link
# that leads nowhere is not among them.
LinkTargets = Mapping[str, str]


class ResolvedLink(NamedTuple):
    """What an address leads to, the file that is published for it, and its fault.

    The fault is MISSING, DANGLING or OPEN, "" for none.
    """

    target: str
    media: str = ""
    fault: str = ""


# An image that is not there, a link that leads nowhere, and a link that may lead to a page of the site's own: which of
# them there are is known once all files are planned.
MISSING, DANGLING, OPEN = "missing", "dangling", "open"


class LinkPlace(NamedTuple):
    """An address and where it stands: the article's path and the line of its source."""

    path: str
    address: str
    line: int


class OpenLink(NamedTuple):
    """A link that may lead to a page of the site's own: its article's number, path and permalink, and its address."""

    article: int
    path: str
    permalink: str
    address: str


class FragmentLink(NamedTuple):
    """A link to a fragment of another article: the two articles' paths, the link as it is written, and its line."""

    path: str
    address: str
    line: int
    target_path: str

    @property
    def fragment(self) -> str:
        """What stands behind the link's "#"."""
        return self.address.partition("#")[2]


class LinkTable:
    """The table `links`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def add(self, links: Iterable[tuple[int, LocalLink]]) -> None:
        """Add the links of articles, by the articles' numbers; they lead nowhere until they are resolved."""
        self._state.executemany(
            "INSERT INTO links VALUES(?, ?, ?, ?, '', '', '')",
            ((article, encode_path(link.address), link.is_image, link.line) for article, link in links),
        )

    def remove(self, article: int) -> None:
        """Remove the links of an article."""
        self._state.execute("DELETE FROM links WHERE article_id = ?", (article,))

    def update_lines(self, article: int, links: Iterable[LocalLink]) -> None:
        """Take over on which lines of its source the links of an article stand."""
        self._state.executemany(
            "UPDATE links SET line = ? WHERE article_id = ? AND address = ?",
            ((link.line, article, encode_path(link.address)) for link in links),
        )

    def targets(self, path: str) -> dict[str, str]:
        """What each address of an article leads to: a link from the site's root, a URL, or ""."""
        rows = self._state.execute(
            f"SELECT l.address, l.target, {IMAGE_COLUMNS} FROM links l LEFT JOIN images p ON p.media = l.media"
            " WHERE l.article_id = (SELECT id FROM articles WHERE path = ?) AND l.fault <> ? ORDER BY l.address",
            (encode_path(path), DANGLING),
        )
        return {decode_path(row[0]): _target(decode_path(row[1]), row[2:]) for row in rows}

    def of_article(self, article: int) -> list[tuple[str, bool]]:
        """The addresses of an article, each with whether it is shown as an image."""
        rows = self._state.execute("SELECT address, is_image FROM links WHERE article_id = ?", (article,))
        return [(decode_path(address), bool(is_image)) for address, is_image in rows]

    def resolve(self, article: int, address: str, found: ResolvedLink) -> None:
        """Record what an address leads to."""
        self._state.execute(
            "UPDATE links SET target = ?, media = ?, fault = ? WHERE article_id = ? AND address = ?",
            (encode_path(found.target), encode_path(found.media), found.fault, article, encode_path(address)),
        )

    def open_links(self) -> list[OpenLink]:
        """The links that may lead to a page of the site's own."""
        rows = self._state.execute(
            "SELECT l.article_id, a.path, a.permalink, l.address FROM links l JOIN articles a ON a.id = l.article_id"
            " WHERE l.fault = ?",
            (OPEN,),
        )
        return [OpenLink(number, *map(decode_path, texts)) for number, *texts in rows]

    def media_of(self, article: int, address: str) -> str:
        """The file that is published for an address; "" for none."""
        row = self._state.execute(
            "SELECT media FROM links WHERE article_id = ? AND address = ?", (article, encode_path(address))
        ).fetchone()
        return decode_path(row[0]) if row else ""

    def linking_articles(self) -> list[str]:
        """The paths of the articles whose texts hold an address inside the site."""
        rows = self._state.execute(
            "SELECT DISTINCT a.path FROM links l JOIN articles a ON a.id = l.article_id ORDER BY a.path"
        )
        return [decode_path(path) for (path,) in rows]

    def published_media(self) -> list[str]:
        """The files that articles show or link to, by their paths in the output."""
        rows = self._state.execute("SELECT DISTINCT media FROM links WHERE media <> '' ORDER BY media")
        return [decode_path(media) for (media,) in rows]

    def embedded_files(self) -> dict[str, list[str]]:
        """The files that were written into articles, by their paths in the output, each with the paths of these."""
        rows = self._state.execute(
            "SELECT DISTINCT media FROM links WHERE media >= ? AND media < ? ORDER BY media",
            (encode_path(f"{EMBEDDED_FOLDER}/"), encode_path(f"{EMBEDDED_FOLDER}0")),
        )
        return {file: self.articles_with_media(file) for file in [decode_path(media) for (media,) in rows]}

    def shown_media(self) -> set[str]:
        """The files that articles show, and do not only link to, by their paths in the output."""
        rows = self._state.execute("SELECT DISTINCT media FROM links WHERE media <> '' AND is_image")
        return {decode_path(media) for (media,) in rows}

    def articles_with_media(self, media: str) -> list[str]:
        """The paths of the articles that show a file or link to it."""
        rows = self._state.execute(
            "SELECT a.path FROM links l JOIN articles a ON a.id = l.article_id WHERE l.media = ? AND l.media <> ''",
            (encode_path(media),),
        )
        return [decode_path(path) for (path,) in rows]

    def fragment_links(self) -> Iterator[FragmentLink]:
        """The links to fragments of other articles' pages, by path, line and address."""
        rows = self._state.execute(
            "SELECT a.path, l.address, l.line, o.path FROM links l JOIN articles a ON a.id = l.article_id"
            " JOIN articles o ON o.href = substr(l.target, 1, instr(l.target, '#') - 1)"
            " WHERE l.media = '' AND l.fault = '' AND instr(l.target, '#') ORDER BY a.path, l.line, l.address"
        )
        for path, address, line, target_path in rows:
            yield FragmentLink(decode_path(path), decode_path(address), line, decode_path(target_path))

    def with_fault(self, fault: str) -> Iterator[LinkPlace]:
        """The addresses with a fault, in the order of their places."""
        rows = self._state.execute(
            "SELECT a.path, l.address, l.line FROM links l JOIN articles a ON a.id = l.article_id WHERE l.fault = ?"
            " ORDER BY a.path, l.line, l.address",
            (fault,),
        )
        yield from (LinkPlace(decode_path(path), decode_path(address), line) for path, address, line in rows)


def href_from(targets: LinkTargets, address: str, root: str) -> str:
    """The link for an address on a page from which `root` leads to the site's root."""
    target = targets.get(address)
    if target is None:
        return address
    return root + target if target and is_local(target) else target


def fragment_of(target: str) -> str:
    """The fragment of a link with its "#"; "" for none."""
    return "".join(target.partition("#")[1:])


def _target(target: str, row: tuple[Any, ...]) -> str:
    """What a link leads to; a link to a file that is shown as an image leads to the file that is published for it."""
    if row[0] is None:
        return target
    image = image_from_row(row)
    return image.href + fragment_of(target) if image else ""
