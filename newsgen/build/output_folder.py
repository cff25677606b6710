"""The output folder before a build: whether it is as the last build left it, and which files in it are newsgen's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.database import FOLDER, PRIVATE_FOLDER, BuildMemo, last_output
from newsgen.build.options import BuildOptions
from newsgen.errors import NewsgenError, Problem
from newsgen.output.own_files import folder_stamp, read_own_files, refuse_foreign
from newsgen.output.register import OutputRegister
from newsgen.settings.folders import nested_folders
from newsgen.settings.site import Site


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


def refuse_mixing(root: Path, public: Site, site: Site, options: BuildOptions) -> None:
    """Raise NewsgenError where the private site and the public one would be in one folder, or one inside the other.

    The same goes for an output and the folders that a site is made of.

    `public` are the settings of the public site, and `site` those of the one that is built.
    """
    output = (options.output or root / site.output).resolve()
    nested = nested_folders(root, site.articles, str(output)) if options.output else None
    if nested:
        raise NewsgenError([replace(nested, path=str(options.output))])
    others = [last_output(root / (FOLDER if site.is_private else PRIVATE_FOLDER))]
    if site.is_private:
        others.append(str((root / public.output).resolve()))
    for other in filter(None, others):
        if output == Path(other) or output.is_relative_to(other) or Path(other).is_relative_to(output):
            own, kind = ("private", "public") if site.is_private else ("public", "private")
            message = f"is where the {kind} site is: {other}"
            reason = f"The {own} site would be mixed with it, and what is withheld could be published."
            raise NewsgenError([Problem(str(output), 0, message, reason, "Name another folder with --output.")])


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
