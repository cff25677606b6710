"""Exports of Medium become articles; lists of readers and sessions are not opened."""

from functools import partial
from pathlib import Path

import pytest

from newsgen.importers.imported import Imported
from newsgen.importers.medium.read import read_medium
from tests.support.importing import (
    TODAY,
    articles_in,
    count_entries,
    markdown_of,
    messages_in,
    only_article,
    read_all,
    zip_of,
)

PAGE = """<!DOCTYPE html><html><head><title>Mill wheel</title><style>p {{}}</style></head>
<body><article class="h-entry">
<header><h1 class="p-name">Mill wheel</h1></header>
<section data-field="subtitle" class="p-summary">{subtitle}</section>
<section data-field="body" class="e-content"><section class="section">
<div class="section-divider"><hr></div>
<div class="section-content"><div class="section-inner"><h3 class="graf graf--h3 graf--title">Mill wheel</h3>
<h4 class="graf graf--h4 graf--subtitle">It turns again</h4><p class="graf">It <strong>turns</strong>.</p>
<figure><img src="https://cdn-images-1.medium.example/max/800/1*a.jpg"><figcaption>A wheel</figcaption></figure>
</div></div></section></section>
<footer>{footer}</footer></article></body></html>"""
FOOTER = """<p>By <a href="https://medium.com/@ada" class="p-author h-card">Ada Quill</a> on
<a href="https://medium.com/p/0123456789ab">
<time class="dt-published" datetime="2019-05-04T08:30:00.000Z">May 4, 2019</time></a>.</p>
<p><a href="{url}" class="p-canonical">Canonical link</a></p>
<p>Exported from <a href="https://medium.com">Medium</a> on May 5.</p>"""
PUBLIC = PAGE.format(subtitle="It turns again", footer=FOOTER.format(url="https://medium.com/@ada/mill-0123456789ab"))
NAME = "posts/2019-05-04_Mill-wheel-0123456789ab.html"


def read(tmp_path: Path, files: dict[str, str | bytes]) -> list[Imported]:
    file = tmp_path / "export.zip"
    file.write_bytes(zip_of(files))
    return read_all(partial(read_medium, today=TODAY), file)


def test_a_post_keeps_what_it_is(tmp_path: Path) -> None:
    found = read(tmp_path, {NAME: PUBLIC})
    imported = only_article(found)
    article = imported.article
    assert (article.id, article.path) == ("medium:0123456789ab", "2019/05/mill-wheel.md")
    assert (article.headline, article.dek, article.byline) == ("Mill wheel", "It turns again", ("Ada Quill",))
    assert (str(article.published), article.permalink) == ("2019-05-04T08:30:00Z", "")
    assert article.original_url == "https://medium.com/@ada/mill-0123456789ab"
    text = markdown_of(imported)
    assert text.startswith("It **turns**.")
    assert "A wheel" in text
    assert count_entries(found, "picture file") == {("cdn-images-1.medium.example", "kept raw"): 1}


def test_a_domain_of_ones_own_keeps_its_addresses(tmp_path: Path) -> None:
    page = PAGE.format(subtitle="", footer=FOOTER.format(url="https://herald.example/mill-0123456789ab"))
    assert only_article(read(tmp_path, {NAME: page})).article.permalink == "/mill-0123456789ab"


@pytest.mark.parametrize(
    ("name", "footer"),
    [("posts/draft_Mill-wheel-0123456789ab.html", FOOTER), (NAME, "<p>View original.</p>")],
)
def test_a_draft_is_one(tmp_path: Path, name: str, footer: str) -> None:
    page = PAGE.format(subtitle="", footer=footer.format(url="https://medium.com/p/0123456789ab"))
    assert only_article(read(tmp_path, {name: page})).status == "draft"


def test_an_address_that_names_no_host_is_no_permalink(tmp_path: Path) -> None:
    page = PAGE.format(subtitle="", footer=FOOTER.format(url="https://[x/mill-0123456789ab"))
    assert only_article(read(tmp_path, {NAME: page})).article.permalink == ""


def test_no_list_of_readers_is_opened(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        {
            NAME: PUBLIC,
            "README.html": "<p>reader@x.example</p>",
            "ips/ips-0001.html": "<li>10.1.2.3</li>",
            "profile/profile.html": "<li>ada@x.example</li>",
            "sessions/sessions-0001.html": "<li>10.1.2.3</li>",
            "bookmarks/b.html": "<article><section data-field='body'>x</section></article>",
        },
    )
    assert len(articles_in(found)) == 1
    assert not any(secret in repr(found) for secret in ("@x.example", "10.1.2.3"))
    assert count_entries(found, "file") == {(".html", "left out"): 5}


@pytest.mark.parametrize(
    ("files", "articles", "problems"),
    [
        ({NAME: ""}, 0, 0),
        ({NAME: "<article>" * 5000}, 0, 0),
        ({NAME: PUBLIC[:600]}, 1, 0),
        ({NAME: PUBLIC.replace("2019-05-04T08:30:00.000Z", "soon")}, 1, 0),
        ({NAME: PUBLIC.replace("https://medium.com/@ada/mill-0123456789ab", "javascript:alert(1)")}, 1, 0),
        ({NAME: PUBLIC.replace("It <strong>", "<script>alert(1)</script>It <strong>")}, 1, 0),
        ({NAME: PUBLIC.encode().replace(b"It turns again", b"\xff\xfe\xff")}, 0, 1),
        ({NAME: PUBLIC.replace("Ada Quill", "ada@x.example")}, 1, 0),
        ({"../" + NAME: PUBLIC}, 0, 1),
    ],
)
def test_hostile_exports(tmp_path: Path, files: dict[str, str | bytes], articles: int, problems: int) -> None:
    found = read(tmp_path, files)
    assert (len(articles_in(found)), len(messages_in(found))) == (articles, problems)
    shown = "".join(map(markdown_of, articles_in(found)))
    assert "alert(1)" not in shown
    assert all("@" not in "".join(item.article.byline) for item in articles_in(found))
