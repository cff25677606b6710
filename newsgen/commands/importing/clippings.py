"""The work of `newsgen import clippings`."""

from __future__ import annotations

import re
from functools import partial

from newsgen.commands.console import report_problems
from newsgen.commands.importing.arguments import ImportArguments
from newsgen.commands.importing.encodings import codec_of
from newsgen.commands.importing.import_files import import_files
from newsgen.errors import NewsgenError, Problem
from newsgen.importers.clippings.read import ClippingOptions, read_clippings
from newsgen.settings.site import load_site
from newsgen.sources.dates.custom import declared_custom
from newsgen.sources.pasted import Hints

# PDFs and old documents of Word cannot be read, and are told.
_ENDINGS = (".txt", ".text", ".rtf", ".docx", ".html", ".htm", ".zip", ".pdf", ".doc")


def import_clippings(arguments: ImportArguments, split: str, encoding: str, publish: bool) -> int:
    """Import the documents of exports; the exit status is 1 if something could not be read or written."""
    try:
        site = load_site(arguments.root)
        hints = Hints(day_first=declared_custom(site).day_first, site_name=site.title)
        options = ClippingOptions(_pattern(split), codec_of(encoding), hints, publish)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was imported.")
        return 1
    return import_files(arguments, partial(read_clippings, options=options), _ENDINGS)


def _pattern(split: str) -> re.Pattern[str] | None:
    try:
        return re.compile(split) if split else None
    except (re.error, OverflowError, RecursionError) as error:
        message = f"is not a regular expression: {error}"
        fix = 'Write one, such as "^Article [0-9]+ of" or "^#####$".'
        raise NewsgenError([Problem("--split", 0, message, "Nobody knows where an article begins.", fix)]) from None
