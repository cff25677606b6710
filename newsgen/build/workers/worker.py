"""The work of a process: articles are read, pictures and parts of dumps made, and pages rendered and written.

A worker is made from a `Job` in whatever process it shall work. It reads the index and never writes it; what it did it
tells in rows, which the one process that keeps the index records.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar

from newsgen.archive.archive import Archive
from newsgen.archive.database import connect, encode_path
from newsgen.archive.entry import IndexEntry, make_index_entry
from newsgen.archive.targets import SEARCH_FILE, describe_target
from newsgen.build.workers.breadcrumbs import Breadcrumb
from newsgen.build.workers.spool import Spool, SpoolEntry, for_page
from newsgen.errors import NewsgenError, Problem
from newsgen.images.cache import ImageCache
from newsgen.images.profile import ImageProfile
from newsgen.images.renditions import ImageResult, make_image
from newsgen.output.dumps.cache import ChunkCache
from newsgen.output.dumps.chunks import Chunk, DumpEntry, write_chunk
from newsgen.output.files import write_if_changed
from newsgen.output.register import files_of
from newsgen.pages.plan import plan_pages
from newsgen.pages.site_frame import Frame, make_frame
from newsgen.record.article import Article
from newsgen.record.digests import digest_of
from newsgen.record.redaction import redact
from newsgen.record.serialise import RecordParts, make_record_parts
from newsgen.render.renderer import Renderer
from newsgen.search.article_words import find_article_words, pack_words
from newsgen.search.excerpts import make_excerpt
from newsgen.search.index.files import make_file
from newsgen.settings.site import Site
from newsgen.settings.theme import Theme
from newsgen.sources.fields import Fields
from newsgen.sources.files import Source
from newsgen.sources.load import load_article
from newsgen.text.language.article_tokens import tokenise_article
from newsgen.text.markup.html import render_body
from newsgen.text.similarity.fingerprint import make_fingerprint

_Item = TypeVar("_Item")
_SPOOLED = ", ".join(SpoolEntry._fields)


@dataclass(frozen=True)
class Job:
    """All that a process must know to work for a build: plain values, which cross processes.

    `rows` are the metadata table's fields of each article that has some. `state` is the index's file and `spool` the
    folder for what lies between reading and rendering; with `spooling` off an article is read again for its page.
    """

    root: Path
    output: Path
    site: Site
    theme: Theme
    rows: Mapping[str, Fields]
    state: Path
    spool: Path
    spooling: bool


class ReadResult(NamedTuple):
    """A source that was read: its entry (None for a draft), where it is spooled, and what is wrong with it.

    `record` is the digest of its record, b"" where the site has no dumps; `words` are its
    packed words and `excerpt` is what a list of results shows of it, where it is searched.
    """

    path: str
    entry: IndexEntry | None
    spooled: SpoolEntry | None
    problems: tuple[Problem, ...] = ()
    record: bytes = b""
    words: bytes = b""
    excerpt: str = ""


class WrittenFile(NamedTuple):
    """A page that is in place: what it was made from and what it holds; `written` where the file changed."""

    file: str
    owner: str
    template: str
    key: bytes
    digest: bytes
    written: bool


class ImageSource(NamedTuple):
    """A file that articles show: its place in the output, the file itself, and how messages name it."""

    media: str
    source: Path
    name: str


class Worker:
    """A process's tools, each made when it is first needed."""

    def __init__(self, job: Job, state: sqlite3.Connection | None = None, held: Breadcrumb | None = None) -> None:
        self._job = job
        self._spool = Spool(job.spool)
        self._given = state
        self._held = held
        self._articles = job.root / job.site.articles
        self._pictures = ImageCache(job.spool)
        self._records = ChunkCache(job.spool)

    def read_articles(self, paths: Iterable[str]) -> list[ReadResult]:
        """Read sources of the articles folder."""
        return [self._read(path) for path in self._holding(paths, lambda path: f"{self._job.site.articles}/{path}")]

    def make_pictures(self, pictures: Iterable[ImageSource], thorough: bool) -> list[tuple[str, ImageResult]]:
        """Measure pictures and make their renditions; `thorough` looks into those too that the cache holds."""
        site = self._job.site
        recipe = ImageProfile(site.image_widths, site.image_formats)
        return [
            (picture.media, make_image(picture.source, recipe, self._pictures, thorough))
            for picture in self._holding(pictures, lambda picture: picture.name)
        ]

    def make_pages(self, owners: Iterable[str], only_fresh: bool) -> list[WrittenFile]:
        """Render and write the stale pages of these owners; with `only_fresh` those that are not there yet."""
        held = self._holding(owners, lambda owner: describe_target(owner, self._job.site.articles))
        return [made for owner in held for made in self._make(owner, only_fresh)]

    def make_chunks(self, chunks: Iterable[Chunk]) -> None:
        """Make the parts of the dumps that these records are, and keep them."""
        for chunk in chunks:
            held = self._holding(chunk.listed, lambda listed: f"{self._job.site.articles}/{listed.path}")
            write_chunk(chunk, map(self._lines_of, held), self._job.site, self._records)

    def close(self) -> None:
        """Let go of the index and of all spools."""
        self._spool.close()
        if "_state" in self.__dict__ and not self._given:
            self._state.close()

    def _holding(self, items: Iterable[_Item], name: Callable[[_Item], str]) -> Iterator[_Item]:
        for item in items:
            if self._held:
                self._held.tell(name(item))
            yield item

    @cached_property
    def _archive(self) -> Archive:
        return Archive(self._state)

    @cached_property
    def _state(self) -> sqlite3.Connection:
        """The index: the connection that was given, or else one of this process's own, which only reads."""
        if self._given:
            return self._given
        state = connect(self._job.state)
        state.execute("PRAGMA query_only = 1")
        return state

    @cached_property
    def _frame(self) -> Frame:
        return make_frame(self._job.site, self._archive)

    @cached_property
    def _renderer(self) -> Renderer:
        return Renderer(self._job.theme, self._frame)

    def _load(self, path: str) -> Article | None:
        """The article of a source; None for a draft."""
        job = self._job
        source = Source(path, f"{job.site.articles}/{path}", self._articles / path)
        return load_article(source, job.rows.get(path, {}), job.site)

    def _read(self, path: str) -> ReadResult:
        job = self._job
        try:
            article = self._load(path)
        except NewsgenError as failed:
            return ReadResult(path, None, None, failed.problems)
        if article is None:
            return ReadResult(path, None, None)
        published = redact(article)
        body = render_body(published.body, job.site.markdown.html)
        lines = make_record_parts(published) if job.site.data else RecordParts(b"", b"", b"")
        is_searched = job.site.search and article.is_listed
        wording = tokenise_article(published, body) if is_searched or job.site.suggestions else None
        gist = make_fingerprint(wording) if wording and job.site.suggestions else None
        words, excerpt = b"", ""
        if wording and is_searched:
            words = pack_words(find_article_words(published, wording))
            excerpt = make_excerpt(published.dek, wording.paragraphs)
        return ReadResult(
            path,
            make_index_entry(article, body, job.site, gist),
            self._spool.put(published, body, lines) if job.spooling else None,
            record=lines.digest if job.site.data else b"",
            words=words,
            excerpt=excerpt,
        )

    def text_of(self, path: str) -> tuple[Article, str]:
        """An article and its body's HTML: as it was spooled, or else read from its source."""
        spooled = self._find_spooled(path)
        if spooled:
            return self._spool.get(spooled)
        article = self._load(path)
        if article is None:
            raise NewsgenError([_vanished(f"{self._job.site.articles}/{path}")])
        published = redact(article)
        return for_page(published), render_body(published.body, self._job.site.markdown.html)

    def _find_spooled(self, path: str) -> SpoolEntry | None:
        row = self._state.execute(f"SELECT {_SPOOLED} FROM spooled WHERE path = ?", (encode_path(path),)).fetchone()
        return SpoolEntry(*row) if row else None

    def _lines_of(self, listed: DumpEntry) -> RecordParts:
        """The record of an article, which must be the one that the index knows: a chunk is kept by its digests."""
        spooled = self._find_spooled(listed.path)
        if spooled:
            return RecordParts(*self._spool.get_record(spooled))
        article = self._load(listed.path)
        lines = make_record_parts(redact(article)) if article else None
        if not lines or lines.digest != listed.digest:
            raise NewsgenError([_changed(f"{self._job.site.articles}/{listed.path}")])
        return lines

    def _make(self, owner: str, only_fresh: bool) -> Iterator[WrittenFile]:
        known = files_of(self._state, owner)
        if only_fresh and not any(output.fresh for output in known.values()):
            return
        if owner.startswith(SEARCH_FILE):
            for file, output in known.items():
                content = make_file(self._state, self._job.site, owner.removeprefix(SEARCH_FILE))
                digest, written = write_if_changed(self._job.output, file, content, output.fresh, output.digest)
                yield WrittenFile(file, owner, "", digest, digest, written)
            return
        if owner == "robots:" and not known:
            # A file of the user's own has its place.
            return
        for page in plan_pages(owner, self._archive, self._job.site, self.text_of):
            output = known[page.file]
            if only_fresh and not output.fresh:
                continue
            key = digest_of(self._renderer.closure(page.template), self._frame.digest, page.file, page.data())
            if output.key == key and output.digest is not None and not output.fresh:
                continue
            content = self._renderer.render(page)
            digest, written = write_if_changed(self._job.output, page.file, content, output.fresh, output.digest)
            yield WrittenFile(page.file, owner, page.template, key, digest, written)


def _vanished(shown: str) -> Problem:
    message, reason = "became a draft while the site was built", "Its page would show what is no article."
    return Problem(shown, 0, message, reason, "Build again.")


def _changed(shown: str) -> Problem:
    message, reason = (
        "changed while the site was built",
        "The dumps of the archive would hold something else than its page.",
    )
    return Problem(shown, 0, message, reason, "Build again.")
