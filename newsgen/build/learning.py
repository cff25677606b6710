"""Learn from the pasted texts of a site how they are read, and write that into `reading.yaml`."""

from __future__ import annotations

from pathlib import Path

from newsgen.build.inputs import ARTICLES, InputSnapshot
from newsgen.build.site_inputs import SiteInputs, find_inputs
from newsgen.build.state import State
from newsgen.output.files import write_atomically
from newsgen.settings import READING_FILE
from newsgen.settings.learnt_reading import LearntReading
from newsgen.settings.reading_file import format_learnt
from newsgen.settings.site import Site, load_site
from newsgen.sources.learning.pasted_paths import FEWEST_TEXTS, pasted_paths


def learn_first(root: Path, inputs: SiteInputs) -> bool:
    """Whether there was no `reading.yaml` and enough texts to learn from, so that it was written now."""
    # Picking the sources of a large site takes longer than looking at the endings of its files.
    files = inputs.snapshot.found[ARTICLES]
    if (root / READING_FILE).exists() or len(pasted_paths(files)) < FEWEST_TEXTS:
        return False
    if len(pasted_paths(inputs.sources)) < FEWEST_TEXTS:
        return False
    # Few builds learn: most find too few pasted texts, or what an earlier one learnt.
    from newsgen.sources.learning.folder import learn_folder

    write_learnt(root, learn_folder(inputs.articles, inputs.sources, inputs.site))
    return True


def find_learnt_inputs(root: Path, site: Site, state: State, last_scan: InputSnapshot | None) -> SiteInputs:
    """The inputs of the site at `root` as `find_inputs` gives them; a folder is learnt from that was not yet."""
    inputs = find_inputs(root, site, state, last_scan)
    if not learn_first(root, inputs):
        return inputs
    return find_inputs(root, site.with_learnt(load_site(root).learnt), state, None)


def write_learnt(root: Path, learnt: LearntReading) -> None:
    """Write `reading.yaml` into the site's folder. Raises NewsgenError where it cannot be written."""
    write_atomically(root, READING_FILE, format_learnt(learnt).encode())
