"""Stage: find the files that are copied into the output: static files, attachments and renditions of images."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from newsgen.archive.facts import CopiedFileAdded, CopiedFileRemoved, Fact
from newsgen.archive.images import image_files, rendition_sources
from newsgen.archive.targets import Target
from newsgen.build.site_inputs import SiteInputs
from newsgen.build.state import State
from newsgen.images.cache import ImageCache
from newsgen.images.embedded import EmbeddedFiles
from newsgen.sources.attachments import MEDIA_FOLDER, published_path

# The files of each target that is copied, or made of an image.
CopiedFiles = Mapping[Target, list[str]]


def find_copied_files(state: State, inputs: SiteInputs) -> CopiedFiles:
    """The files of all static files, attachments and images."""
    files = {file: [published_path(file, inputs.static)] for file in (*inputs.static, *state.links.published_media())}
    files.update(image_files(state.images.all(), inputs.static))
    return {Target("asset", file): own for file, own in files.items() if own}


def copy_facts(state: State, copied: CopiedFiles) -> list[Fact]:
    """The facts about files that are published now and were not before, or the other way round."""
    before = state.register.targets_of_kind("asset")
    added, removed = sorted(copied.keys() - before), sorted(before - copied.keys())
    return [*map(CopiedFileAdded, added), *map(CopiedFileRemoved, removed)]


def copy_sources(state: State, inputs: SiteInputs, cache: ImageCache) -> dict[str, Path]:
    """Where the content of each copied file lies, by its path in the output."""
    attachments = (file for file in state.links.published_media() if file.startswith(f"{MEDIA_FOLDER}/"))
    return {
        # A static image is also shown under a name that all hosts take.
        **{published_path(file): source for file, source in inputs.static.items()},
        **inputs.static,
        **{published_path(file): inputs.articles / file.removeprefix(f"{MEDIA_FOLDER}/") for file in attachments},
        **EmbeddedFiles(state.folder).all(),
        **dict(rendition_sources(state.images.all(), cache)),
    }
