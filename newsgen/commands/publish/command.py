"""The command `newsgen publish`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from newsgen.commands.click_options import root_option
from newsgen.commands.console import report_problems
from newsgen.errors import NewsgenError

# What a shell expects of a command that Ctrl-C ended: 128 and the signal's number.
_INTERRUPTED = 130


@click.command()
@click.argument("target", required=False, default="")
@root_option
@click.option("--dry-run", is_flag=True, help="Send nothing; list what would be sent and deleted.")
@click.option("--all", "everything", is_flag=True, help="Send every file, whatever stands at the target.")
@click.option("--delete-limit", type=click.IntRange(0), help="The most files that may be deleted there.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as a JSON object.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing unless something is wrong.")
def publish(target: str, root: Path, dry_run: bool, everything: bool, delete_limit: int | None, **output: bool) -> None:
    """Build the site, and bring what stands at TARGET to what it is.

    TARGET is a folder or a URL: s3://, gs://, az:// or sftp://. By default it is that of site.yaml.
    """
    from newsgen.build.options import ignore_progress
    from newsgen.commands.progress import Progress
    from newsgen.commands.publish.publish import PublishRequest
    from newsgen.commands.publish.publish import publish as publish_built
    from newsgen.commands.publish.report import report_plan, report_publication, report_publication_as_json

    started = time.perf_counter()
    request = PublishRequest(target, delete_limit, everything, dry_run)
    is_silent = output["quiet"] or output["as_json"]
    try:
        with Progress() as progress:
            published = publish_built(root, request, ignore_progress if is_silent else progress)
    except NewsgenError as failed:
        report_problems(failed.problems, "the site is not published.")
        sys.exit(1)
    except KeyboardInterrupt:
        click.echo("Stopped. The next publication goes on from here.", err=True)
        sys.exit(_INTERRUPTED)
    if output["as_json"]:
        report_publication_as_json(published)
    elif output["quiet"]:
        return
    elif dry_run:
        report_plan(published)
    else:
        report_publication(published, time.perf_counter() - started)
