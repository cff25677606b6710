"""What else touches pages, beside the articles: files beside them, templates, and what every page shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from newsgen.archive.archive import Archive
from newsgen.archive.database import Meta, restored
from newsgen.archive.indexer import Catalogue
from newsgen.archive.references import file_name
from newsgen.archive.targets import all_owners
from newsgen.build.inputs import ARTICLES, STATIC, TEMPLATES, is_of
from newsgen.pages.site_frame import make_frame
from newsgen.record.paths import ARTICLE_ENDINGS, METADATA
from newsgen.render.renderer import Renderer
from newsgen.settings.site import Site
from newsgen.settings.theme import Theme
from newsgen.sources.attachments import FOLDER
from newsgen.sources.scan import Changes


def touch_by_files(catalogue: Catalogue, changes: Mapping[str, Changes]) -> None:
    """Touch what shows or links to pictures and other files that come, change or go."""
    for area, change in changes.items():
        if area == ARTICLES or is_of(STATIC, area):
            for path in _all_of(change):
                if area == ARTICLES and (path.lower().endswith(ARTICLE_ENDINGS) or path == METADATA):
                    continue
                reason = f"the file {path} changed"
                catalogue.touch_wanting(file_name(path), reason)
                catalogue.touch_wanting(file_name(f"/{path}"), reason)
                media = f"{FOLDER}/{path}" if area == ARTICLES else path
                catalogue.touched.setdefault(f"asset:{media}", reason)


def touched_by_templates(
    state: sqlite3.Connection, changes: Mapping[str, Changes], theme: Theme, site: Site
) -> dict[str, str]:
    """The owners with pages of templates of which some part changed, each with the reason."""
    edited = sorted({path for area, change in changes.items() if is_of(TEMPLATES, area) for path in _all_of(change)})
    if not edited:
        return {}
    reason = f"template {', '.join(edited)} changed"
    renderer = Renderer(theme, make_frame(site, Archive(state)))
    found: dict[str, str] = {}
    for (template,) in state.execute("SELECT DISTINCT template FROM outputs WHERE template <> ''").fetchall():
        if Meta(state).get(f"closure {template}") != renderer.closure(template):
            rows = state.execute("SELECT DISTINCT owner FROM outputs WHERE template = ?", (template,))
            found.update((restored(owner), reason) for (owner,) in rows)
    return found


def touched_by_frame(state: sqlite3.Connection, site: Site) -> dict[str, str]:
    """All owners, where what every page shows changed: the list of sections, or which single pages there are."""
    frame = make_frame(site, Archive(state)).digest
    before = Meta(state).get("frame")
    Meta(state).put("frame", frame)
    if before is None or before == frame:
        return {}
    return dict.fromkeys(all_owners(state), "what every page shows changed, such as the list of sections")


def _all_of(change: Changes) -> Iterator[str]:
    yield from (*change.added, *change.changed, *change.removed)
