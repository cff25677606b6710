"""The command `newsgen verify`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgen.commands.click_options import root_option
from newsgen.commands.console import report_problems
from newsgen.commands.verify.report import report_fixity
from newsgen.errors import NewsgenError

if TYPE_CHECKING:
    from newsgen.commands.verify.verify import FixityReport


@click.command()
@click.argument("folder", required=False)
@root_option
@click.option(
    "--sample", type=click.IntRange(1), metavar="N", help="Read only N files, chosen by chance; of a URL only."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as a JSON object.")
def verify(folder: str | None, root: Path, sample: int | None, as_json: bool) -> None:
    """Compare a published FOLDER with its manifest: which files are missing, added or changed.

    FOLDER may be a copy anywhere, or the URL of a target such as s3://bucket; by default it is the site's own output.
    """
    try:
        fixity = _verify(folder, root, sample)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was verified.")
        sys.exit(1)
    if as_json:
        click.echo(json.dumps(fixity._asdict()))
    else:
        report_fixity(fixity)
    sys.exit(0 if fixity.is_whole else 1)


def _verify(folder: str | None, root: Path, sample: int | None) -> FixityReport:
    if folder and "://" in folder:
        # Its libraries are installed with extras.
        from newsgen.commands.progress import Progress
        from newsgen.commands.verify.target import verify_target

        with Progress() as progress:
            return verify_target(root, folder, sample, progress)
    from newsgen.commands.verify.verify import verify_folder
    from newsgen.settings.site import load_site

    return verify_folder(Path(folder) if folder else root / load_site(root).output)
