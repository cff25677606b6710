"""Stage: measure new and changed images and make their renditions, before anything is written.

Pages depend on an image's metadata alone: a photograph in the place of another of its size changes its own files and no
page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from newsgen.archive.facts import Fact, ImageChanged
from newsgen.archive.targets import Target
from newsgen.build import reasons
from newsgen.build.options import BuildOptions
from newsgen.build.reasons import Reason
from newsgen.build.site_inputs import SiteInputs
from newsgen.build.state import State
from newsgen.build.tasks.images import ImageSource, make_images
from newsgen.build.workers.pool import Pool
from newsgen.build.workers.worker import Worker
from newsgen.images.embedded import EmbeddedFiles
from newsgen.images.metadata import ImageResult
from newsgen.images.naming import is_drawing, may_be_photograph, may_be_run, may_have_private_parts, tells_no_type
from newsgen.images.profile import image_code_digest
from newsgen.record.paths import EMBEDDED_FOLDER
from newsgen.sources.attachments import MEDIA_FOLDER

# Articles that are read in the time that an image takes.
_WORTH = 200


def update_images(
    state: State,
    inputs: SiteInputs,
    pool: Pool[Worker],
    options: BuildOptions,
    outdated: Collection[Target],
    rebuild_all: Reason | None,
) -> list[Fact]:
    """Bring the images of the index and of the cache up to date; the facts."""
    code_change = _code_change(state)
    rebuild_all = rebuild_all or code_change
    known, shown = state.images.all(), state.links.shown_media()
    linked = linked_photographs(state, inputs.static, shown)
    removed = sorted(known.keys() - shown - linked)
    facts: list[Fact] = [ImageChanged(media, reasons.IMAGE_REMOVED, True) for media in removed]
    state.images.remove(removed)
    waiting = shown | linked if rebuild_all else _to_look_at(known, shown, linked, outdated)
    files = {**inputs.static, **EmbeddedFiles(state.folder).all()} if waiting else {}
    sources = [
        image_source(media, inputs.site.articles, inputs.articles, files)._replace(is_linked=media in linked)
        for media in sorted(waiting)
    ]
    for media, image in _make(sources, pool, options):
        before = known.get(media)
        if before and media in shown and not before.metadata.fault and _was_only_linked(media, before):
            # So far it was only linked.
            before = None
        if before != image:
            state.images.put(media, image)
            reason = str(rebuild_all) if rebuild_all and before else _reason(before)
            facts.append(ImageChanged(media, reason, not before or before.metadata != image.metadata))
    return facts


def _code_change(state: State) -> Reason | None:
    """Record what makes images now; the reason to make all of them again, where that was something else before."""
    before, state.memo.image_code = state.memo.image_code, image_code_digest()
    return reasons.IMAGE_CODE_CHANGED if before not in (None, state.memo.image_code) else None


def linked_photographs(state: State, static: Collection[str], shown: Collection[str]) -> set[str]:
    """The files beside articles that are linked to and looked into; static files are the owner's own."""
    kinds = (may_be_photograph, may_have_private_parts, is_drawing, may_be_run, tells_no_type)
    media = (file for file in state.links.published_media() if any(is_one(file) for is_one in kinds))
    return {file for file in media if file not in shown and file not in static}


def _to_look_at(
    known: Mapping[str, ImageResult], shown: Collection[str], linked: Collection[str], outdated: Collection[Target]
) -> set[str]:
    """The images that are new, or whose own files are outdated, or that are shown now and were only linked before."""
    return {
        media
        for media in (*shown, *linked)
        if media not in known
        or Target("asset", media) in outdated
        or (not known[media].metadata.fault and _was_only_linked(media, known[media]) == (media in shown))
    }


def _was_only_linked(media: str, image: ImageResult) -> bool:
    """Whether an image was only linked when it was made: nothing measured it."""
    return may_be_photograph(media) and not image.metadata.width


def image_source(media: str, label: str, articles: Path, static: Mapping[str, Path]) -> ImageSource:
    """The file of an image by its path in the output; `label` is how messages name the articles folder."""
    if media in static:
        return ImageSource(media, static[media], media if media.startswith(EMBEDDED_FOLDER) else f"static/{media}")
    path = media.removeprefix(f"{MEDIA_FOLDER}/")
    return ImageSource(media, articles / path, f"{label}/{path}")


def _make(sources: list[ImageSource], pool: Pool[Worker], options: BuildOptions) -> Iterator[tuple[str, ImageResult]]:
    if not sources:
        return
    with pool.running(len(sources) * _WORTH):
        for done, batch in enumerate(pool.map(make_images, sources, 1), start=1):
            yield from batch
            options.on_progress("pictures", done, len(sources))


def _reason(before: ImageResult | None) -> str:
    return reasons.IMAGE_CHANGED if before else reasons.IMAGE_ADDED
