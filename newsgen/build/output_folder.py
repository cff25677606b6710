"""The output folder before a build: whether it is as the last build left it, and which files in it are newsgen's."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from newsgen.archive.database import BuildMemo
from newsgen.build.options import BuildOptions
from newsgen.errors import NewsgenError
from newsgen.output.own_files import folder_stamp, read_own_files, refuse_foreign
from newsgen.output.register import OutputRegister


class OutputFolder(NamedTuple):
    """An output folder.

    `is_trusted` says that it is as the last build left it. `own_files` are the files that newsgen wrote into it (None:
    the register knows them).
    """

    path: Path
    is_trusted: bool
    own_files: frozenset[str] | None


def inspect_output(path: Path, memo: BuildMemo, options: BuildOptions) -> OutputFolder:
    """The output folder at `path`. Raises NewsgenError where it holds files that newsgen did not write."""
    is_trusted = not options.verify and memo.output == folder_stamp(path)
    own_files = None if is_trusted and not options.clean else read_own_files(path)
    return OutputFolder(path, is_trusted, own_files)


def adopt_output(register: OutputRegister, output: OutputFolder) -> None:
    """Register what is in a folder of unknown state: all planned files are checked again."""
    if not output.is_trusted:
        register.adopt_existing(output.path, output.own_files or ())


def refuse_foreign_files(register: OutputRegister, output: OutputFolder) -> None:
    """Raise NewsgenError where a foreign file is in the place of a new one.

    What is newsgen's own is only looked up where anything is in the way at all.
    """
    new = register.new_files()
    try:
        refuse_foreign(output.path, new, ())
    except NewsgenError:
        refuse_foreign(output.path, new, register.present_files() if output.own_files is None else output.own_files)
