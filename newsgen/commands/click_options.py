"""Arguments of commands that click alone would not read as they are meant."""

from __future__ import annotations

import re
from pathlib import Path

import click

root_option = click.option(
    "--root", type=click.Path(path_type=Path), default=Path(), help="The site's folder; the current one by default."
)
# What can be an option, with or without a value behind "=".
_OPTION = re.compile(r"--?[a-z-]*(?:=.*)?", re.DOTALL)


def check_workers(context: click.Context, option: click.Parameter, value: str) -> str:
    """A number of processes from 1 on, or "auto"."""
    if value != "auto" and not (value.isascii() and value.isdigit() and int(value)):
        raise click.BadParameter(f'"{value}" is neither "auto" nor a number from 1 on.')
    return value


class HeadlineCommand(click.Command):
    """A command whose argument is a headline, which may begin with a hyphen as options do: "- and then it rained"."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, with a headline that cannot be an option moved to where click takes it for none."""
        place = self._place_of_headline(args)
        if place is not None:
            args = [*args[:place], *args[place + 1 :], "--", args[place]]
        return super().parse_args(ctx, args)

    def _place_of_headline(self, args: list[str]) -> int | None:
        """Where a headline stands that begins with a hyphen; None where there is none or click is told already."""
        if "--" in args:
            return None
        options = [option for option in self.params if isinstance(option, click.Option) and not option.is_flag]
        with_value = {name for option in options for name in option.opts}
        for place, argument in enumerate(args):
            is_value = place > 0 and args[place - 1] in with_value
            if argument.startswith("-") and not is_value and not _OPTION.fullmatch(argument):
                return place
        return None


class QueryCommand(click.Command):
    """A command whose arguments are a query; what shall not be found has a hyphen there as options do: "-harbour"."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, with the query's words moved behind all options, where click takes none for an option."""
        valued = {
            name
            for option in self.params
            if isinstance(option, click.Option) and not option.is_flag
            for name in option.opts
        }
        options: list[str] = []
        words: list[str] = []
        rest = iter(args)
        for argument in rest:
            if argument == "--":
                words += rest
            elif argument in valued:
                value = next(rest, None)
                if value is None:
                    raise click.BadOptionUsage(argument, f"Option '{argument}' requires an argument.", ctx)
                options += (argument, value)
            elif argument.startswith("--") or argument in ctx.help_option_names:
                options.append(argument)
            else:
                words.append(argument)
        return super().parse_args(ctx, [*options, "--", *words])
