"""An index for a check says of links what a build says of them."""

from pathlib import Path

from newsgen.commands.check.finding import Finding
from newsgen.commands.check.scratch_index import (
    ScratchIndex,
    broken_links,
    find_shared_addresses,
    open_index,
    published_beside,
)
from newsgen.errors import Problem
from newsgen.record.article import Block
from newsgen.settings.site import Site
from tests.support.records import an_article, enter


def test_lacks_shared_addresses_and_published_files_are_known(tmp_path: Path) -> None:
    (tmp_path / "gull.jpg").write_bytes(b"")
    text = "![A gull](gull.jpg) ![A crab](crab.jpg) [x](x.html) [b](b.md)"
    articles = [
        an_article("a.md", headline="Tide", body=(Block("markdown", text, 5),)),
        an_article("b.md", headline="Tide"),
    ]
    with open_index(tmp_path / "index.sqlite") as index:
        filling = ScratchIndex(index, Site(), tmp_path)
        filling.put(enter(article, Site()) for article in articles[:1])
        filling.put(enter(article, Site()) for article in articles[1:])
        assert list(filling.finish()) == []
        assert [(found.rule, found.problem.message) for found in broken_links(index, tmp_path, {}, Site())] == [
            ("missing-images", 'there is no image "crab.jpg"'),
            ("links", 'the link "x.html" leads to nothing in the archive'),
        ]
        assert list(find_shared_addresses(index, Site())) == [
            Finding(
                "addresses",
                Problem(
                    "articles/b.md",
                    0,
                    "has the same address as articles/a.md: /undated/tide.html",
                    "One of the two would be lost.",
                    'Write another "slug: …" or "permalink: …" in the front matter of one of them.',
                ),
            )
        ]
        assert published_beside(index) == ["gull.jpg"]


def test_articles_are_looked_at_where_the_ledger_has_them(tmp_path: Path) -> None:
    (tmp_path / "permalinks.tsv").write_text(
        "/old/tide.html\ta.md\tcurrent\n/gone.html\tgone.md\tcurrent\n", encoding="utf-8"
    )
    link = Block("markdown", "[a](/old/tide.html) [b](/undated/tide.html)", 5)
    with open_index(tmp_path / "index.sqlite") as index:
        filling = ScratchIndex(index, Site(), tmp_path)
        filling.put(
            [enter(an_article("a.md", headline="Tide"), Site()), enter(an_article("b.md", body=(link,)), Site())]
        )
        assert [(found.rule, found.problem.path, found.problem.message) for found in filling.finish()] == [
            ("addresses", "articles/gone.md", "is gone, and with it the published address /gone.html")
        ]
        assert [found.problem.message for found in broken_links(index, tmp_path, {}, Site())] == [
            'the link "/undated/tide.html" leads to nothing in the archive'
        ]
