"""Measure the time from saving an article to the browser showing it, with `newsgen serve` on the sample archive.

    python -m benchmarks.engines.live_reload

saves an article of this repository's archive twenty times with a new sentence, and waits each time until the page that
is open in Chromium has reloaded with that sentence. It prints the median of the seconds between saving and the page's
load event. It needs playwright, and Chromium as `chromium` on the path.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[2]
ARTICLE = "articles/2019/wind-farm-debate.md"
STORY = "2019/11/long-bank-one-bay-two-views.html"
# A page that has loaded logs the number in its new sentence.
LOG_SAVED = """
    addEventListener("load", () => console.log(document.querySelector("main")?.textContent.match(/Saved \\d+/)?.[0]));
"""


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """Run `newsgen serve` for a site; its address, as soon as the site is built."""
    log = root / "log.txt"
    command = [sys.executable, "-m", "newsgen", "serve", "--root", str(root), "--port", "0"]
    with log.open("w", encoding="utf-8") as out, subprocess.Popen(command, stdout=out, stderr=out) as server:
        try:
            while log.read_text(encoding="utf-8").count("\n") < 2:
                assert server.poll() is None, log.read_text(encoding="utf-8")
                time.sleep(0.1)
            yield log.read_text(encoding="utf-8").split()[1]
        finally:
            server.terminate()


def time_edit(page: Page, article: Path, number: int) -> float:
    """The seconds from saving a change of an article to the load event of its page."""
    text = article.read_text(encoding="utf-8").partition("\nSaved")[0]
    with page.expect_console_message(lambda message: message.text == f"Saved {number}"):
        started = time.perf_counter()
        article.write_text(f"{text}\nSaved {number}\n", encoding="utf-8")
    return time.perf_counter() - started


def main() -> None:
    """Print the median."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=20)
    edits = parser.parse_args().edits
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder)
        shutil.copytree(ROOT / "articles", root / "articles")
        shutil.copy(ROOT / "site.yaml", root)
        flags = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        with serving(root) as address:
            page = browser.new_page()
            page.add_init_script(LOG_SAVED)
            page.goto(f"{address}{STORY}")
            times = [time_edit(page, root / ARTICLE, number) for number in range(edits)]
        browser.close()
    print(f"from saving to the page, median of {edits} edits: {statistics.median(times):.2f} s")
    print(f"the quickest {min(times):.2f} s, the slowest {max(times):.2f} s")


if __name__ == "__main__":
    main()
