"""The sources that an address may name without their ending."""

from __future__ import annotations

from collections.abc import Iterator

from newsgen.record.paths import ARTICLE_ENDINGS
from newsgen.text.markup.links import named_path, path_beside

_PAGE_ENDINGS = ("html", "htm")


def sources_without_ending(address: str, path: str) -> Iterator[str]:
    """The sources that a relative address in the text at `path` may mean, as other generators write it.

    "../2019/ferry", "../2019/ferry.html" and Zola's "@/2019/ferry" are the file ferry.md, whatever its ending.
    """
    named = named_path(address)
    if named.startswith("/") or not named or named.endswith("/"):
        return
    is_from_root = named.startswith("@/")
    beside = named.removeprefix("@/") if is_from_root else path_beside(address, path)
    stem, dot, ending = beside.rpartition(".")
    has_none = "." not in named.rpartition("/")[2]
    name = stem if dot and ending.lower() in _PAGE_ENDINGS else beside if has_none else ""
    if name:
        yield from (f"{name}{ending}" for ending in ARTICLE_ENDINGS if f"{name}{ending}" != path)
    if is_from_root:
        yield beside
