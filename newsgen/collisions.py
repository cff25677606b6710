"""Two things that would be one file: found before anything is written, for one of them would be lost."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from newsgen.errors import BuildFailed, Problem
from newsgen.permalinks import output_key


def check_collisions(owned: Iterable[tuple[str, str]]) -> None:
    """Raise BuildFailed for every file of the output that two owners claim, and for a file that is a folder too.

    `owned` pairs an owner, as messages name it, with its file. Names count as equal that some file system cannot
    tell apart: in another case, or in another normal form of Unicode.
    """
    owners: dict[str, tuple[str, str]] = {}
    problems = []
    for owner, file in owned:
        earlier, _ = owners.setdefault(output_key(file), (owner, file))
        if earlier != owner:
            problems.append(
                Problem(
                    owner,
                    0,
                    f"has the same address as {earlier}: /{file}",
                    "One of the two would be lost.",
                    'Write another "slug: …" or "permalink: …" in the front matter of one of them.',
                )
            )
    folders = {output_key(str(folder)) for _, file in owners.values() for folder in PurePosixPath(file).parents}
    for key in sorted(owners.keys() & folders):
        owner, file = owners[key]
        problems.append(
            Problem(
                owner,
                0,
                f"would be a file where others need a folder: /{file}",
                "A name can be one or the other.",
                'Write another "slug: …" or "permalink: …" for it.',
            )
        )
    if problems:
        raise BuildFailed(problems)
