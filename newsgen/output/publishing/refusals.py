"""Why a publication does not begin, or does not end."""

from __future__ import annotations

from collections.abc import Sequence

from newsgen.errors import NewsgenError
from newsgen.output.publishing.stores.store import refusal

_SHOWN = 3
_OTHERS = "newsgen does not overwrite or delete the files of others."


def too_many_deletions(name: str, removed: Sequence[str], limit: int) -> NewsgenError:
    """The exception of a publication that would delete more than it may."""
    message = f"{len(removed)} files would be deleted there, and {limit} may be: {_some(removed)}"
    reason = "So many addresses that end are more often a slip than meant."
    fix = f"Look at them with --dry-run; if they are to go, run it with --delete-limit {len(removed)}."
    return refusal(name, message, fix, reason)


def another_site(name: str) -> NewsgenError:
    """The exception of a target with a front page that no manifest lists."""
    message = "holds an index.html that newsgen did not publish"
    fix = "Name an empty place, or overwrite what has the name of a file of the site with --all."
    return refusal(name, message, fix, _OTHERS)


def foreign_files(name: str, files: Sequence[str]) -> NewsgenError:
    """The exception of files that are not newsgen's in the places of new ones."""
    message = f"holds files that newsgen did not publish, and has new ones for their places: {_some(files)}"
    return refusal(name, message, "Move them away, or overwrite them with --all.", _OTHERS)


def damaged_note(name: str, file: str) -> NewsgenError:
    """The exception of a note of an unfinished publication that cannot be read."""
    reason = "It says which files an unfinished publication may have left."
    return refusal(name, f"{file} cannot be read", "Delete it there and run this with --all.", reason)


def missing_part(name: str, file: str) -> NewsgenError:
    """The exception of a target that lacks a part of its manifest."""
    reason = "It says which files stand there, and what they hold."
    return refusal(name, f"{file} is missing, a part of the manifest", "Send all files again with --all.", reason)


def two_at_once(name: str) -> NewsgenError:
    """The exception of a publication beside which another has begun."""
    reason = "Files of both may stand there; the manifest still lists those of before."
    return refusal(name, "another publication has begun there since", "Let it end, then run this again.", reason)


def differing_file(name: str, file: str) -> NewsgenError:
    """The exception of a file that was read back and is not what was sent."""
    fix = "Run it again; if it recurs, look for what alters files on their way, such as a proxy."
    return refusal(name, f"{file} is not what was sent", fix, "Readers would get something else than what was built.")


def _some(files: Sequence[str]) -> str:
    return ", ".join(files[:_SHOWN]) + (f" and {len(files) - _SHOWN} more" if len(files) > _SHOWN else "")
