"""Results are measured again before they are two releases older than what they measure."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from benchmarks.support.age import MEASURED, are_too_old, release_dates, releases_between
from benchmarks.support.results import read_results

ROOT = Path(__file__).parents[3]
RELEASES = [date(2027, 6, 1), date(2027, 3, 1), date(2027, 1, 1)]


def day_of_last_change(folders: tuple[str, ...]) -> date:
    """The day on which a file below these folders of the clone last changed; skips where there is no clone."""
    if not (ROOT / ".git").exists():
        pytest.skip("the history is needed, and this is no clone")
    command = ["git", "log", "-1", "--format=%cs", "--", *folders]
    day = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    return date.fromisoformat(day)


def test_the_releases_are_those_of_the_changelog() -> None:
    changelog = "# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2027-03-01\n\n### Added\n\n## [0.1.0] - 2027-01-01\n"

    assert release_dates(changelog) == [date(2027, 3, 1), date(2027, 1, 1)]


@pytest.mark.parametrize(
    ("measured", "changed", "releases"),
    [
        (date(2027, 1, 2), date(2027, 2, 1), 0),
        (date(2027, 2, 1), date(2027, 1, 2), 0),
        (date(2027, 2, 1), date(2027, 3, 1), 0),
        (date(2027, 2, 1), date(2027, 3, 2), 1),
        (date(2027, 3, 1), date(2027, 3, 2), 1),
        (date(2026, 12, 1), date(2027, 12, 1), 3),
    ],
)
def test_results_age_by_the_releases_before_the_last_change(measured: date, changed: date, releases: int) -> None:
    assert releases_between(measured, changed, RELEASES) == releases
    assert are_too_old(measured, changed, RELEASES) == (releases > 1)


def test_every_folder_that_is_measured_exists() -> None:
    assert [folder for folder in MEASURED if not (ROOT / folder).is_dir()] == []


def test_the_results_are_not_too_old() -> None:
    results = read_results(ROOT / "benchmarks/results.jsonl")
    measured = min(date.fromisoformat(result.date) for result in results if result.engine.startswith("newsgen"))
    releases = release_dates((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))

    assert not are_too_old(measured, day_of_last_change(MEASURED), releases), (
        f"benchmarks/results.jsonl is of {measured}; measure again: python -m benchmarks.engines.compare …"
        " --write benchmarks/results.jsonl (benchmarks/README.md)"
    )
