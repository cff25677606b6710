"""The parts of a plan, joined: a build takes from them what its processes would have read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path

from newsgen.build.parts import problems
from newsgen.build.parts.part_file import PartEntry, list_part_files, part_file, read_entries, read_header
from newsgen.build.parts.plan import FOLDER, Plan, PlannedSource, find_changes, load_plan, settings_digest, stamps_of
from newsgen.build.site_inputs import SiteInputs
from newsgen.build.tasks.read import ReadResult
from newsgen.build.workers.executors import Task
from newsgen.errors import NewsgenError, Problem
from newsgen.images.embedded import EmbeddedFiles


class JoinedParts:
    """All parts of a plan. They run the task of reading: what is asked for comes from their files."""

    def __init__(self, folder: Path, files: Sequence[Path]) -> None:
        self._folder = folder
        self._files = files
        self._cursors: list[Iterator[PartEntry]] = []
        self._heads: dict[str, tuple[PartEntry, int]] = {}

    def save_embedded_files(self) -> None:
        """Save the files that were written into articles."""
        embedded = EmbeddedFiles(self._folder)
        for file in self._files:
            for entry in read_entries(file):
                if not entry.value:
                    embedded.save({entry.name: _content(file, entry)})

    def launch(self) -> JoinedParts:
        """Begin with the first source of each part again."""
        self._cursors = [read_entries(file) for file in self._files]
        self._heads = {}
        for part in range(len(self._cursors)):
            self._advance(part)
        return self

    def capacity(self) -> int:
        """One: files are read in this process."""
        return 1

    def submit(self, task: Task, batch: Sequence[str]) -> Future[list[ReadResult]]:
        """What was read of these sources; they are asked for by ascending path."""
        future: Future[list[ReadResult]] = Future()
        future.set_result([self._take(path) for path in batch])
        return future

    def end(self) -> None:
        """Close the parts."""
        self._cursors, self._heads = [], {}

    terminate = end

    def _take(self, path: str) -> ReadResult:
        while path not in self._heads:
            # What comes before is not asked for: a build has read it meanwhile.
            name = min(self._heads)
            assert name < path, "the parts have every source of the plan"
            self._advance(self._heads.pop(name)[1])
        entry, part = self._heads.pop(path)
        self._advance(part)
        result = entry.result()
        if not result.spooled:
            return result
        file = f"{FOLDER}/{self._files[part].name}"
        return result._replace(spooled=result.spooled._replace(file=file, start=entry.start))

    def _advance(self, part: int) -> None:
        entry = next(self._cursors[part], None)
        if entry and entry.value:
            self._heads[entry.name] = (entry, part)


def join_parts(folder: Path, inputs: SiteInputs, sources: Sequence[str]) -> JoinedParts:
    """The parts of the plan in a state's folder, for a build that reads these sources.

    Raises NewsgenError where a part is missing, damaged, there twice or of another plan, and where a source or the
    settings changed since the plan.
    """
    plan = load_plan(folder)
    files, found = _find_files(folder / FOLDER, plan)
    found += _find_changes(plan, inputs, sources, folder / FOLDER / "plan")
    if found:
        raise NewsgenError(found)
    joined = JoinedParts(folder, files)
    joined.save_embedded_files()
    return joined


def remove_parts(folder: Path) -> None:
    """Remove a plan and its parts, which hold the text of articles, after a build."""
    shutil.rmtree(folder / FOLDER, ignore_errors=True)


def _find_files(folder: Path, plan: Plan) -> tuple[list[Path], list[Problem]]:
    """The files of all parts in their order, and what is wrong with them."""
    files: dict[int, Path] = {}
    found: list[Problem] = []
    for file in list_part_files(folder):
        header = read_header(file)
        if header is None:
            found.append(problems.damaged(file))
        elif header.plan != plan.name:
            found.append(problems.other_plan(file))
        elif header.part in files:
            found.append(problems.read_twice(file, header.part, files[header.part]))
        else:
            files[header.part] = file
    told = {problem.path for problem in found}
    for number in range(1, len(plan.parts) + 1):
        expected = part_file(folder, number)
        if number not in files and str(expected) not in told:
            found.append(problems.missing_part(expected, number))
    return [files[number] for number in sorted(files)], found


def _find_changes(plan: Plan, inputs: SiteInputs, sources: Sequence[str], file: Path) -> list[Problem]:
    """What of the site is not as it was planned."""
    if settings_digest(inputs.site, inputs.table.rows) != plan.settings:
        return [problems.settings_changed(file)]
    planned = {one.path: one for part in plan.parts for one in part}
    articles = inputs.site.articles
    unplanned = [problems.source_changed(articles, path) for path in sources if path not in planned]
    doubtful = [planned[path] for path in _with_other_stamps(planned, inputs, sources)]
    return unplanned + [
        problems.source_changed(articles, path) for path in find_changes(plan, inputs.articles, doubtful)
    ]


def _with_other_stamps(
    planned: Mapping[str, PlannedSource], inputs: SiteInputs, sources: Sequence[str]
) -> Iterator[str]:
    """The planned sources whose sizes or times are others than at the plan, as on another machine."""
    for path in sources:
        if path in planned and stamps_of(inputs, path) != planned[path].stamps:
            yield path


def _content(file: Path, entry: PartEntry) -> bytes:
    with file.open("rb") as opened:
        opened.seek(entry.start)
        return opened.read(entry.size)
