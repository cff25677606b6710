"""Options that several commands share."""

import click
import pytest
from click.testing import CliRunner

from newsgen.commands.click_options import workers_option


@click.command()
@workers_option
def work(workers: str) -> None:
    click.echo(workers)


@pytest.mark.parametrize("value", ["auto", "1", "16"])
def test_workers_are_auto_or_a_number_from_1_on(value: str) -> None:
    result = CliRunner().invoke(work, ["--workers", value])
    assert (result.output, result.exit_code) == (f"{value}\n", 0)


@pytest.mark.parametrize("value", ["0", "two", "²", "-1"])
def test_any_other_number_of_workers_is_refused(value: str) -> None:
    result = CliRunner().invoke(work, ["--workers", value])
    assert result.exit_code == 2
    assert f'"{value}" is neither "auto" nor a number from 1 on.' in result.output
