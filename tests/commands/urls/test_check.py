"""Old URLs compared with a site that was built."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newsgen.archive.database import FOLDER, BuildMemo, state_file
from newsgen.build.build import build_site
from newsgen.commands.urls.check import check_urls
from newsgen.commands.urls.report import format_url_check, url_check_as_json
from newsgen.errors import NewsgenError

pytestmark = pytest.mark.long

ARTICLES = {
    "flood.md": "title: The flood\ndate: 2020-07-12\noriginal_url: https://old.example/story.php/17",
    "ferry.md": "title: Ferry returns\ndate: 2019-03-12",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    for name, head in ARTICLES.items():
        (tmp_path / "articles" / name).write_text(f"---\n{head}\n---\nText.\n", encoding="utf-8")
    (tmp_path / "site.yaml").write_text("original_url: https://old.example\n", encoding="utf-8")
    build_site(tmp_path)
    return tmp_path


def listed(folder: Path, *urls: str) -> Path:
    (folder / "old.txt").write_text("\n".join(urls), encoding="utf-8")
    return folder / "old.txt"


def test_unanswered_urls_come_with_the_article_they_meant(site: Path) -> None:
    checked = check_urls(
        site,
        listed(
            site,
            "https://old.example/2020/07/the-flood.html",
            "https://old.example/",
            "https://old.example/story.php/17",
            "/story.php/17/",
            "https://www.old.example/2019/03/Ferry-Returns",
            "https://old.example/news/the-ferry-returns/",
            "https://old.example/?p=17",
            "https://old.example/gulls",
            "https://other.example/gulls",
        ),
    )
    assert checked.answered == 2
    assert [old.url for old in checked.elsewhere] == ["https://other.example/gulls"]
    found = [
        (lost.old.url, lost.suggestion and (lost.suggestion.card.path, lost.suggestion.reason))
        for lost in checked.unanswered
    ]
    assert found == [
        ("https://old.example/story.php/17", ("flood.md", "its original_url is this URL")),
        ("/story.php/17/", ("flood.md", "its original_url is this URL")),
        (
            "https://www.old.example/2019/03/Ferry-Returns",
            ("ferry.md", "its address differs in case or ending only"),
        ),
        ("https://old.example/news/the-ferry-returns/", ("ferry.md", "its address has a similar name")),
        ("https://old.example/?p=17", None),
        ("https://old.example/gulls", None),
    ]


def test_a_listing_without_articles_is_named(site: Path) -> None:
    file = site / "articles/flood.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title:", "tags: [Gezeiten]\ntitle:"), encoding="utf-8")
    build_site(site)
    url = "https://old.example/tags/gezeiten.html"
    assert check_urls(site, listed(site, url)).unanswered == ()
    file.write_text(text, encoding="utf-8")
    build_site(site)
    checked = check_urls(site, listed(site, url, "/tags/tide.html"))
    assert [(one.suggestion, one.listing) for one in checked.unanswered] == [(None, 'tag "gezeiten"'), (None, "")]
    assert list(format_url_check(checked, 1))[:2] == [
        url,
        '    was the tag "gezeiten", in which no article is any more',
    ]
    assert [found.get("listing") for found in json.loads(url_check_as_json(checked))["unanswered"]] == [
        'tag "gezeiten"',
        None,
    ]


def test_every_url_of_the_sites_own_sitemap_is_answered(site: Path) -> None:
    (site / "site.yaml").write_text("url: https://courant.example/paper\n", encoding="utf-8")
    build_site(site)
    checked = check_urls(site, site / "public/sitemap.xml")
    assert (checked.answered > 2, checked.unanswered, checked.elsewhere) == (True, (), ())


def test_without_a_build_nothing_is_explained(tmp_path: Path) -> None:
    with pytest.raises(NewsgenError) as failed:
        check_urls(tmp_path, listed(tmp_path, "/a"))
    assert str(failed.value) == (
        f"{tmp_path}: no site was built here yet\n"
        "    Which URLs the archive has is known once it is built.\n"
        "    Run newsgen build first."
    )


def test_the_state_of_another_newsgen_is_refused(site: Path) -> None:
    with closing(sqlite3.connect(state_file(site / FOLDER))) as state, state:
        BuildMemo(state).engine = b"other"
    with pytest.raises(NewsgenError, match="the last build was another newsgen's"):
        check_urls(site, listed(site, "/a"))
    state_file(site / FOLDER).write_bytes(b"no database" * 1000)
    with pytest.raises(NewsgenError, match="the index of the last build cannot be read"):
        check_urls(site, listed(site, "/a"))
