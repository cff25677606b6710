"""The problems of two targets that cannot both have their files."""

from __future__ import annotations

from newsgen.archive.targets import Target
from newsgen.errors import Problem

_RENAME = "Give one of the two files another name."
_READDRESS = 'Write another "slug: …" or "permalink: …" in the front matter of one of them.'
_READDRESS_IT = 'Write another "slug: …" or "permalink: …" in the article\'s front matter.'
_RENAME_IT = "Give the file another name, or take it away."


def claimed_twice(target: Target, earlier: Target, file: str, articles: str) -> Problem:
    """The problem of two targets with one file; of an article and a page of newsgen's own, the article has it."""
    if earlier.kind == "article" and target.kind not in ("article", "asset"):
        target, earlier = earlier, target
    message = f"has the same address as {earlier.describe(articles)}: /{file}"
    kinds = {target.kind, earlier.kind}
    if kinds == {"article"}:
        fix = _READDRESS
    elif "article" in kinds:
        fix = _READDRESS_IT
    else:
        fix = _RENAME if kinds == {"asset"} else _RENAME_IT if "asset" in kinds else _READDRESS
    return Problem(target.describe(articles), 0, message, "One of the two would be lost.", fix)


def file_for_folder(target: Target, file: str, articles: str) -> Problem:
    """The problem of a file in the place of a folder of others."""
    message = f"would be a file where others need a folder: /{file}"
    fix = 'Write another "slug: …" or "permalink: …" for it.'
    return Problem(target.describe(articles), 0, message, "A name can be one or the other.", fix)
