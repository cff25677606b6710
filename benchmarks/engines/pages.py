"""Check that the engines' sites are equivalent: how many pages each has, and whether stories have the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from benchmarks.engines.folders import Folder
from benchmarks.support.corpus import make_article

_SAMPLED = 20
# Every engine chooses related articles by its own rules.
_RELATED = re.compile(r'<aside class="related">.*?</aside>', re.DOTALL)


class _Words(HTMLParser):
    """The words of a page's visible text and of its meta tags."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words += data.split()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            self.words += str(dict(attrs).get("content")).split()


def read_words(html: str) -> list[str]:
    """The words of a page without its related articles."""
    words = _Words()
    words.feed(_RELATED.sub("", html))
    words.close()
    return words.words


def count_pages(output: Path) -> int:
    """The number of HTML pages of a site."""
    return sum(1 for _ in output.rglob("*.html"))


def find_differing(folders: Iterable[Folder]) -> list[str]:
    """The sampled stories that differ in their words or are missing on one of the sites."""
    folders = list(folders)
    size = folders[0].size
    differing = []
    for number in range(0, size, max(1, size // _SAMPLED)):
        article = make_article(number, size)
        story = f"{article.path.removeprefix('articles/').rpartition('/')[0]}/{article.slug}.html"
        files = [folder.output / story for folder in folders]
        texts = [read_words(file.read_text(encoding="utf-8")) if file.is_file() else [] for file in files]
        if not texts[0] or any(text != texts[0] for text in texts):
            differing.append(story)
    return differing
