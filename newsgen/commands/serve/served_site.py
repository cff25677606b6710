"""`ServedSite`: the last good build, and the problems of the build after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from newsgen.errors import Problem


@dataclass(frozen=True, slots=True)
class ServedSite:
    """A site as it is served after a build.

    `build_number` is that of the last build, and `good_build` that of the last good one, whose site lies in `folder`
    (None before the first). `prefix` is the path of the site's own URL, such as "/archive". `problems` and the `note`
    on them are those of a failed build.
    """

    build_number: int
    folder: Path | None = None
    good_build: int = 0
    prefix: str = ""
    problems: tuple[Problem, ...] = ()
    note: str = ""

    @property
    def key(self) -> int:
        """The key of a page that is sent now; a page with another key is out of date.

        The page of problems that stands for a first build is out of date after every other build.
        """
        return self.good_build if self.folder else self.build_number

    def after_success(self, folder: Path, prefix: str) -> ServedSite:
        """The site after a good build into a folder."""
        return ServedSite(self.build_number + 1, folder, self.build_number + 1, prefix)

    def after_failure(self, problems: Iterable[Problem], note: str) -> ServedSite:
        """The same site after a failed build, with its problems."""
        return replace(self, build_number=self.build_number + 1, problems=tuple(problems), note=note)
