"""The stages of a build in which something changed, in order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.targets import Target
from newsgen.build.failures import as_build_errors, temporary_files
from newsgen.build.index_queries import IndexQueries
from newsgen.build.inputs import LEDGER, InputSnapshot
from newsgen.build.job import make_job
from newsgen.build.learning import find_learnt_inputs
from newsgen.build.options import BuildOptions
from newsgen.build.outdated import Outdated, every_target, find_outdated
from newsgen.build.output_folder import OutputFolder, adopt_output, inspect_output, refuse_foreign_files, refuse_mixing
from newsgen.build.parts.joined_parts import join_parts, remove_parts
from newsgen.build.reasons import Reason
from newsgen.build.remote.launch import find_launch
from newsgen.build.site_findings import find_site_findings, note_moved_listings, refuse_findings
from newsgen.build.site_inputs import (
    SiteInputs,
    pattern_notice,
    removed_sources,
    save_inputs,
    sources_to_read,
    why_rebuild_all,
)
from newsgen.build.stages.copy import copy_facts, copy_sources, find_copied_files
from newsgen.build.stages.images import update_images
from newsgen.build.stages.index import SourceChanges, update_index
from newsgen.build.stages.ledger import publish_ledger
from newsgen.build.stages.links import resolve_outdated_links
from newsgen.build.stages.page_links import page_facts, resolve_page_links
from newsgen.build.stages.plan import derived_targets, plan_outputs
from newsgen.build.stages.read import read_sources
from newsgen.build.stages.search import update_search
from newsgen.build.stages.try_templates import (
    last_template_digests,
    save_template_digests,
    template_facts,
    try_templates,
)
from newsgen.build.stages.write import WriteCounts, write_outputs
from newsgen.build.state import State
from newsgen.build.validation import check_feed_names, check_images, check_redirects, check_rules_alone
from newsgen.build.workers.pool import MIN_PARALLEL_WORK, Pool
from newsgen.build.workers.worker import Job, Worker
from newsgen.errors import BuildInterrupted, NewsgenError
from newsgen.images.cache import ImageCache
from newsgen.images.embedded import EmbeddedFiles
from newsgen.output.files import clear_half_files, delete_files, prepare_folder
from newsgen.output.own_files import folder_stamp
from newsgen.pages.moved_files import find_moved_files
from newsgen.record.garbage import collecting_seldom
from newsgen.settings import REDIRECTS_FILE
from newsgen.settings.site import load_site


class BuildResult(NamedTuple):
    """The number of files written and deleted, and what whoever builds should know ("": nothing)."""

    written: int
    deleted: int
    notice: str


class _Build(NamedTuple):
    """One build: what it is made from, where it goes, and who works on it."""

    state: State
    inputs: SiteInputs
    output: OutputFolder
    options: BuildOptions
    job: Job
    pool: Pool[Worker]


def run_pipeline(root: Path, state: State, options: BuildOptions, last_scan: InputSnapshot | None) -> BuildResult:
    """Build what is outdated; `last_scan` are the input files where they were just looked at.

    Raises NewsgenError with every problem of the input, before anything is written, and BuildInterrupted where writing
    failed.
    """
    public = load_site(root)
    site = public.as_private() if options.private else public
    refuse_mixing(root, public, site, options)
    output = inspect_output(options.output or root / site.output, state.memo, options)
    if options.clean:
        state.reset()
    inputs = find_learnt_inputs(root, site, state, last_scan)
    sources = sources_to_read(state, inputs, options)
    notice = pattern_notice(state, inputs, options)
    uses_spool = len(sources) >= MIN_PARALLEL_WORK and not options.executor
    digests = {} if inputs.edited_templates else last_template_digests(state)
    job = replace(make_job(inputs, output.path, state.folder, uses_spool), template_digests=digests)
    launch = find_launch(options.executor, state, job)
    pool = Pool(partial(Worker, job), state.folder, options.workers, options.start_method, launch)
    parts = join_parts(state.folder, inputs, sources) if options.joins else None
    readers = Pool(partial(Worker, job), state.folder, "1", None, parts.launch) if parts else pool
    build = _Build(state, inputs, output, options, job, pool)
    with temporary_files(state.folder), collecting_seldom():
        with as_build_errors(NewsgenError, state.folder), state.transaction():
            outdated = _update_state(build, sources, readers)
        with as_build_errors(BuildInterrupted, state.folder):
            counts = _write(build, outdated)
    remove_parts(state.folder)
    return BuildResult(counts.written, counts.deleted, notice)


def _update_state(build: _Build, sources: list[str], readers: Pool[Worker]) -> Outdated:
    """Bring the state up to date with the inputs, which `readers` read, and plan the files of what that outdates."""
    state, inputs, output, options, job, pool = build
    rebuild_all = why_rebuild_all(state, inputs, output)
    state.spooled.clear()
    adopt_output(state.register, output)

    read = partial(read_sources, state, inputs, readers, options.on_progress)
    changes = SourceChanges(sources, read, removed_sources(state, inputs))
    facts = update_index(state, inputs, changes, options, bool(rebuild_all))
    facts += inputs.file_facts()
    # The index is final from here on. Where two rules outdate a target, the reason of the earlier one stays.
    index = IndexQueries(state.archive(), state.register, inputs.site)
    find = partial(find_outdated, index=index, articles=inputs.site.articles)
    outdated = every_target(index, rebuild_all) | find(facts) | _left_pending(state)
    check_feed_names(index.archive, inputs.site)
    outdated = find(resolve_outdated_links(state, inputs, outdated)) | outdated
    outdated = find(update_images(state, inputs, pool, options, outdated, rebuild_all)) | outdated
    check_images(state, inputs.site)
    outdated = find(template_facts(state, job, inputs.edited_templates)) | outdated
    outdated = update_search(state, inputs.site, pool, outdated, rebuild_all) | outdated
    copied = find_copied_files(state, inputs)
    outdated = find(copy_facts(state, copied)) | outdated
    outdated = derived_targets(outdated, copied, rebuild_all) | outdated

    plan_outputs(state, job, copied, outdated)
    moved = find_moved_files(index.archive, inputs.site)
    if not rebuild_all:
        # The files of the pages that link to others are the same as before: only what they show may change.
        linking = find(page_facts(state.register, moved if Target("redirects") in outdated else {}))
        resolve_outdated_links(state, inputs, linking)
        outdated = linking | outdated
    resolve_page_links(state.links, state.register, inputs.site, moved)
    state.findings.save({REDIRECTS_FILE: check_redirects(state.register, state.archive(), inputs.site)})
    note_moved_listings(state, moved)
    check_rules_alone(index.archive, inputs.site)
    if options.strict or inputs.site.strict:
        refuse_findings(find_site_findings(state, inputs.site.articles, inputs.site.check.skipped))
    refuse_foreign_files(state.register, output)
    if inputs.edited_templates or state.memo.output is None:
        try_templates(state, job)
    if inputs.edited_templates:
        # If this build is ended before it has written, the next one finds no edited template, and knows none either.
        state.memo.templates = None
    save_inputs(state, inputs)
    state.pending.add({target: str(reason) for target, reason in outdated.items()})
    prepare_folder(output.path)
    return outdated


def _left_pending(state: State) -> dict[Target, Reason]:
    """What a build that did not end has left to do."""
    return {target: Reason("{}", text) for target, text in state.pending.all().items()}


def _write(build: _Build, outdated: Outdated) -> WriteCounts:
    """Write what is outdated, and delete what is stale."""
    state, inputs, output, options, job, pool = build
    cache = ImageCache(state.folder)
    with pool.running(len(outdated)):
        if inputs.site.ledger and not options.preview:
            publish_ledger(state, inputs.snapshot.places[LEDGER])
        replaced = output.own_files or () if options.clean else ()
        delete_files(output.path, replaced)
        counts = write_outputs(state, job, copy_sources(state, inputs, cache), outdated, pool, options)
    if options.executor:
        # What processes left half-written that died while others did their work.
        clear_half_files(output.path)
    EmbeddedFiles(state.folder).prune(state.links.embedded_files())
    cache.prune({image.key for image in state.images.all().values() if image.key})
    with state.transaction():
        state.spooled.clear()
        save_template_digests(state, job)
        state.memo.output = folder_stamp(output.path)
    return counts._replace(deleted=counts.deleted + len(replaced))
