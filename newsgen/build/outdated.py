"""What else touches pages, beside the articles: files beside them, templates, and what every page shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from newsgen.archive.archive import Archive
from newsgen.archive.database import BuildMemo, decode_path
from newsgen.archive.indexer import Indexer
from newsgen.archive.references import file_identifier
from newsgen.archive.targets import all_targets
from newsgen.build.inputs import ARTICLES, STATIC, TEMPLATES, is_area_of
from newsgen.pages.site_frame import make_frame
from newsgen.record.paths import ARTICLE_ENDINGS, METADATA
from newsgen.render.renderer import Renderer
from newsgen.settings.site import Site
from newsgen.settings.theme import Theme
from newsgen.sources.attachments import FOLDER
from newsgen.sources.scan import Changes


def outdated_by_files(catalogue: Indexer, changes: Mapping[str, Changes]) -> None:
    """Touch what shows or links to pictures and other files that come, change or go."""
    for area, change in changes.items():
        if area == ARTICLES or is_area_of(STATIC, area):
            for path in _all_of(change):
                if area == ARTICLES and (path.lower().endswith(ARTICLE_ENDINGS) or path == METADATA):
                    continue
                reason = f"the file {path} changed"
                catalogue.touch_wanting(file_identifier(path), reason)
                catalogue.touch_wanting(file_identifier(f"/{path}"), reason)
                media = f"{FOLDER}/{path}" if area == ARTICLES else path
                catalogue.touched.setdefault(f"asset:{media}", reason)


def outdated_by_templates(
    state: sqlite3.Connection, changes: Mapping[str, Changes], theme: Theme, site: Site
) -> dict[str, str]:
    """The owners with pages of templates of which some part changed, each with the reason."""
    edited = sorted(
        {path for area, change in changes.items() if is_area_of(TEMPLATES, area) for path in _all_of(change)}
    )
    if not edited:
        return {}
    reason = f"template {', '.join(edited)} changed"
    renderer = Renderer(theme, make_frame(site, Archive(state)))
    found: dict[str, str] = {}
    for (template,) in state.execute("SELECT DISTINCT template FROM outputs WHERE template <> ''").fetchall():
        if BuildMemo(state).get(f"closure {template}") != renderer.closure(template):
            rows = state.execute("SELECT DISTINCT owner FROM outputs WHERE template = ?", (template,))
            found.update((decode_path(owner), reason) for (owner,) in rows)
    return found


def outdated_by_frame(state: sqlite3.Connection, site: Site) -> dict[str, str]:
    """All owners, where what every page shows changed: the list of sections, or which single pages there are."""
    frame = make_frame(site, Archive(state)).digest
    before = BuildMemo(state).get("frame")
    BuildMemo(state).put("frame", frame)
    if before is None or before == frame:
        return {}
    return dict.fromkeys(all_targets(state), "what every page shows changed, such as the list of sections")


def _all_of(change: Changes) -> Iterator[str]:
    yield from (*change.added, *change.changed, *change.removed)
