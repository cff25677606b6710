"""Workers of a site with default settings, for tests of tasks."""

from pathlib import Path

from newsgen.archive.database import FOLDER, state_file
from newsgen.build.workers.worker import Job, Worker
from newsgen.settings.site import Site
from newsgen.settings.theme import find_theme


class _Worker(Worker):
    """A worker that is closed when nobody holds it any more."""

    def __del__(self) -> None:
        self.close()


def make_worker(root: Path, uses_spool: bool = False) -> Worker:
    """A worker for the site at `root`, whether it was built or not."""
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    return _Worker(
        Job(
            articles=root / "articles",
            output=root / "public",
            site=Site(),
            theme=find_theme(root),
            rows={},
            database=state_file(folder),
            folder=folder,
            uses_spool=uses_spool,
            has_own_robots=False,
        )
    )
