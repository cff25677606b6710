"""The plan of a build in parts: which part reads which sources, and in which state these were."""

from __future__ import annotations

import os
import pickle
import shutil
import zlib
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.engine import engine_digest
from newsgen.build.inputs import ARTICLES, row_digest
from newsgen.build.parts import problems
from newsgen.build.parts.division import OPENING, DatedSource, divide, guess_year
from newsgen.build.site_inputs import SiteInputs
from newsgen.errors import NewsgenError, unwritable
from newsgen.output.files import write_atomically
from newsgen.record.digests import digest_of, digest_of_bytes
from newsgen.record.paths import comments_path
from newsgen.settings.reading_file import format_learnt
from newsgen.settings.site import Site
from newsgen.sources.fields import Fields
from newsgen.sources.scan import FileStamp

FOLDER = "parts"
_FILE = "plan"
_LIBRARIES = ("pystemmer", "pyyaml")


class PlannedSource(NamedTuple):
    """A source with the stamps and the digest of its file and of the comments beside it."""

    path: str
    stamps: tuple[FileStamp | None, FileStamp | None]
    digest: bytes


class Plan(NamedTuple):
    """A plan. `name` is the digest of all of it; `parts` are the sources of each part, by path."""

    name: str
    site: Site
    rows: Mapping[str, Fields]
    parts: tuple[tuple[PlannedSource, ...], ...]

    @property
    def settings(self) -> bytes:
        """The digest of the settings and of the metadata table."""
        return settings_digest(self.site, self.rows)


def make_plan(inputs: SiteInputs, sources: Sequence[str], parts: int) -> Plan:
    """Plan the reading of sources. Raises NewsgenError for one that cannot be opened."""
    planned: dict[str, PlannedSource] = {}
    dated: list[DatedSource] = []
    failed = []
    for path in sources:
        content = read_content(inputs.articles, path)
        if content is None:
            failed.append(problems.source_gone(inputs.site.articles, path))
            continue
        planned[path] = PlannedSource(path, stamps_of(inputs, path), digest_of(*content))
        dated.append(DatedSource(guess_year(path, content[0][:OPENING]), path, len(content[0])))
    if failed:
        raise NewsgenError(failed)
    divided = tuple(tuple(planned[path] for path in paths) for paths in divide(dated, parts))
    rows = inputs.table.rows
    listed = [(one.path, one.digest) for part in divided for one in part]
    name = digest_of(parts, engine_of_readers(), settings_digest(inputs.site, rows), listed).hex()
    return Plan(name, inputs.site, rows, divided)


def save_plan(folder: Path, plan: Plan) -> Path:
    """Write a plan into a state's folder, without the parts of the one before; its file. Raises NewsgenError."""
    shutil.rmtree(folder / FOLDER, ignore_errors=True)
    try:
        (folder / FOLDER).mkdir(parents=True)
        content = pickle.dumps((engine_of_readers(), pickle.dumps(plan)))
        write_atomically(folder / FOLDER, _FILE, digest_of_bytes(content) + content)
    except OSError as error:
        raise NewsgenError([unwritable(folder / FOLDER, error, *problems.PLAN_IS_NEEDED)]) from None
    return folder / FOLDER / _FILE


def load_plan(folder: Path) -> Plan:
    """The plan in a state's folder. Raises NewsgenError where there is none that this newsgen can use."""
    file = folder / FOLDER / _FILE
    try:
        content = file.read_bytes()
    except OSError:
        raise NewsgenError([problems.no_plan(file)]) from None
    size = len(digest_of_bytes(b""))
    if content[:size] != digest_of_bytes(content[size:]):
        raise NewsgenError([problems.damaged(file)])
    engine, pickled = pickle.loads(content[size:])
    if engine != engine_of_readers():
        raise NewsgenError([problems.other_engine(file)])
    plan: Plan = pickle.loads(pickled)
    return plan


def read_content(articles: Path, path: str) -> tuple[bytes, bytes] | None:
    """The bytes of a source and of the comments beside it (b"": none); None where the source cannot be read."""
    try:
        content = (articles / path).read_bytes()
    except OSError:
        return None
    try:
        return content, (articles / comments_path(path)).read_bytes()
    except OSError:
        return content, b""


def find_changes(plan: Plan, articles: Path, sources: Sequence[PlannedSource]) -> Iterator[str]:
    """The paths of the sources that are not as they were planned, or are gone."""
    for one in sources:
        content = read_content(articles, one.path)
        if content is None or digest_of(*content) != one.digest:
            yield one.path


def stamps_of(inputs: SiteInputs, path: str) -> tuple[FileStamp | None, FileStamp | None]:
    """The stamps of a source and of the comments beside it."""
    found = inputs.snapshot.found[ARTICLES]
    return found.get(path), found.get(comments_path(path))


def settings_digest(site: Site, rows: Mapping[str, Fields]) -> bytes:
    """The digest of what is read by, beside the sources."""
    by_path = sorted((os.fsencode(path), row_digest(row)) for path, row in rows.items())
    return digest_of(site.model_dump_json(), format_learnt(site.learnt), by_path)


def engine_of_readers() -> bytes:
    """The digest of what decides how a source is read, beside the settings."""
    libraries = tuple((name, version(name)) for name in _LIBRARIES)
    return digest_of(engine_digest(), libraries, zlib.ZLIB_RUNTIME_VERSION)
