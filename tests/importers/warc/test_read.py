"""Web archives become the articles of their pages; what earlier captures said otherwise is told, and kept on demand."""

from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgen.cli import main
from newsgen.importers.imported import Imported
from newsgen.importers.run import run_import
from newsgen.importers.saved_pages.read import read_saved_pages
from newsgen.importers.warc.choice import CaptureChoice
from newsgen.importers.warc.read import read_archives
from newsgen.record.dates import PartialDate
from tests.support.edits import tree
from tests.support.importing import (
    TODAY,
    articles_in,
    count_entries,
    markdown_of,
    only_article,
    read_all,
    reasons_in,
    write_files,
)
from tests.support.web_archives import answer, members, page_record, record, story, wacz

URL = "https://courant.example/2021/mill.html"
EARLY, LATE = "2020-01-02T03:04:05Z", "2022-01-02T03:04:05Z"
OLD, NEW = story("Mill wheel turns", "It cost ten pounds."), story("Mill wheel turns", "It cost twelve pounds.")
CAPTURES = [page_record(URL, OLD, WARC_Date=EARLY), page_record(URL, NEW, WARC_Date=LATE)]
ALL = CaptureChoice(captures="all")


def read(folder: Path, content: bytes, choice: CaptureChoice = CaptureChoice()) -> list[Imported]:  # noqa: B008
    write_files(folder, {"a.warc": content})
    return read_all(partial(read_archives, choice=choice, today=TODAY), folder / "a.warc")


def test_a_capture_becomes_an_article(tmp_path: Path) -> None:
    found = only_article(read(tmp_path, b"".join(CAPTURES)))
    article = found.article
    assert (article.headline, article.permalink, article.published) == (
        "Mill wheel turns",
        "/2021/mill.html",
        PartialDate(2021, 3, 2),
    )
    assert "twelve pounds" in markdown_of(found)
    assert found.place == f"{tmp_path}/a.warc: {URL}"


@pytest.mark.parametrize(
    ("records", "reasons"),
    [
        (CAPTURES, ["another capture of its address counts; its text is another"]),
        ([CAPTURES[1], CAPTURES[1]], ["another capture of its address counts; its text is the same"]),
        (
            [page_record(URL, NEW, WARC_Payload_Digest="sha1:A"), page_record(URL, NEW, WARC_Payload_Digest="sha1:A")],
            ["another capture of its address counts; its content is the same"],
        ),
        (
            [record(answer(b"", status="301 Go", Location="/b"), URL, WARC_Date=EARLY), CAPTURES[1]],
            ["it only leads on, and another capture of its address does not"],
        ),
        (
            [page_record(f"{URL}.css", b"a", WARC_Date=EARLY), page_record(f"{URL}.css", b"b"), CAPTURES[1]],
            ["another capture of its address counts"],
        ),
    ],
)
def test_earlier_captures_are_named_in_the_account(tmp_path: Path, records: list[bytes], reasons: list[str]) -> None:
    found = read(tmp_path, b"".join(records))
    assert reasons_in(found, "capture") == reasons
    assert len(articles_in(found)) == 1


def test_earlier_texts_are_kept_as_drafts_with_what_changed(tmp_path: Path) -> None:
    found = read(tmp_path, b"".join([page_record(URL, OLD, WARC_Date="2019-01-01T00:00:00Z"), *CAPTURES]), ALL)
    whole, draft = articles_in(found)
    assert (draft.status, draft.article.id, draft.article.permalink) == (
        "draft",
        "web://courant.example/2021/mill.html@20200102030405",
        "",
    )
    assert "ten pounds" in markdown_of(draft)
    (correction,) = draft.article.corrections
    assert correction.date == PartialDate(2022, 1, 2)
    assert correction.text.startswith("Changed from: It cost ten pounds. The wheel")
    assert " To: It cost twelve pounds. The wheel" in correction.text
    assert not whole.article.corrections
    assert count_entries(found, "capture") == {("earlier", "kept raw"): 1, ("earlier", "left out"): 1}


def test_a_page_without_a_headline_has_the_title_of_the_list(tmp_path: Path) -> None:
    page = NEW.replace(b"Mill wheel turns", b"").replace("<title> – The Courant</title>".encode(), b"")
    archive = wacz({"a.warc.gz": members([page_record(URL, page)])}, [{"url": URL, "title": "The mill", "ts": LATE}])
    write_files(tmp_path, {"a.wacz": archive})
    found = read_all(partial(read_archives, choice=CaptureChoice(), today=TODAY), tmp_path / "a.wacz")
    assert only_article(found).article.headline == "The mill"


def test_pictures_come_out_of_the_archive(tmp_path: Path) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
    page = NEW.replace(b"<p>The council", b'<figure><img src="/a.png" alt="A"></figure><p>The council')
    records = [page_record(URL, page), record(answer(picture, "image/png"), "https://courant.example/a.png")]
    site = tmp_path / "site"
    site.mkdir()
    run_import(read(tmp_path, members(records)), site, "articles", lambda _: None)
    assert [content for file, content in tree(site).items() if file.endswith(".png")] == [picture]


def import_into(site: Path, source: Path, *options: str) -> dict[str, bytes]:
    """What an import by the command writes below the articles folder."""
    site.mkdir()
    result = CliRunner().invoke(main, ["import", *options, str(source), "--root", str(site)])
    assert result.exit_code == 0, result.output
    return tree(site / "articles")


def test_pages_in_an_archive_give_the_same_articles_as_in_a_folder(tmp_path: Path) -> None:
    pages = {
        f"courant.example/2021/{n}.html": story(f"Story of mill number {n}", f"It is number {n}.") for n in range(9)
    }
    write_files(tmp_path / "mirror", pages)
    records = [page_record(f"https://{path}", content) for path, content in pages.items()]
    write_files(tmp_path, {"a.warc.gz": members(records), "a.wacz": wacz({"a.warc.gz": members(records)})})
    folder = list(read_all(partial(read_saved_pages, today=TODAY), tmp_path / "mirror"))
    expected = {(found.article.headline, markdown_of(found), found.article.permalink) for found in articles_in(folder)}
    assert len(expected) == len(pages)
    for file in ("a.warc.gz", "a.wacz"):
        found = read_all(partial(read_archives, choice=CaptureChoice(), today=TODAY), tmp_path / file)
        assert {
            (one.article.headline, markdown_of(one), one.article.permalink) for one in articles_in(found)
        } == expected


def test_importing_again_writes_nothing_new(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.warc.gz": members(CAPTURES)})
    before = import_into(tmp_path / "site", tmp_path / "a.warc.gz", "warc")
    result = CliRunner().invoke(main, ["import", "warc", str(tmp_path / "a.warc.gz"), "--root", str(tmp_path / "site")])
    assert "1 article: 1 unchanged." in result.output
    assert tree(tmp_path / "site/articles") == before


def test_options_that_cannot_be_read_stop_the_command(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.warc.gz": members(CAPTURES)})
    arguments = ["import", "warc", str(tmp_path / "a.warc.gz"), "--root", str(tmp_path), "--since", "soon"]
    result = CliRunner().invoke(main, arguments)
    assert (result.exit_code, result.output.splitlines()[0]) == (
        1,
        'newsgen import warc --since: cannot read "soon"',
    )
