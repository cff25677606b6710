"""Print what `newsgen init` created."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from pathlib import Path


def report_created(folder: Path, files: Iterable[str], host: str | None = None) -> None:
    """Print the files of a new site and what to do next, also for the host that was named."""
    print("\n".join(str(folder / file) for file in files))
    print(
        f"\nNext:\n"
        f"    cd {shlex.quote(str(folder))}\n"
        f"    newsgen build      makes the site in public/; open public/index.html\n"
        f'    newsgen serve      shows it while you write; pip install "newsgen[serve]" adds what it needs\n'
        f'    newsgen new        makes the file of an article: newsgen new "The ferry returns" --section News\n'
        "The three articles are examples: read them, then delete them, and permalinks.tsv, which has their addresses."
        " Settings are in site.yaml."
    )
    if host:
        print(f"How to publish it on every push: docs/hosting.md, {host}.")
