"""Arguments: headlines that begin with a hyphen are headlines, and options stay options."""

import click
import pytest
from click.testing import CliRunner

from newsgen.commands.click_options import HeadlineCommand, QueryCommand, check_workers


@click.command(cls=HeadlineCommand)
@click.argument("headline")
@click.option("--section")
@click.option("--publish", is_flag=True)
@click.help_option("-h", "--help")
def new(headline: str, section: str | None, publish: bool) -> None:
    click.echo(repr((headline, section, publish)))


@pytest.mark.parametrize(
    "headline", ["- the hush: “Ha”", "-5 °C", "--why not?", "—", "-40", "Ferry - and how", "=", "-h = x"]
)
@pytest.mark.parametrize("section", ["Harbour", "-x y", "- the rest"])
def test_a_headline_may_begin_with_a_hyphen(headline: str, section: str) -> None:
    for arguments in (
        [headline, "--section", section, "--publish"],
        ["--publish", headline, f"--section={section}"],
        ["--section", section, "--publish", "--", headline],
    ):
        result = CliRunner().invoke(new, arguments)
        assert (result.output, result.exit_code) == (f"{(headline, section, True)!r}\n", 0)


@pytest.mark.parametrize("option", ["--secton", "--secton=Harbour News", "-x"])
def test_what_can_be_an_option_is_one(option: str) -> None:
    result = CliRunner().invoke(new, ["Ferry", option])
    assert result.exit_code == 2
    assert "No such option" in result.output
    assert option.partition("=")[0] in result.output


def test_a_headline_must_be_given() -> None:
    result = CliRunner().invoke(new, ["--section", "News"])
    assert result.exit_code == 2
    assert "Missing argument 'HEADLINE'" in result.output


def test_help_is_still_to_be_had() -> None:
    assert CliRunner().invoke(new, ["-h"]).output.startswith("Usage: new ")


@pytest.mark.parametrize(
    ("value", "right"), [("auto", True), ("1", True), ("16", True), ("0", False), ("two", False), ("²", False)]
)
def test_workers_are_auto_or_a_number_from_one_on(value: str, right: bool) -> None:
    context, option = click.Context(new), new.params[1]
    if right:
        assert check_workers(context, option, value) == value
    else:
        with pytest.raises(click.BadParameter) as refused:
            check_workers(context, option, value)
        assert str(refused.value) == f'"{value}" is neither "auto" nor a number from 1 on.'


@click.command(cls=QueryCommand, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("query", nargs=-1)
@click.option("--section")
@click.option("--json", "as_json", is_flag=True)
def search(query: tuple[str, ...], section: str | None, as_json: bool) -> None:
    """Search."""
    click.echo(repr((query, section, as_json)))


@pytest.mark.parametrize(
    ("arguments", "read"),
    [
        (["ferry", "-harbour", "--json"], (("ferry", "-harbour"), None, True)),
        (["-harbour", "--section", "-x", "ferry"], (("-harbour", "ferry"), "-x", False)),
        (["--section=News", '-"the ferry"', "-"], (('-"the ferry"', "-"), "News", False)),
        (["--json", "--", "ferry", "--section", "-h"], (("ferry", "--section", "-h"), None, True)),
        ([], ((), None, False)),
    ],
)
def test_words_with_a_hyphen_are_part_of_a_query(arguments: list[str], read: object) -> None:
    result = CliRunner().invoke(search, arguments)
    assert (result.output, result.exit_code) == (f"{read!r}\n", 0)


def test_options_of_a_query_stay_options() -> None:
    assert CliRunner().invoke(search, ["ferry", "-h"]).output.startswith("Usage: search")
    assert "No such option" in CliRunner().invoke(search, ["ferry", "--secton"]).output
    assert "requires an argument" in CliRunner().invoke(search, ["ferry", "--section"]).output
