"""The command `newsgen check`."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from newsgen.build.options import ignore_progress
from newsgen.commands.click_options import root_option, workers_option
from newsgen.commands.console import report_problems
from newsgen.commands.progress import Progress
from newsgen.errors import NewsgenError
from newsgen.settings.check_rules import RULES, unknown_rules
from newsgen.settings.host_limits import HOSTS

# As click ends if it cannot read an option: nothing was checked.
_NOTHING_CHECKED = 2
# The severities of findings with which the command ends with 1.
_FAILING: Mapping[str, Collection[str]] = {"warning": ("error", "warning"), "error": ("error",), "never": ()}


class CheckArguments(NamedTuple):
    """The command line's options, as click names them."""

    root: Path
    only: tuple[str, ...]
    skip: tuple[str, ...]
    fail_on: str
    limit: int
    as_json: bool
    workers: str
    host: str | None


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
    help="Apply only this rule; may be given several times.",
)
@click.option(
    "--skip",
    multiple=True,
    metavar="RULE",
    callback=_check_rule_names,
    help="Leave this rule out; may be given several times.",
)
@click.option(
    "--fail-on",
    type=click.Choice(list(_FAILING)),
    default="warning",
    show_default=True,
    help="Which findings make the command end with 1.",
)
@click.option(
    "--limit",
    type=click.IntRange(0),
    default=20,
    show_default=True,
    help="How many findings of a rule are shown; 0 shows all.",
)
@click.option("--json", "as_json", is_flag=True, help="Print all findings as a JSON object.")
@click.option("--host", type=click.Choice(HOSTS), help="Compare the built site with the limits of this host instead.")
@workers_option
def check(**options: Any) -> None:
    """List what a careful editor would correct before publishing. Nothing is written."""
    # A build in which nothing changed does without these, and starts the sooner.
    from newsgen.commands.check.check import check_site
    from newsgen.commands.check.report import findings_as_json, format_findings

    arguments = CheckArguments(**options)
    if arguments.host:
        _check_host(arguments, arguments.host)
        return
    try:
        with Progress() as progress:
            on_progress = ignore_progress if arguments.as_json else progress
            result = check_site(arguments.root, arguments.only, arguments.skip, arguments.workers, on_progress)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was checked.")
        sys.exit(_NOTHING_CHECKED)
    if arguments.as_json:
        click.echo(findings_as_json(result))
    else:
        for line in format_findings(result, arguments.limit):
            click.echo(line)
    if any(RULES[finding.rule].severity in _FAILING[arguments.fail_on] for finding in result.findings):
        sys.exit(1)


def _check_host(arguments: CheckArguments, host: str) -> None:
    from newsgen.commands.check.host import check_host
    from newsgen.commands.check.report import format_passed_limits, passed_limits_as_json

    try:
        problems = check_host(arguments.root, host)
    except NewsgenError as failed:
        report_problems(failed.problems, "nothing was checked.")
        sys.exit(_NOTHING_CHECKED)
    if arguments.as_json:
        click.echo(passed_limits_as_json(host, problems))
    else:
        for line in format_passed_limits(host, problems):
            click.echo(line)
    if problems and arguments.fail_on != "never":
        sys.exit(1)
