"""Stage: write the manifest, which lists every other file with its checksum, and the parts of a large one."""

from __future__ import annotations

from pathlib import Path

from newsgen.archive.targets import MANIFEST
from newsgen.build.options import OnWritten
from newsgen.build.reasons import FILES_CHANGED
from newsgen.build.state import State
from newsgen.output.manifest import MANIFEST_FILE, manifest_lines
from newsgen.output.manifest_parts import Sizes, delete_other_parts, write_parts
from newsgen.output.register import OutputFile, WrittenFile
from newsgen.output.streamed_files import write_parts_if_changed


def invalidate_manifest(state: State) -> OutputFile | None:
    """What is known of the manifest; until it is written, nothing is, should the build be killed."""
    known = state.register.files_of(MANIFEST).get(MANIFEST_FILE)
    with state.transaction():
        state.register.invalidate(MANIFEST)
    return known


def write_manifest(
    state: State, output: Path, known: OutputFile | None, files_changed: bool, on_written: OnWritten
) -> int:
    """Let the manifest list what is in place; the number of files written for it."""
    if not known:
        return 0
    digest, written = known.digest, False
    if files_changed or known.is_new or not known.key or not digest:
        listed = write_parts(output, state.register.listed_files(), Sizes())
        lines = manifest_lines(listed)
        digest, written = write_parts_if_changed(output, MANIFEST_FILE, lines, known.is_new, known.digest)
        delete_other_parts(output, {file for file, _ in listed})
    if written:
        on_written(MANIFEST_FILE, str(FILES_CHANGED))
    with state.transaction():
        state.register.mark_written([WrittenFile(MANIFEST_FILE, "", MANIFEST_FILE.encode(), digest)])
    return int(written)
