"""Files that were saved are captures: mirrors, ZIP archives and MHTML, also hostile ones."""

import base64
import gzip
import os
from pathlib import Path

import pytest

from newsgen.errors import Problem
from newsgen.importers.imported import Imported
from newsgen.importers.saved_pages.mhtml import read_mhtml
from newsgen.importers.saved_pages.read import read_saved_pages
from newsgen.record.import_entry import Entry
from newsgen.record.plain_text import text_of
from tests.importers.web.test_read import STORY, png
from tests.support.importing import TODAY, articles_in, only_article, read_all, write_files, zip_of
from tests.support.web_pages import ARTICLE, page, prose


def read(*sources: Path) -> list[Imported]:
    """All that is found in files and folders."""
    return read_all(lambda files: read_saved_pages(files, TODAY), *sources)


def _story_with(picture: str) -> str:
    return STORY.replace("</p>", f"</p><figure><img src='{picture}'><figcaption>The wheel</figcaption></figure>", 1)


@pytest.mark.parametrize("named", ["", "paper.example"])
def test_a_mirror_is_read_with_or_without_the_folder_of_its_host(tmp_path: Path, named: str) -> None:
    write_files(
        tmp_path / "mirror",
        {
            "paper.example/2019/wheel.html": _story_with("../img/wheel.png?w=300"),
            "paper.example/img/wheel.png?w=300": png(400),
            "paper.example/robots.txt": "User-agent: *",
        },
    )
    found = read(tmp_path / "mirror" / named)
    imported = only_article(found)
    article = imported.article
    assert (article.permalink, article.original_url) == ("/2019/wheel.html", "http://paper.example/2019/wheel.html")
    assert [file.path for file in imported.files] == ["wheel/wheel.png"]
    assert '![](wheel/wheel.png "The wheel")' in text_of(article)
    assert [(item.kind, item.name, item.outcome) for item in found if isinstance(item, Entry)] == [
        ("page", "article", "taken"),
        ("file", ".txt", "left out"),
    ]


def test_a_page_that_was_saved_as_its_server_packed_it_is_unpacked(tmp_path: Path) -> None:
    packed = gzip.compress(page("The tug sinks", prose(2), ARTICLE).encode())
    write_files(tmp_path / "paper.example", {"a.html": packed})
    assert only_article(read(tmp_path)).article.headline == "The tug sinks"


def test_a_packed_page_that_fills_the_memory_is_told(tmp_path: Path) -> None:
    write_files(tmp_path / "paper.example", {"a.html": gzip.compress(b"<p>" + bytes(1 << 23))})
    (problem,) = [item for item in read(tmp_path) if isinstance(item, Problem)]
    assert problem.message == "cannot be read: is unpacked to more than 300 times its size"


@pytest.mark.parametrize("picture", ["bild-\u00e9.png", "bild-%E9.png", "bild-%e9.png"])
def test_pages_and_pictures_whose_names_are_no_utf_8_are_imported(tmp_path: Path, picture: str) -> None:
    pages = {
        b"caf\xe9.html": _story_with(picture),
        b"caf\xe8.html": page("The quay is sold", prose(2), ARTICLE, "<p><a href='caf%E9.html'>The wheel</a></p>"),
    }
    folder = tmp_path / "paper.example"
    folder.mkdir()
    for name, html in pages.items():
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(html, "utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/bild-\xe9.png")).write_bytes(png(400))
    found = read(tmp_path / "paper.example")
    assert sorted((item.article.id, item.article.original_url) for item in articles_in(found)) == [
        ("web://paper.example/caf%e8.html", "http://paper.example/caf%E8.html"),
        ("web://paper.example/caf%e9.html", "http://paper.example/caf%E9.html"),
    ]
    assert sorted(len(item.files) for item in articles_in(found)) == [0, 1]


def test_a_zip_archive_is_a_mirror(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "site.zip": zip_of({"paper.example/a.html": _story_with("a.png"), "paper.example/a.png": png(400)}),
            "more.zip": zip_of({"paper.example/b.html": page("The tug sinks", prose(2), ARTICLE)}),
        },
    )
    found = read(tmp_path)
    assert sorted(item.article.permalink for item in articles_in(found)) == ["/a.html", "/b.html"]
    (file,) = next(item.files for item in articles_in(found) if item.files)
    assert file.path == "a/a.png"


