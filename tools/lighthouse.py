"""Run Lighthouse on the sample site, as on a phone with a slow connection.

    python -m tools.lighthouse

Prints the scores of six kinds of page, and exits with 1 if one is below 100 or something moves while it loads. The site
is served from this machine like on any static host. HTTPS and HTTP/2 depend on the host and are left out: Lighthouse
rates them only for pages from other machines.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.browser.server import open_server
from tests.browser.sites import EVERYTHING, KINDS, build_site_of
from tests.support.paths import ROOT

COMMAND = (ROOT / "tests/browser") / "long/node_modules/lighthouse/cli/index.js"
PAGES = {kind: KINDS[kind].file for kind in ("front", "story", "section", "month", "years")} | {
    "everything": EVERYTHING["ltr"]
}
# Lighthouse requests robots.txt from within the page, which the pages' own policy forbids, and then reports an invalid
# file: https://github.com/GoogleChrome/lighthouse/issues/4386. Search engines request it themselves.
LEFT_OUT = ("robots-txt",)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


class Figures(NamedTuple):
    """A page's scores out of 100 by category, its layout shift, and what lowered the scores."""

    kind: str
    scores: dict[str, int]
    shift: float
    faults: list[str]

    @property
    def is_whole(self) -> bool:
        """Whether there is nothing to improve."""
        return self.shift == 0 and all(score == 100 for score in self.scores.values())


def measure_site(folder: Path, is_enough: Callable[[Figures], bool]) -> Iterator[Figures]:
    """Each page's figures; pages are measured one after another so as not to slow each other down."""
    with open_server(folder, policy="") as served:
        for kind, file in PAGES.items():
            yield _measure_page(kind, served.address + file, is_enough)


def _measure_page(kind: str, address: str, is_enough: Callable[[Figures], bool]) -> Figures:
    """The figures of a page: of one run if they are enough, otherwise of the median of three.

    Other work of the machine lowers the score ("Lighthouse variability" in its documentation).
    """
    runs = [_read_report(kind, _run(address))]
    if not is_enough(runs[0]):
        runs += [_read_report(kind, _run(address)) for _ in range(2)]
    middle = sorted(runs, key=lambda run: run.scores["performance"])[len(runs) // 2]
    return middle._replace(shift=max(run.shift for run in runs))


def _run(address: str) -> Any:
    chromium = shutil.which("chromium") or "chromium"
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"
    answer = subprocess.run(
        ["node", str(COMMAND), address, flags, "--output=json", "--quiet", f"--skip-audits={','.join(LEFT_OUT)}"],
        env={**os.environ, "CHROME_PATH": chromium},
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(answer.stdout)


def _read_report(kind: str, report: Any) -> Figures:
    audits = report["audits"]
    weighed = {each["id"] for name in CATEGORIES for each in report["categories"][name]["auditRefs"] if each["weight"]}
    return Figures(
        kind,
        {name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES},
        audits["cumulative-layout-shift"]["numericValue"],
        [f"{name}: {audits[name]['title']}" for name in sorted(weighed) if _is_lacking(audits[name])],
    )


def _is_lacking(audit: Any) -> bool:
    """Whether an audit that applies to the page lowers the score by more than rounding."""
    return audit["score"] is not None and audit["score"] < 0.9


def main() -> int:
    """Print a line for each page, and below it what lowered its score."""
    print("page".ljust(12), *(name.rjust(15) for name in CATEGORIES), "layout shift".rjust(15))
    with tempfile.TemporaryDirectory() as folder:
        found = []
        for figures in measure_site(build_site_of(Path(folder), "ltr"), is_enough=lambda figures: figures.is_whole):
            scores = (str(score).rjust(15) for score in figures.scores.values())
            print(figures.kind.ljust(12), *scores, f"{figures.shift:.3f}".rjust(15), flush=True)
            for fault in figures.faults:
                print(f"    {fault}", flush=True)
            found.append(figures)
    return 0 if all(figures.is_whole for figures in found) else 1


if __name__ == "__main__":
    sys.exit(main())
