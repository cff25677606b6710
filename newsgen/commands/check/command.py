"""The command `newsgen check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsgen.build.options import ignore_progress
from newsgen.commands.click_options import check_workers, root_option
from newsgen.commands.console import report_problems
from newsgen.commands.progress import Progress
from newsgen.errors import NewsgenError
from newsgen.settings.check_rules import unknown_rules

# As click ends where it cannot read an option: nothing was checked.
_NOTHING_CHECKED = 2


def _check_rule_names(context: click.Context, option: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    unknown = unknown_rules(names)
    if unknown:
        raise click.BadParameter(f"{unknown[0]}.")
    return names


@click.command()
@root_option
@click.option(
    "--only",
    multiple=True,
    metavar="RULE",
    callback=_check_rule_names,
    help="Ask only this rule; several may be named.",
)
@click.option(
    "--skip",
    multiple=True,
    metavar="RULE",
    callback=_check_rule_names,
    help="Leave this rule out; several may be named.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["warning", "error", "never"]),
    default="warning",
    show_default=True,
    help="What makes the command end with 1.",
)
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=20,
    show_default=True,
    help="How many findings of a rule are shown; 0 shows all.",
)
@click.option("--json", "as_json", is_flag=True, help="Print all findings as a JSON object.")
@click.option(
    "--workers",
    default="auto",
    callback=check_workers,
    help="How many processes share the work; auto takes one a core where the work is worth it.",
)
def check(
    root: Path, only: tuple[str, ...], skip: tuple[str, ...], fail_on: str, limit: int, as_json: bool, workers: str
) -> None:
    """Tell what a careful editor would mend before publishing. Nothing is written."""
    # A build in which nothing changed does without these, and starts the sooner.
    from newsgen.commands.check.check import check_site
    from newsgen.commands.check.report import check_as_json, format_checkup

    try:
        with Progress() as progress:
            checkup = check_site(root, only, skip, workers, ignore_progress if as_json else progress)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was checked.")
        sys.exit(_NOTHING_CHECKED)
    if as_json:
        click.echo(check_as_json(checkup))
    else:
        for line in format_checkup(checkup, limit):
            click.echo(line)
    failing = {"warning": {"error", "warning"}, "error": {"error"}, "never": set[str]()}[fail_on]
    if any(finding.severity in failing for finding in checkup.findings):
        sys.exit(1)
