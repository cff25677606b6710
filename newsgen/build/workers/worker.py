"""`Worker`: the tools of a process that reads, renders and writes, each opened when it is first needed.

A worker is made from a `Job` in whatever process it works. It reads the index and never writes it; the one process that
keeps the index records what it returns.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from newsgen.archive.archive import Archive
from newsgen.archive.database import connect_to_read
from newsgen.archive.snapshots import connect_to_snapshot
from newsgen.build.workers.breadcrumbs import Breadcrumb, with_breadcrumb
from newsgen.build.workers.spool import Spool, SpoolTable
from newsgen.images.cache import ImageCache
from newsgen.images.embedded import EmbeddedFiles
from newsgen.output.dumps.cache import ChunkCache
from newsgen.output.register import OutputRegister
from newsgen.pages.plan import PageSource
from newsgen.pages.site_frame import Frame, make_frame
from newsgen.render.renderer import Renderer
from newsgen.render.template_digests import TemplateDigests
from newsgen.settings.site import Site
from newsgen.settings.theme import Theme
from newsgen.sources.fields import Fields
from newsgen.sources.files import Source
from newsgen.sources.load import LoadedArticle, UnpublishedSource, load_article

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Job:
    """All that a process must know to work for a build: plain values, which cross processes.

    `rows` are the rows of the metadata table, by the paths of their articles. `database` is the state's file and
    `folder` its folder, for what lies between reading and rendering; where `uses_spool` is false an article is read
    again for its page. `has_own_robots` says that the site ships its own robots.txt, and `reads_snapshot` that the
    database is a copy that nobody changes. `template_digests` are those that the last build left, where no template
    changed since.
    """

    articles: Path
    output: Path
    site: Site
    theme: Theme
    rows: Mapping[str, Fields]
    database: Path
    folder: Path
    uses_spool: bool
    has_own_robots: bool
    reads_snapshot: bool = False
    template_digests: Mapping[str, bytes] = field(default_factory=dict)


class Worker:
    """The tools of a process for one job. `state` is a connection to use in place of one of its own."""

    def __init__(self, job: Job, breadcrumb: Breadcrumb | None = None, state: sqlite3.Connection | None = None) -> None:
        self.job = job
        self.spool = Spool(job.folder)
        self.images = ImageCache(job.folder)
        self.embedded = EmbeddedFiles(job.folder)
        self.chunks = ChunkCache(job.folder)
        self._breadcrumb = breadcrumb
        self._given = state

    @cached_property
    def state(self) -> sqlite3.Connection:
        """The index: the connection that was given, or else one of this process's own, which only reads."""
        connect = connect_to_snapshot if self.job.reads_snapshot else connect_to_read
        return self._given or connect(self.job.database)

    @cached_property
    def archive(self) -> Archive:
        """The archive."""
        return Archive(self.state)

    @cached_property
    def register(self) -> OutputRegister:
        """The files of the output."""
        return OutputRegister(self.state)

    @cached_property
    def spooled(self) -> SpoolTable:
        """Where articles are spooled."""
        return SpoolTable(self.state)

    @cached_property
    def frame(self) -> Frame:
        """What every page shows."""
        return make_frame(self.job.site, self.archive)

    @cached_property
    def renderer(self) -> Renderer:
        """The theme's templates."""
        return Renderer(self.job.theme, self.frame.values, self.frame.navigation)

    @cached_property
    def templates(self) -> TemplateDigests:
        """The digests of the theme's templates."""
        return TemplateDigests(self.job.theme, self.job.template_digests)

    @cached_property
    def page_source(self) -> PageSource:
        """What pages are planned from."""
        return PageSource(self.archive, self.job.site, self.job.has_own_robots)

    def label(self, path: str) -> str:
        """A source as messages name it."""
        return f"{self.job.site.articles}/{path}"

    def load(self, path: str) -> LoadedArticle | UnpublishedSource:
        """The article of a source; the files that were written into it are kept. Raises NewsgenError."""
        source = Source(path, self.label(path), self.job.articles / path)
        loaded = load_article(source, self.job.rows.get(path, {}), self.job.site)
        if isinstance(loaded, LoadedArticle) and loaded.files:
            self.embedded.save(loaded.files)
        return loaded

    def noting(self, items: Iterable[_Item], name: Callable[[_Item], str]) -> Iterator[_Item]:
        """The items, each noted by its name before it is taken up, should the process die."""
        return with_breadcrumb(self._breadcrumb, items, name)

    def close(self) -> None:
        """Close the index and all spools."""
        self.spool.close()
        if "state" in self.__dict__ and not self._given:
            self.state.close()
