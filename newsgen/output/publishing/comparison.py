"""What differs between a site and what stands at a target, from the two manifests, of which neither is kept whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newsgen.archive.database import encode_path
from newsgen.output.manifest import ManifestEntry


class Changes(NamedTuple):
    """What to do at a target: new files, those whose content changed, and those that the site has no more; and how
    many are as they should be.
    """

    new: tuple[ManifestEntry, ...]
    changed: tuple[ManifestEntry, ...]
    removed: tuple[str, ...]
    kept: int

    @property
    def uploads(self) -> tuple[ManifestEntry, ...]:
        """Everything to send."""
        return self.new + self.changed

    @property
    def is_empty(self) -> bool:
        """Whether the target is as the site is."""
        return not (self.new or self.changed or self.removed)


def compare(
    site: Iterator[ManifestEntry],
    target: Iterator[ManifestEntry],
    unsure: Mapping[str, bytes | None],
    sent: Mapping[str, bytes],
) -> Changes:
    """What differs; both manifests come in their order.

    `unsure` are the files that a publication which was not ended may have written or deleted, whatever the target's
    manifest says, and `sent` those of which it is known with which content it did.
    """
    new, changed, removed, kept = [], [], [], 0
    rest = dict(unsure)
    for ours, theirs in _side_by_side(site, target):
        entry = ours or theirs
        assert entry
        is_unsure = entry.file in rest
        rest.pop(entry.file, None)
        if not ours:
            removed.append(entry.file)
        elif sent.get(ours.file) == ours.digest or (theirs and theirs.digest == ours.digest and not is_unsure):
            kept += 1
        elif theirs:
            changed.append(ours)
        else:
            new.append(ours)
    return Changes(tuple(new), tuple(changed), tuple(sorted({*removed, *rest})), kept)


def _side_by_side(
    site: Iterator[ManifestEntry], target: Iterator[ManifestEntry]
) -> Iterator[tuple[ManifestEntry | None, ManifestEntry | None]]:
    """The entries of one file in both manifests; None where it is not in one."""
    ours, theirs = next(site, None), next(target, None)
    while ours or theirs:
        our_place = encode_path(ours.file) if ours else ""
        their_place = encode_path(theirs.file) if theirs else ""
        is_ours = bool(ours and (not theirs or our_place <= their_place))
        is_theirs = bool(theirs and (not ours or their_place <= our_place))
        yield ours if is_ours else None, theirs if is_theirs else None
        ours = next(site, None) if is_ours else ours
        theirs = next(target, None) if is_theirs else theirs
