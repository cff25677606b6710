"""The command line: one group of all commands."""

from __future__ import annotations

import click

from newsgen.commands.bag.command import bag
from newsgen.commands.build.command import build
from newsgen.commands.check.command import check
from newsgen.commands.init.command import init
from newsgen.commands.inspect.command import inspect
from newsgen.commands.new.command import new
from newsgen.commands.restore.command import restore
from newsgen.commands.search.command import search
from newsgen.commands.serve.command import serve
from newsgen.commands.urls.command import urls
from newsgen.commands.verify.command import verify
from newsgen.version import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newsgen")
def main() -> None:
    """Turn a folder of article text into a permanent news archive of plain files."""


for command in (build, serve, init, new, inspect, check, search, urls, verify, restore, bag):
    main.add_command(command)
