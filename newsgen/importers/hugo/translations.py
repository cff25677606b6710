"""Which of Hugo's pages are each other's translations: by `translationKey`, or by the same path in another language."""

from __future__ import annotations

from newsgen.importers.hugo.site import HugoSite
from newsgen.importers.site_folder.config import is_true
from newsgen.importers.site_folder.page import SourcePage
from newsgen.importers.temporary_index import TemporaryIndex

KEY = "translationkey"
_BETWEEN = "\x1f"


def id_of(site: HugoSite, page: SourcePage) -> str:
    """The id of a page's article."""
    return f"hugo:{page.path.removeprefix(f'{site.content}/')}"


def note_translation(site: HugoSite, page: SourcePage, where: tuple[str, str], index: TemporaryIndex) -> None:
    """Note a page, given its path without its language and that language, as the one of its language.

    A draft is none: its article is not there to be led to.
    """
    prefix = _prefix_of(site, page, where[0])
    if prefix and not is_true(page.get("draft")):
        index.add(f"{prefix}{where[1]}", id_of(site, page))


def find_translations(site: HugoSite, page: SourcePage, place: str, index: TemporaryIndex) -> list[str]:
    """The ids of the articles that are the same in other languages; `place` is the page's path without its language."""
    prefix = _prefix_of(site, page, place)
    return [other for other in index.find_all(prefix) if other != id_of(site, page)] if prefix else []


def _prefix_of(site: HugoSite, page: SourcePage, place: str) -> str:
    """What the keys of all versions of a page begin with; "" in a site of one language."""
    declared = page.get(KEY)
    if isinstance(declared, str | int) and str(declared):
        return _BETWEEN.join(("translations by key", str(declared), ""))
    return _BETWEEN.join(("translations by path", place.lower(), "")) if site.languages else ""
