"""The command `newsgen verify`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from newsgen.commands.click_options import root_option
from newsgen.commands.console import report_problems
from newsgen.commands.verify.report import report_fixity
from newsgen.errors import NewsgenError


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@root_option
@click.option("--json", "as_json", is_flag=True, help="Print the result as a JSON object.")
def verify(folder: Path | None, root: Path, as_json: bool) -> None:
    """Compare a published FOLDER with its manifest: which files are missing, added or changed.

    FOLDER may be a copy anywhere; by default it is the site's own output.
    """
    from newsgen.commands.verify.verify import verify_folder
    from newsgen.settings.site import load_site

    try:
        fixity = verify_folder(folder or root / load_site(root).output)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was verified.")
        sys.exit(1)
    if as_json:
        click.echo(json.dumps(fixity._asdict()))
    else:
        report_fixity(fixity)
    sys.exit(0 if fixity.is_whole else 1)
