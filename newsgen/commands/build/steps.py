"""The steps of a build in parts: plan it, or read a part."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsgen.archive.database import FOLDER, PRIVATE_FOLDER

if TYPE_CHECKING:
    from newsgen.build.options import BuildOptions
    from newsgen.build.parts.plan_parts import Planning
    from newsgen.build.parts.read_part import PartReading


def refuse_mixed_steps(plan: int | None, part: int | None, joins: bool) -> None:
    """Raise click's UsageError where more than one step is asked for."""
    if (plan is not None) + (part is not None) + joins > 1:
        raise click.UsageError("--plan, --part and --join are steps that follow each other: write one of them.")


def take_step(root: Path, plan: int | None, part: int | None, options: BuildOptions) -> Planning | PartReading:
    """Plan so many parts, or else read the part of this number. Raises NewsgenError."""
    folder = PRIVATE_FOLDER if options.private else FOLDER
    if plan is not None:
        from newsgen.build.parts.plan_parts import plan_parts

        return plan_parts(root, folder, plan, options)
    from newsgen.build.parts.read_part import read_part

    assert part is not None, "one of the two is asked for"
    return read_part(root, root / folder, part, options)
