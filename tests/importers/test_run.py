"""An import writes each article once, and importing again undoes nobody's work."""

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from newsgen.errors import NewsgenError, Problem
from newsgen.importers.imported import (
    Imported,
    ImportedArticle,
    ImportedFile,
    ImportedRedirect,
    MissingFile,
    SourceSite,
)
from newsgen.importers.run import preview_import, run_import
from newsgen.importers.written import WRITTEN_FILE
from newsgen.record.article import Article, Block, Image
from newsgen.record.comment import Comment
from newsgen.record.dates import parse_date
from newsgen.record.import_entry import Entry
from newsgen.settings.site import load_site
from newsgen.sources.files import find_sources
from newsgen.sources.load import LoadedArticle, load_article

WHEEL = ImportedArticle(
    Article(
        path="2019/05/mill-wheel.md",
        headline="Mill wheel: turns again",
        byline=("Ada Quill", "Tom Reed"),
        section="Town",
        published=parse_date("2019-05-04T08:30:00+01:00"),
        body=(Block("markdown", "The wheel turns.\n", 0),),
        images=(Image("wheel.jpg", "The wheel", "It turns.", "T. Reed"),),
        permalink="/2019/05/mill-wheel/",
        aliases=("/?p=101",),
        id="wordpress:101",
        extra={"views": "12", "colours": ["red", "blue"]},
        comments=(Comment("7", "Iris", parse_date("2019-05-05"), "At last!\n\nAt last."),),
    ),
    "export.xml",
    files=(ImportedFile("wheel.jpg", lambda: io.BytesIO(b"jpeg")),),
    entries=(Entry("post", "", "taken"),),
)


LOCK = ImportedArticle(Article("lock.md", "Lock", id="wordpress:102", body=(Block("markdown", "It holds.\n", 0),)), "")


def run(root: Path, *found: Imported) -> dict[str, int]:
    counts = run_import(iter(found), root, "articles", lambda article: None).counts
    return {str(outcome): number for outcome, number in counts.items()}


def files_of(root: Path) -> dict[str, str]:
    folder = root / "articles"
    return {file.relative_to(folder).as_posix(): file.read_text() for file in folder.rglob("*") if file.is_file()}


def test_an_article_becomes_a_markdown_file_with_its_files_and_comments_beside_it(tmp_path: Path) -> None:
    assert run(tmp_path, WHEEL) == {"new": 1}
    assert files_of(tmp_path) == {
        "2019/05/mill-wheel.md": """---
headline: "Mill wheel: turns again"
byline: [Ada Quill, Tom Reed]
published: 2019-05-04T08:30:00+01:00
section: Town
permalink: "/2019/05/mill-wheel/"
aliases: ["/?p=101"]
images:
- file: wheel.jpg
  alt: The wheel
  caption: It turns.
  credit: T. Reed
id: "wordpress:101"
extra:
  views: '12'
  colours:
  - red
  - blue
---

The wheel turns.
""",
        "2019/05/mill-wheel.comments.jsonl": (
            '{"id": "7", "author": "Iris", "date": "2019-05-05", "text": "At last!\\n\\nAt last."}\n'
        ),
        "2019/05/wheel.jpg": "jpeg",
    }


def test_what_is_written_is_what_a_build_reads(tmp_path: Path) -> None:
    run(tmp_path, WHEEL)
    (source,) = (source for source in find_sources(tmp_path / "articles", "articles") if source.path.endswith(".md"))
    loaded = load_article(source, {}, load_site(tmp_path))
    assert isinstance(loaded, LoadedArticle)
    article = loaded.declared
    assert (article.headline, article.byline, article.published, article.permalink, article.aliases, article.id) == (
        WHEEL.article.headline,
        WHEEL.article.byline,
        WHEEL.article.published,
        "/2019/05/mill-wheel/",
        ("/?p=101",),
        "wordpress:101",
    )
    assert article.images == WHEEL.article.images
    assert {key: article.extra[key] for key in ("views", "colours")} == WHEEL.article.extra


