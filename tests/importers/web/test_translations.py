"""Pages name their translations by `hreflang`; those that the source holds become `translation_of`."""

import pytest

from tests.support.importing import articles_in
from tests.support.web_pages import ARTICLE, page, prose, read_pages

URL = "https://paper.example"


def version(seed: int, language: str, *alternates: tuple[str, str]) -> str:
    head = "".join(f'<link rel="alternate" hreflang="{tag}" href="{href}">' for tag, href in alternates)
    return page(f"Story number {seed}", prose(seed), ARTICLE + head).replace(
        '<html lang="en"', f'<html lang="{language}"'
    )


ALL = (("en", f"{URL}/en/wheel.html"), ("de", "/de/rad.html"), ("x-default", f"{URL}/en/wheel.html"))


@pytest.mark.parametrize(
    ("pages", "named"),
    [
        (
            {f"{URL}/en/wheel.html": version(1, "en", *ALL), f"{URL}/de/rad.html": version(2, "de", *ALL)},
            {"/en/wheel.html": (f"{URL}/de/rad.html",), "/de/rad.html": (f"{URL}/en/wheel.html",)},
        ),
        ({f"{URL}/en/wheel.html": version(1, "en", *ALL)}, {"/en/wheel.html": ()}),
        (
            {
                f"{URL}/en/wheel.html": version(1, "en", ("en-GB", f"{URL}/uk/wheel.html")),
                f"{URL}/uk/wheel.html": version(2, "en"),
            },
            {"/en/wheel.html": (), "/uk/wheel.html": ()},
        ),
        (
            {
                f"{URL}/en/wheel.html": version(
                    1, "en", ("de", "/de/rad.html?utm_source=x#top"), ("?", "/de/rad.html")
                ),
                f"{URL}/de/rad.html": version(2, "de"),
            },
            {"/en/wheel.html": (f"{URL}/de/rad.html",), "/de/rad.html": ()},
        ),
    ],
)
def test_the_versions_that_the_source_holds_are_named(pages: dict[str, str], named: dict[str, tuple[str, ...]]) -> None:
    found = articles_in(read_pages(pages))
    assert {one.article.permalink: one.article.translation_of for one in found} == named
