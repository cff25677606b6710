"""Import what the sources of one format hold, with progress, and report it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgen.commands.console import report_problems
from newsgen.commands.importing.arguments import ImportArguments
from newsgen.commands.importing.report import print_account, print_article, report_import
from newsgen.commands.progress import Progress
from newsgen.errors import NewsgenError, Problem
from newsgen.importers.imported import Imported, ImportedArticle, Reader
from newsgen.importers.input_files import (
    ByteCount,
    InputFile,
    find_input_files,
    leave_out_links,
    unreadable_file,
)
from newsgen.importers.run import ImportResult, preview_import, run_import
from newsgen.record.garbage import collecting_seldom
from newsgen.settings.site import load_site

_NOTE = "nothing more was imported."


def import_files(arguments: ImportArguments, read: Reader, endings: tuple[str, ...] = ()) -> int:
    """Import the files that the arguments name; of folders, those with one of the endings.

    Prints what came of it; the exit status is 1 if something could not be read or written.
    """
    try:
        result = _import(arguments, read, endings)
        if arguments.as_json:
            print_account(result)
        elif not arguments.quiet:
            report_import(result, arguments.root, arguments.dry_run)
    except NewsgenError as failed:
        report_problems(failed.problems, _NOTE)
        return 1
    if result.problems:
        report_problems(result.problems, "this could not be read; all else was.")
    return int(bool(result.problems))


def _import(arguments: ImportArguments, read: Reader, endings: tuple[str, ...]) -> ImportResult:
    count = ByteCount()
    site = load_site(arguments.root)
    files, links = leave_out_links(find_input_files(arguments.sources, count, endings))
    on_article = print_article if arguments.as_json else _ignore
    with Progress() as progress, collecting_seldom():
        found = _with_progress(read, files, count, progress)
        if arguments.dry_run:
            result = preview_import(found, on_article)
        else:
            result = run_import(found, arguments.root, site.articles, on_article)
    result.problems += links
    has_taken = any(row.taken or row.kept_raw for row in result.account.rows())
    if not (result.counts or result.problems or result.redirects or result.missing or has_taken):
        result.problems += map(_holds_nothing, arguments.sources)
    return result


def _holds_nothing(source: str) -> Problem:
    fix = 'Look whether it is the right file; "newsgen import --help" names the formats.'
    return Problem(source, 0, "holds nothing that this import reads", "There is nothing to import.", fix)


def _with_progress(
    read: Reader, files: Sequence[InputFile], count: ByteCount, progress: Progress
) -> Iterator[Imported]:
    """What a reader finds; the bar shows the bytes that were read of all."""
    total = sum(map(_size_of, files))
    try:
        for item in read(files):
            progress("import", min(count.read, total), total)
            yield item
    except OSError as error:
        yield unreadable_file(str(error.filename or "the source"), error)


def _size_of(file: InputFile) -> int:
    """The bytes of a file; of one that is gone, its reader tells."""
    try:
        return file.size
    except OSError:
        return 0


def _ignore(article: ImportedArticle) -> None:
    pass