AGAIN: dict[str, tuple[str | None, str, str]] = {
    # what stands there now (None: nothing), the text of the newer source, what becomes of it
    "nothing changed": ("same", "The wheel turns.", "unchanged"),
    "the source changed": ("same", "The wheel stands.", "updated"),
    "somebody edited it": ("edited", "The wheel turns.", "edited"),
    "both changed": ("edited", "The wheel stands.", "conflict"),
    "somebody deleted it": (None, "The wheel stands.", "deleted"),
}


@pytest.mark.parametrize(("there", "newer", "outcome"), AGAIN.values(), ids=AGAIN)
def test_importing_again_updates_what_nobody_edited(
    tmp_path: Path, there: str | None, newer: str, outcome: str
) -> None:
    run(tmp_path, WHEEL)
    file = tmp_path / "articles/2019/05/mill-wheel.md"
    if there is None:
        file.unlink()
    elif there == "edited":
        file.write_text(file.read_text().replace("turns", "rests"))
    before = files_of(tmp_path)
    again = replace(WHEEL, article=replace(WHEEL.article, body=(Block("markdown", newer, 0),)))
    assert run(tmp_path, again) == {outcome: 1}
    changed = {path for path, text in files_of(tmp_path).items() if before.get(path) != text}
    assert changed == ({"2019/05/mill-wheel.md"} if outcome == "updated" else set())


def test_a_file_that_was_moved_is_found_by_its_id(tmp_path: Path) -> None:
    run(tmp_path, WHEEL)
    file = tmp_path / "articles/2019/05/mill-wheel.md"
    moved = tmp_path / "articles/town/wheel.md"
    moved.parent.mkdir()
    file.rename(moved)
    newer = replace(WHEEL, article=replace(WHEEL.article, headline="Mill wheel rests"))
    assert run(tmp_path, newer) == {"updated": 1}
    assert not file.exists()
    assert "Mill wheel rests" in moved.read_text()


def test_without_its_memory_an_import_knows_its_articles_by_their_ids(tmp_path: Path) -> None:
    run(tmp_path, WHEEL)
    (tmp_path / WRITTEN_FILE).unlink()
    assert run(tmp_path, WHEEL) == {"unchanged": 1}
    (tmp_path / WRITTEN_FILE).unlink()
    assert run(tmp_path, replace(WHEEL, article=replace(WHEEL.article, dek="At last"))) == {"conflict": 1}


def test_two_articles_that_ask_for_one_path_have_two(tmp_path: Path) -> None:
    other = replace(WHEEL, article=replace(WHEEL.article, id="wordpress:102", permalink="", aliases=(), comments=()))
    assert run(tmp_path, WHEEL, other) == {"new": 2}
    assert "2019/05/mill-wheel-2.md" in files_of(tmp_path)


@pytest.mark.parametrize(
    ("first", "second", "written"),
    [
        ("Quay.md", "quay.md", "quay-2.md"),
        ("quay.md", "QUAY.md", "QUAY-2.md"),
        ("caf\u00e9.md", "cafe\u0301.md", "cafe\u0301-2.md"),
        ("A/quay.md", "a/quay.md", "a/quay-2.md"),
    ],
)
def test_no_two_articles_have_paths_that_some_disks_take_for_one(
    tmp_path: Path, first: str, second: str, written: str
) -> None:
    for number, path in enumerate((first, second)):
        # The second import finds what the first one has kept.
        article = replace(LOCK.article, path=path, id=f"wordpress:{number}")
        assert run(tmp_path, replace(LOCK, article=article)) == {"new": 1}
    assert {first, written} <= files_of(tmp_path).keys()


