"""Plan the reading of a site in parts."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from newsgen.build.learning import find_learnt_inputs
from newsgen.build.options import BuildOptions
from newsgen.build.parts.plan import make_plan, save_plan
from newsgen.build.site_inputs import sources_to_read
from newsgen.build.state import hold_state
from newsgen.settings.site import load_site


class Planning(NamedTuple):
    """A plan that was made: the number of sources of each part, and the plan's file."""

    sources: tuple[int, ...]
    file: Path


def plan_parts(root: Path, folder: str, parts: int, options: BuildOptions) -> Planning:
    """Plan the reading of what the next build must read, and write the plan into the state's folder of this name.

    Raises NewsgenError as a build does where the settings or the folder of articles are not as they should be.
    """
    public = load_site(root)
    with hold_state(root, folder) as (state, _):
        inputs = find_learnt_inputs(root, public.as_private() if options.private else public, state, None)
        sources = inputs.sources if options.clean else sources_to_read(state, inputs, options)
        plan = make_plan(inputs, sources, parts)
        return Planning(tuple(map(len, plan.parts)), save_plan(state.folder, plan))
