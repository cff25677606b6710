"""Sketch the mapping file of a table."""

from __future__ import annotations

from pathlib import Path

from newsgen.errors import NewsgenError, Problem, unwritable
from newsgen.importers.input_files import InputFile
from newsgen.importers.table.mapping import format_mapping, mapping_path
from newsgen.importers.table.open_table import Choice, open_table
from newsgen.importers.table.survey import survey_table


def sketch_mapping(file: InputFile, choice: Choice, root: Path) -> Path:
    """Write the mapping file of a table into the site's folder; its path. One that is there is never touched.

    Raises NewsgenError if the table cannot be read or the file cannot be written.
    """
    table = open_table(file, choice)
    survey = survey_table(table.rows())
    if not survey.columns:
        reason, fix = "It is not known what its columns are.", "Check whether it is the right file."
        raise NewsgenError([Problem(file.label, 0, "has no rows", reason, fix)])
    path = mapping_path(table.name.replace("/", "-"), root)
    try:
        root.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", errors="backslashreplace") as opened:
            opened.write(format_mapping(survey, file.label))
    except FileExistsError:
        reason, fix = "It may hold corrections.", "Import with it, or delete it and sketch again."
        raise NewsgenError([Problem(str(path), 0, "is there already", reason, fix)]) from None
    except OSError as error:
        raise NewsgenError(
            [unwritable(path, error, "It says how the table is imported.", "Check its folder.")]
        ) from None
    return path