OUTSIDE = ["../../secret.md", "{tmp}/x.md", "a/../../x.md", "..\\x.md", "%2e%2e/x.md", "C:/x.md"]


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_is_written_outside_the_folder(tmp_path: Path, path: str) -> None:
    root = tmp_path / "deep" / "site"
    root.mkdir(parents=True)
    path = path.format(tmp=tmp_path)
    asked = replace(WHEEL, article=replace(WHEEL.article, path=path), files=(ImportedFile(path, WHEEL.files[0][1]),))
    run(root, asked)
    assert [file for file in tmp_path.rglob("*") if file.is_file() and not file.is_relative_to(root)] == []


def test_a_folder_that_is_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    root = tmp_path / "site"
    (root / "articles").mkdir(parents=True)
    (root / "articles/2019").symlink_to(outside)
    with pytest.raises(NewsgenError) as refused:
        run(root, WHEEL)
    (problem,) = refused.value.problems
    assert problem.message == "leads out of its folder"
    assert list(outside.iterdir()) == []


def test_drafts_have_a_folder_of_their_own_that_no_build_publishes(tmp_path: Path) -> None:
    run(tmp_path, replace(WHEEL, article=replace(WHEEL.article, comments=()), status="private", files=()))
    (path,) = files_of(tmp_path)
    assert path == "_drafts/2019/05/mill-wheel.md"
    assert "draft: true\nstatus: private\n" in files_of(tmp_path)[path]


def test_settings_redirects_and_missing_files_are_written_beside_the_articles(tmp_path: Path) -> None:
    found: Sequence[Imported] = (
        SourceSite(title="The Tide Table", url="https://tide.example/", language="en"),
        WHEEL,
        ImportedRedirect("/category/town/", "/sections/town/"),
        MissingFile("/uploads/a b.jpg", "https://tide.example/uploads/a b.jpg", "export.xml"),
        Entry("shortcode", "poll", "left out", "has no text", "[poll id=3]"),
    )
    run(tmp_path, *found)
    assert (
        tmp_path / "site.yaml"
    ).read_text() == 'title: "The Tide Table"\nurl: "https://tide.example/"\nlanguage: en\n'
    assert (tmp_path / "redirects.tsv").read_text() == "/category/town/\t/sections/town/\n"
    assert (tmp_path / "missing-files.txt").read_text() == "https://tide.example/uploads/a%20b.jpg\n"
    assert json.loads((tmp_path / "import-account.json").read_text()) == {
        "post": {"": {"total": 1, "taken": 1, "kept_raw": 0, "left_out": 0, "reasons": []}},
        "shortcode": {
            "poll": {
                "total": 1,
                "taken": 0,
                "kept_raw": 0,
                "left_out": 1,
                "reasons": [{"outcome": "left out", "reason": "has no text", "count": 1, "example": "[poll id=3]"}],
            }
        },
    }
    assert load_site(tmp_path).redirects == {"/category/town/": "/sections/town/"}


def test_a_redirect_that_no_site_can_have_is_left_out_and_told(tmp_path: Path) -> None:
    found = [ImportedRedirect("/a/", "/b c/"), ImportedRedirect("/d/", "e/"), ImportedRedirect("/100%/", "/f/")]
    found.append(ImportedRedirect("/g", "/g/"))
    result = run_import(iter(found), tmp_path, "articles", lambda article: None)
    assert (tmp_path / "redirects.tsv").read_text() == "/a/\t/b%20c/\n"
    assert load_site(tmp_path).redirects == {"/a/": "/b c/"}
    reason = "no site can have this old address, or what it leads to"
    assert [row.reasons for row in result.account.rows()] == [(("left out", reason, 3, "/d/"),)]


@pytest.mark.parametrize(
    "site",
    [
        SourceSite(url="javascript:alert(1)"),
        SourceSite(url="https://a b/", timezone="Mars/Olympus"),
        SourceSite(title="\ud800", language="../../x", description="x" * 300_000),
    ],
)
def test_no_setting_is_written_that_no_site_can_have(tmp_path: Path, site: SourceSite) -> None:
    run(tmp_path, replace(site, description=site.description or "News"), WHEEL)
    assert load_site(tmp_path).url == ""