def test_what_leads_out_of_an_archive_or_is_a_bomb_is_refused(tmp_path: Path) -> None:
    members = {"../out.html": STORY, "/root.html": STORY, "bomb.html": " " * (1 << 23), "a.html": STORY}
    write_files(tmp_path, {"site.zip": zip_of(members)})
    found = read(tmp_path / "site.zip")
    assert only_article(found).article.permalink == "/a.html"
    name = f"{tmp_path / 'site.zip'}"
    lost = "What it holds was not imported."
    fix = "Unpack it with another program, or export it again."
    assert [item for item in found if isinstance(item, Problem)] == [
        Problem(f"{name}/{path}", 0, f"is left out: {reason}", lost, fix)
        for path, reason in (
            ("../out.html", "its name leads out of the archive"),
            ("/root.html", "its name leads out of the archive"),
            ("bomb.html", "it is unpacked to more than 300 times its size"),
        )
    ]


def test_a_page_with_its_files_as_browsers_save_it(tmp_path: Path) -> None:
    story = _story_with("./The%20wheel_files/wheel.png")
    note = "<!-- saved from url=(0033)https://paper.example/2019/wheel -->"
    write_files(tmp_path, {"The wheel.html": f"{note}{story}", "The wheel_files/wheel.png": png(400)})
    imported = only_article(read(tmp_path))
    assert (imported.article.permalink, imported.article.original_url) == (
        *("/2019/wheel", "https://paper.example/2019/wheel"),
    )
    assert [file.path for file in imported.files] == ["wheel/wheel.png"]


def _mhtml(html: str, picture: bytes) -> str:
    coded = base64.encodebytes(picture).decode()
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://paper.example/2019/wheel\r\n"
        "Subject: The wheel\r\nDate: Tue, 14 May 2019 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part=_1"\r\n\r\n\r\n'
        "------Part=_1\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        "Content-Transfer-Encoding: binary\r\nContent-Location: https://paper.example/2019/wheel\r\n\r\n"
        f"{html}\r\n------Part=_1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: https://cdn.example/wheel.png\r\n\r\n{coded}\r\n------Part=_1--\r\n"
    )


def test_mhtml_holds_a_page_with_its_pictures(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.mhtml": _mhtml(_story_with("https://cdn.example/wheel.png"), png(400))})
    imported = only_article(read(tmp_path))
    article = imported.article
    assert (article.permalink, article.original_url) == ("/2019/wheel", "https://paper.example/2019/wheel")
    assert article.extra == {"captured": "2019-05-14T10:00:00+00:00"}
    (file,) = imported.files
    with file.open() as opened:
        assert opened.read() == png(400)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "holds no page"),
        (b"<html>no mail</html>", "holds no page"),
        (b"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nabc\n--x--", "holds no page"),
        (
            b"Content-Type: multipart/related; boundary=x\n\n" + b"--x\nA: b\n\nc\n" * 5_010,
            "has more than 5,000 parts",
        ),
        (
            b"Content-Type: multipart/mixed; boundary=x\n\n"
            + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 500,
            "holds no page",
        ),
    ],
)
def test_a_file_that_is_no_mhtml_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        read_mhtml(content)


def test_a_broken_mhtml_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.mht": "nothing", "b.html": STORY})
    found = read(tmp_path)
    assert only_article(found).place == f"{tmp_path}/b.html"
    assert [item for item in found if isinstance(item, Problem)] == [
        Problem(
            *(f"{tmp_path}/a.mht", 0, "cannot be read as MHTML: holds no page", "What it holds was not imported."),
            "Look whether the file is whole.",
        )
    ]


@pytest.mark.long
@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + STORY,
        "<a href=x>" * 20_000 + STORY,
        "<b><i>" * 20_000 + STORY,
        "<!--" * 100_000 + STORY,
        "<" * 300_000 + STORY,
        f"<title>{'a - ' * 50_000}</title>{STORY}",
        f'<div class="{"x " * 100_000}">{STORY}</div>',
        f'<meta http-equiv=refresh content="0{" " * 200_000}">{STORY}',
        f'<link rel=canonical href="http://[{"a" * 100_000}">{STORY}',
        f'<a rel=next href="{"/a" * 50_000}">2</a>{STORY}',
        f'<img src="data:image/png;base64,{"A" * 1_000_001}">{STORY}',
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>" + STORY,
        "<h2><a href=q>four words are here</a></h2>" * 10_000,
    ],
)
def test_a_hostile_page_ends(tmp_path: Path, html: str) -> None:
    write_files(tmp_path, {"paper.example/a.html": html})
    found = read(tmp_path)
    pages = [item for item in found if isinstance(item, Entry) and item.kind == "page"]
    assert len(pages) == 1
