"""The command `newsgen bag`."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

import click

from newsgen.build.build import build_site
from newsgen.commands.click_options import root_option
from newsgen.commands.console import count_of, report_problems
from newsgen.errors import NewsgenError


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@root_option
@click.option("--date", default="", metavar="DATE", help="The date of the bag, YYYY-MM-DD.")
@click.option("--wacz", is_flag=True, help="Add the site as a web archive (WACZ), as if it had been crawled.")
def bag(folder: Path, root: Path, date: str, wacz: bool) -> None:
    """Build the site, then put sources, site and records into a new FOLDER as a bag (BagIt, RFC 8493).

    The date is that of --date or of SOURCE_DATE_EPOCH, or none: the same site gives the same bytes.
    """
    from newsgen.commands.bag.bag import Addition, check_bag, make_bag, parse_bagging_date
    from newsgen.commands.bag.wacz.write import check_wacz, write_wacz
    from newsgen.settings.site import load_site

    try:
        day = parse_bagging_date(date, os.environ.get("SOURCE_DATE_EPOCH"))
        site = load_site(root)
        check_bag(folder, root, site)
        if wacz:
            check_wacz(site)
        build_site(root)
        write = partial(write_wacz, root / site.output, site, day)
        bagged = make_bag(root, folder, site, day, [Addition("data/site.wacz", write)] if wacz else [])
    except NewsgenError as failed:
        report_problems(failed.problems, "there is no bag.")
        sys.exit(1)
    click.echo(f"{folder}: {count_of(bagged.files, 'file')}, {bagged.size:,} bytes.")
