"""What a served site shows at the moment: the last good build, and what stands in the way of the next one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from newsgen.errors import Problem


@dataclass(frozen=True, slots=True)
class ServedSite:
    """A site as it is shown after a build.

    `turn` is the build's number, and `shown` that of the last good one, whose site lies in `folder` (None: there was
    none yet). `prefix` is the path that the site will have on its own server, such as "/archive". `problems` and the
    `note` about them are of a build that failed.
    """

    turn: int
    folder: Path | None = None
    shown: int = 0
    prefix: str = ""
    problems: tuple[Problem, ...] = ()
    note: str = ""

    @property
    def key(self) -> int:
        """What a page that is sent now is known by; a page with another key is out of date.

        The page of the problems of a first build is out of date with every other build.
        """
        return self.shown if self.folder else self.turn

    def renewed(self, folder: Path, prefix: str) -> ServedSite:
        """The next edition, after a good build into a folder."""
        return ServedSite(self.turn + 1, folder, self.turn + 1, prefix)

    def kept(self, problems: Iterable[Problem], note: str) -> ServedSite:
        """The next edition, after a build that failed: the same site, with these problems."""
        return replace(self, turn=self.turn + 1, problems=tuple(problems), note=note)
