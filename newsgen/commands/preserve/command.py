"""The commands that keep an archive: is it still what was published, can it be made again, who else has a copy?"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from newsgen.build.build import build_site
from newsgen.commands.click_options import root_option
from newsgen.commands.console import count_of, report_problems
from newsgen.commands.preserve.report import report_fixity, report_restored
from newsgen.errors import NewsgenError


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@root_option
@click.option("--json", "as_json", is_flag=True, help="Print what was found as a JSON object.")
def verify(folder: Path | None, root: Path, as_json: bool) -> None:
    """Hold a published FOLDER against its manifest: which files are missing, added or changed.

    FOLDER may be a copy anywhere; without it, it is the site's own output.
    """
    from newsgen.commands.preserve.verify import verify_folder
    from newsgen.settings.site import load_site

    try:
        place = folder or root / load_site(root).output
        fixity = verify_folder(place)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was verified.")
        sys.exit(1)
    if as_json:
        click.echo(json.dumps(fixity._asdict()))
    else:
        report_fixity(fixity)
    sys.exit(0 if fixity.is_whole else 1)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@root_option
@click.option(
    "--files",
    type=click.Path(path_type=Path),
    help="Where pictures beside the articles are copied from: an older folder of articles, or a published media/.",
)
def restore(file: Path, folder: Path | None, root: Path, files: Path | None) -> None:
    """Make articles again of the records in FILE, an archive.jsonl.gz, one file a record.

    They go to FOLDER, by default the site's folder of articles. Nothing is overwritten.
    """
    from newsgen.settings.site import load_site
    from newsgen.sources.importers.dump import restore_articles

    try:
        site = load_site(root)
        place = folder or root / site.articles
        restored = restore_articles(file, place, site, files)
    except NewsgenError as failed:
        report_problems(failed.problems, "the articles are not restored.")
        sys.exit(1)
    report_restored(restored, place)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@root_option
@click.option("--date", default="", metavar="DATE", help="The day that the bag tells as its own, YYYY-MM-DD.")
def bag(folder: Path, root: Path, date: str) -> None:
    """Build the site, then put sources, site and records into a new FOLDER as a bag (BagIt, RFC 8493).

    The bag tells no day but that of --date or of SOURCE_DATE_EPOCH, so that the same site gives the same bytes.
    """
    from newsgen.commands.preserve.bag import check_bag, make_bag, read_bagging_date
    from newsgen.settings.site import load_site

    try:
        day = read_bagging_date(date, os.environ.get("SOURCE_DATE_EPOCH"))
        site = load_site(root)
        check_bag(folder, root, site)
        build_site(root)
        bagged = make_bag(root, folder, site, day)
    except NewsgenError as failed:
        report_problems(failed.problems, "there is no bag.")
        sys.exit(1)
    click.echo(f"{folder}: {count_of(bagged.files, 'file')}, {bagged.size:,} bytes.")


COMMANDS = (verify, restore, bag)