def test_of_an_article_with_too_many_other_fields_its_own_are_imported(tmp_path: Path) -> None:
    article = replace(WHEEL.article, extra={"a": "x" * 1_000_001}, comments=())
    whole = replace(LOCK, article=replace(LOCK.article, headline="x" * 1_000_001), place="export.xml")
    result = run_import(
        iter([replace(WHEEL, article=article, files=()), whole]), tmp_path, "articles", lambda article: None
    )
    assert result.counts == {"new": 1}
    assert list(map(str, result.problems)) == [
        f"export.xml: has more than 1,000,000 characters beside its text, which no build reads\n    {lost}\n"
        "    Take long values out of the export."
        for lost in ("What would stand below extra was not imported.", "Its article was not imported.")
    ]
    assert "extra" not in files_of(tmp_path)["2019/05/mill-wheel.md"]


def test_html_in_texts_is_let_through_where_there_are_no_settings_yet(tmp_path: Path) -> None:
    figure = replace(
        WHEEL, article=replace(WHEEL.article, body=(Block("markdown", "<figure>\n\nA wheel\n\n</figure>", 0),))
    )
    run(tmp_path, figure)
    assert (tmp_path / "site.yaml").read_text() == "markdown:\n  html: true\n"


def test_settings_that_are_there_stay(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("title: The Tide Table\n")
    run(tmp_path, SourceSite(title="Another"), WHEEL)
    assert (tmp_path / "site.yaml").read_text() == "title: The Tide Table\n"


def test_what_cannot_be_read_is_a_problem_and_the_rest_is_imported(tmp_path: Path) -> None:
    fault = Problem("export.xml", 9, "is cut short", "The rest is missing.", "Export it again.")

    def read() -> Iterator[Imported]:
        yield WHEEL
        yield fault

    result = run_import(read(), tmp_path, "articles", lambda article: None)
    assert (result.counts["new"], result.problems) == (1, [fault])


def test_a_picture_that_cannot_be_read_is_told_and_the_rest_is_imported(tmp_path: Path) -> None:
    gone = replace(WHEEL, files=(ImportedFile("wheel.jpg", tmp_path / "gone.jpg"),))
    result = run_import(iter([gone, LOCK]), tmp_path / "site", "articles", lambda article: None)
    assert result.counts == {"new": 2}
    assert list(map(str, result.problems)) == [
        f"{tmp_path}/site/articles/2019/05/wheel.jpg: cannot be copied: No such file or directory\n"
        "    The page that shows it would lack it.\n"
        "    Make it readable, and import again."
    ]
    assert run(tmp_path / "site", WHEEL) == {"unchanged": 1}
    assert (tmp_path / "site/articles/2019/05/wheel.jpg").read_bytes() == b"jpeg"


def test_an_article_with_values_too_deep_to_be_written_is_told_and_the_rest_is_imported(tmp_path: Path) -> None:
    deep: object = "x"
    for _ in range(500):
        deep = [deep]
    article = replace(WHEEL.article, extra={"levels": deep})
    result = run_import(iter([replace(WHEEL, article=article), LOCK]), tmp_path, "articles", lambda article: None)
    assert result.counts == {"new": 1}
    assert list(map(str, result.problems)) == [
        "export.xml: has values inside each other more than 100 deep\n"
        "    Its article was not imported.\n"
        "    Take them out of the export."
    ]


def test_a_preview_writes_nothing(tmp_path: Path) -> None:
    seen: list[str] = []
    result = preview_import(iter([WHEEL]), lambda imported: seen.append(imported.article.id))
    assert (dict(result.counts), seen, list(tmp_path.iterdir())) == ({"new": 1}, ["wordpress:101"], [])
