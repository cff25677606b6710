"""The problems of two targets that cannot both have their files."""

from __future__ import annotations

from newsgen.archive.targets import Target
from newsgen.errors import Problem

_RENAME = "Give one of the two files another name."
_READDRESS = 'Write another "slug: …" or "permalink: …" in the front matter of one of them.'
_READDRESS_IT = 'Write another "slug: …" or "permalink: …" in the article\'s front matter.'
_READDRESS_OLD = 'Write another "slug: …" or "permalink: …" for it, or take the address out of its aliases.'
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


def file_for_folder(target: Target, file: str, other: Target | None, articles: str) -> Problem:
    """The problem of a target's file where another target needs a folder; an article is asked to give way."""
    reason = "A name can be one or the other."
    if other and other.kind == "article" and target.kind != "article":
        message = f"needs a folder where {target.describe(articles)} has a file: /{file}"
        return Problem(other.describe(articles), 0, message, reason, _READDRESS_OLD)
    message = f"would be a file where others need a folder: /{file}"
    return Problem(target.describe(articles), 0, message, reason, 'Write another "slug: …" or "permalink: …" for it.')


def outside_of_output(path: str, file: str) -> Problem:
    """The problem of something at `path` that asks for a file outside of the output."""
    return Problem(
        path,
        0,
        f"would have a file outside of the output folder: {file}",
        "newsgen does not write outside its output folder.",
        "Take what names this path out of the site: an address, a file, or a line of permalinks.tsv.",
    )


def link_on_the_way(output: str, file: str) -> Problem:
    """The problem of a folder of the output in whose place there is a symbolic link now."""
    return Problem(
        f"{output}/{file}",
        0,
        "is in a folder that is a symbolic link",
        "newsgen does not write outside its output folder.",
        "Put a folder in the place of the link, or name another output: the output as a whole may lie anywhere.",
    )
