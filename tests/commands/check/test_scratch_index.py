"""The index of a check reports links as a build reports them."""

from pathlib import Path

from newsgen.archive.database import open_scratch
from newsgen.commands.check.scratch_index import (
    ScratchIndex,
    find_dangling_links,
    find_missing_images,
    published_attachments,
)
from newsgen.record.article import Block
from newsgen.settings.site import Site
from tests.support.records import an_article, enter


def test_broken_links_and_attachments_are_found(tmp_path: Path) -> None:
    (tmp_path / "gull.jpg").write_bytes(b"")
    text = "![A gull](gull.jpg) ![A crab](crab.jpg) [x](x.html) [b](b.md)"
    articles = [
        an_article("a.md", headline="Tide", body=(Block("markdown", text, 5),)),
        an_article("b.md", headline="Tides"),
    ]
    with open_scratch(tmp_path / "index.sqlite") as index:
        scratch = ScratchIndex(index, Site(), tmp_path)
        scratch.add(enter(article, Site()) for article in articles[:1])
        scratch.add(enter(article, Site()) for article in articles[1:])
        assert list(scratch.finish()) == []
        found = [*find_missing_images(index, tmp_path, {}, Site()), *find_dangling_links(index, Site())]
        assert [(finding.rule, finding.problem.message) for finding in found] == [
            ("missing-images", 'there is no image "crab.jpg"'),
            ("links", 'the link "x.html" leads to nothing in the archive'),
        ]
        assert published_attachments(index) == ["gull.jpg"]


def test_articles_are_checked_at_the_permalinks_of_the_ledger(tmp_path: Path) -> None:
    (tmp_path / "permalinks.tsv").write_text(
        "/old/tide.html\ta.md\tcurrent\n/gone.html\tgone.md\tcurrent\n", encoding="utf-8"
    )
    link = Block("markdown", "[a](/old/tide.html) [b](/undated/tide.html)", 5)
    with open_scratch(tmp_path / "index.sqlite") as index:
        scratch = ScratchIndex(index, Site(), tmp_path)
        scratch.add(
            [enter(an_article("a.md", headline="Tide"), Site()), enter(an_article("b.md", body=(link,)), Site())]
        )
        assert [(found.rule, found.problem.path, found.problem.message) for found in scratch.finish()] == [
            ("addresses", "articles/gone.md", "is gone, and with it the published address /gone.html")
        ]
        assert list(find_missing_images(index, tmp_path, {}, Site())) == []
        assert [found.problem.message for found in find_dangling_links(index, Site())] == [
            'the link "/undated/tide.html" leads to nothing in the archive'
        ]


def test_an_article_that_cannot_be_read_is_not_gone(tmp_path: Path) -> None:
    (tmp_path / "permalinks.tsv").write_text("/old/tide.html\ta.md\tcurrent\n", encoding="utf-8")
    with open_scratch(tmp_path / "index.sqlite") as index:
        assert list(ScratchIndex(index, Site(), tmp_path).finish(["a.md"])) == []
