"""Take the pictures of the tour: screenshots of a new build of the sample site.

    python -m tools.take_pictures [--chromium PATH]

Needs Playwright and Chromium, as the tests do. The pictures go to docs/pictures/.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from newsgen.build.build import build_site
from tests.support.paths import ROOT

HERE = ROOT / "docs"
PICTURES = HERE / "pictures"
# The width at which a page of A4 shows its text, at 96 pixels an inch.
_PAPER = 794


class Picture(NamedTuple):
    """A page of the sample site as a reader sees it; sizes in CSS pixels."""

    name: str
    page: str
    width: int = 1280
    height: int = 860
    scheme: Literal["light", "dark"] = "light"
    media: Literal["screen", "print"] = "screen"


FERRY = "2013/05/a-hundred-years-on-a-chain-the-ferry-that-never-learned-to-steer.html"
ARABIC = "2019/05/qbtan-ala-kht-suril-albhr-la-ysal-an-allhja.html"
TOUR = (
    Picture("front", "index.html", height=1100),
    Picture("front-dark", "index.html", scheme="dark", height=1100),
    Picture("front-phone", "index.html", width=390, height=844),
    Picture("story", FERRY, height=1100),
    Picture("story-dark-phone", FERRY, width=390, height=844, scheme="dark"),
    Picture("story-arabic", ARABIC, height=1000),
    Picture("story-print", FERRY, width=_PAPER, height=1100, media="print"),
    Picture("archive", "archive.html"),
    Picture("year", "2019/index.html", height=900),
    Picture("section", "sections/harbour.html", height=900),
)


def build_sample(folder: Path) -> Path:
    """Build the sample site in a temporary folder; the folder of its pages."""
    for name in ("articles", "site.yaml"):
        source = HERE.parent / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    build_site(folder)
    return folder / "public"


def take(picture: Picture, browser: Browser, site: Path) -> None:
    """Open the page of a picture and save a screenshot."""
    context = browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.scheme,
        device_scale_factor=1.5,
    )
    page = context.new_page()
    page.emulate_media(media=picture.media)
    page.goto((site / picture.page).as_uri(), wait_until="load")
    page.screenshot(path=PICTURES / f"{picture.name}.jpg", type="jpeg", quality=82)
    context.close()


def main() -> None:
    """Build the site and take every picture."""
    parser = argparse.ArgumentParser(description="Take the pictures of the tour from the sample site.")
    parser.add_argument("--chromium", default=shutil.which("chromium"), help="the browser's program")
    options = parser.parse_args()
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build_sample(Path(folder))
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        for picture in TOUR:
            take(picture, browser, site)
        browser.close()


if __name__ == "__main__":
    main()
