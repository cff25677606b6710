"""Folders of Pelican become articles at their old addresses."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from newsgen.importers.imported import Imported, ImportedFile
from newsgen.importers.pelican.read import read_pelican
from tests.support.importing import (
    TODAY,
    articles_in,
    markdown_of,
    messages_in,
    only_article,
    read_all,
    reasons_in,
    write_files,
)

MILL = (
    "Title: Mill wheel\nDate: 2019-05-04 08:30\nCategory: Town\nTags: mill, wheel\n"
    "Authors: Ada Quill, Tom Reed\nSummary: It turns.\n\nIt *turns*.\n"
)


def read(tmp_path: Path, files: Mapping[str, str | bytes]) -> list[Imported]:
    return read_all(partial(read_pelican, today=TODAY), write_files(tmp_path / "site", files))


def test_an_article_keeps_what_it_is(tmp_path: Path) -> None:
    found = read(tmp_path, {"pelicanconf.py": "SITENAME = 'The Herald'\n", "content/mill.md": MILL})
    imported = only_article(found)
    article = imported.article
    assert (article.id, article.path, article.headline) == ("pelican:mill.md", "2019/05/mill.md", "Mill wheel")
    assert (article.byline, article.section, article.tags) == (("Ada Quill", "Tom Reed"), "Town", ("mill", "wheel"))
    assert (article.dek, article.permalink) == ("It turns.", "/mill-wheel.html")
    assert markdown_of(imported) == "It *turns*."


@pytest.mark.parametrize(
    ("config", "path", "extra", "address"),
    [
        ("", "mill.md", "", "/mill-wheel.html"),
        ("", "mill.md", "Slug: wheel\n", "/wheel.html"),
        ("", "pages/mill.md", "", "/pages/mill-wheel.html"),
        ("", "mill.md", "Save_as: a/b.html\n", "/a/b.html"),
        ("ARTICLE_URL = '{date:%Y}/{date:%m}/{slug}/'\n", "mill.md", "", "/2019/05/mill-wheel/"),
        ("ARTICLE_URL = '{date:%b}/{date:%-d}/{category}/{slug}.html'\n", "mill.md", "", "/May/4/town/mill-wheel.html"),
        ("ARTICLE_URL = '{author}/{slug}'\n", "mill.md", "", "/ada-quill/mill-wheel"),
        ("SLUGIFY_SOURCE = 'basename'\n", "mill.md", "", "/mill.html"),
        ("", "mill.md", "Lang: fr\n", "/mill-wheel-fr.html"),
        ("ARTICLE_URL = f'{open(1)}'\n", "mill.md", "", "/mill-wheel.html"),
        ("import os\nARTICLE_URL = os.getcwd()\n", "mill.md", "", "/mill-wheel.html"),
    ],
)
def test_an_address_is_the_old_one(tmp_path: Path, config: str, path: str, extra: str, address: str) -> None:
    found = read(tmp_path, {"pelicanconf.py": f"SITENAME = 'x'\n{config}", f"content/{path}": f"{extra}{MILL}"})
    assert only_article(found).article.permalink == address


@pytest.mark.parametrize(
    ("line", "path", "status"),
    [
        ("Status: draft\n", "mill.md", "draft"),
        ("Status: hidden\n", "mill.md", "private"),
        ("Status: published\n", "mill.md", ""),
        ("Status: odd\n", "mill.md", "draft"),
        ("", "drafts/mill.md", "draft"),
        ("", "mill.md", ""),
    ],
)
def test_a_status_keeps_an_article_out(tmp_path: Path, line: str, path: str, status: str) -> None:
    assert only_article(read(tmp_path, {f"content/{path}": f"{line}{MILL}"})).status == status


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("{filename}ferry.md", "/ferry.html"),
        ("{filename}/ferry.md#quay", "/ferry.html#quay"),
        ("|filename|ferry.md", "/ferry.html"),
        ("{static}/images/wheel.jpg", "/images/wheel.jpg"),
        ("{attach}wheel.jpg", "/wheel.jpg"),
        ("{filename}../../../etc/passwd", "/etc/passwd"),
        ("https://x.example/", "https://x.example/"),
    ],
)
def test_links_lead_where_they_led(tmp_path: Path, link: str, address: str) -> None:
    ferry = "Title: Ferry\nDate: 2019-05-05\n\nIt sails.\n"
    found = read(
        tmp_path, {"pelicanconf.py": "", "content/mill.md": f"{MILL}\n[L]({link})\n", "content/ferry.md": ferry}
    )
    mill = next(item for item in articles_in(found) if item.article.headline == "Mill wheel")
    assert markdown_of(mill).endswith(f"[L]({address})")


def test_html_has_its_fields_in_its_head(tmp_path: Path) -> None:
    page = (
        "<html><head><title>Mill &amp; wheel</title><meta name='date' content='2019-05-04'/>"
        "<meta name='tags' content='mill, wheel'><meta name='email' content='ada@x.example'></head>"
        "<body><p>It <b>turns</b>.</p></body></html>"
    )
    found = read(tmp_path, {"content/mill.html": page})
    article = only_article(found)
    assert (article.article.headline, article.article.tags) == ("Mill & wheel", ("mill", "wheel"))
    assert markdown_of(article) == "It **turns**."
    assert "ada@x.example" not in repr(found)


def test_restructured_text_is_kept_as_a_draft(tmp_path: Path) -> None:
    page = "Mill wheel\n##########\n\n:date: 2019-05-04\n:tags: mill\n\nIt *turns*, see `docs <x>`_.\n"
    imported = only_article(read(tmp_path, {"content/mill.rst": page}))
    assert (imported.article.headline, str(imported.article.published)) == ("Mill wheel", "2019-05-04")
    assert (imported.status, markdown_of(imported)) == ("draft", "```rst\nIt *turns*, see `docs <x>`_.\n```")


@pytest.mark.parametrize(
    ("name", "content", "articles", "problems"),
    [
        ("pelicanconf.py", "SITENAME = (\n", 1, 1),
        ("pelicanconf.py", "x" * 100 + "(" * 5000, 1, 1),
        ("content/a.md", "no metadata at all\n", 1, 0),
        ("content/a.md", "---\ntitle: a\nb: [\n", 1, 1),
        ("content/a.html", "<html><head><meta name=x content=</head><body>text</body>", 1, 0),
        ("content/a.html", "<meta " * 20_000, 1, 0),
        ("content/a.rst", "", 1, 0),
        ("content/a.jpg", b"\xff\xd8", 1, 0),
    ],
)
def test_hostile_folders(tmp_path: Path, name: str, content: str | bytes, articles: int, problems: int) -> None:
    found = read(tmp_path, {"content/mill.md": MILL, name: content})
    assert (len(articles_in(found)), len(messages_in(found))) == (articles, problems)
    assert [item.path for item in found if isinstance(item, ImportedFile)] == (
        ["/a.jpg"] if name.endswith("jpg") else []
    )
    assert len(reasons_in(found, "article")) == articles


@pytest.mark.parametrize("names", ["Ada Quill, Bo Fenn", "Ada Quill; Bo Fenn"])
def test_authors_in_one_line_are_several(tmp_path: Path, names: str) -> None:
    found = read(tmp_path, {"content/mill.md": f"Title: Mill\nDate: 2019-05-02\nAuthors: {names}\n\nIt turns.\n"})
    assert only_article(found).article.byline == ("Ada Quill", "Bo Fenn")
