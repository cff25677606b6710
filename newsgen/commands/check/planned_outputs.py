"""Plan all files of a site whose articles are in the index of a check, as a build does; nothing of it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from newsgen.archive.broken_links import unreadable_images
from newsgen.archive.database import FOLDER
from newsgen.build import reasons
from newsgen.build.index_queries import IndexQueries
from newsgen.build.job import make_job
from newsgen.build.options import BuildOptions
from newsgen.build.outdated import every_target
from newsgen.build.output_folder import OutputFolder, adopt_output, inspect_output, refuse_foreign_files
from newsgen.build.site_inputs import SiteInputs
from newsgen.build.stages.copy import find_copied_files
from newsgen.build.stages.images import image_source, linked_photographs
from newsgen.build.stages.plan import derived_targets, plan_outputs
from newsgen.build.stages.try_templates import try_templates
from newsgen.build.state import State
from newsgen.build.validation import check_feed_names, find_lost_redirects
from newsgen.build.workers.pool import Pool
from newsgen.commands.check.image_checks import ImageChecker, measure_images, open_image_checker
from newsgen.errors import Finding, NewsgenError
from newsgen.images.embedded import EmbeddedFiles
from newsgen.images.metadata import ImageResult
from newsgen.images.profile import ImageProfile


def find_image_faults(state: State, inputs: SiteInputs, root: Path, workers: str) -> Iterator[Finding]:
    """Measure the images that articles show or link to; yields those that are there and cannot be read."""
    site = inputs.site
    checker = ImageChecker(ImageProfile(site.image_widths, site.image_formats), root / FOLDER)
    pool = Pool(partial(open_image_checker, checker), state.folder, workers)
    shown = state.links.shown_media()
    linked = linked_photographs(state, inputs.static, shown)
    files = {**inputs.static, **EmbeddedFiles(state.folder).all()}
    sources = [
        image_source(media, site.articles, inputs.articles, files)._replace(is_linked=media in linked)
        for media in sorted(shown | linked)
    ]
    with pool.running(len(sources)):
        for batch in pool.map(measure_images, sources, 1):
            for media, metadata in batch:
                state.images.put(media, ImageResult(metadata))
    yield from (Finding("missing-images", problem) for problem in unreadable_images(state.images, site.articles))


def find_output_problems(state: State, inputs: SiteInputs, root: Path) -> Iterator[Finding]:
    """Plan all outputs; yields what would stop a build before it writes them."""
    site = inputs.site
    path = root / site.output
    output: OutputFolder | None = None
    try:
        output = inspect_output(path, state.memo, BuildOptions())
        adopt_output(state.register, output)
    except NewsgenError as failed:
        yield from (Finding("output-folder", problem) for problem in failed.problems)
    archive = state.archive()
    copied = find_copied_files(state, inputs)
    outdated = every_target(IndexQueries(archive, state.register, site), reasons.FIRST_BUILD)
    outdated = derived_targets(outdated, copied, reasons.FIRST_BUILD) | outdated
    job = make_job(inputs, path, state.folder, uses_spool=False)
    yield from _problems_of("site-settings", partial(check_feed_names, archive, site))
    yield from _problems_of("addresses", partial(plan_outputs, state, job, copied, outdated))
    yield from find_lost_redirects(state.register, archive, site)
    if output:
        yield from _problems_of("output-folder", partial(refuse_foreign_files, state.register, output))
    yield from _problems_of("templates", partial(try_templates, state, job))


def _problems_of(rule: str, step: Callable[[], None]) -> Iterator[Finding]:
    """Take a step of a build; yields the problems that it raises."""
    try:
        step()
    except NewsgenError as failed:
        yield from (Finding(rule, problem) for problem in failed.problems)
