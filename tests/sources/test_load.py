from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.record.article import Article, Block, Origin
from newsgen.record.dates import PartialDate
from newsgen.settings.site import Site
from newsgen.sources.fields import FieldValue
from newsgen.sources.files import Source, find_sources
from newsgen.sources.load import Loaded, load_article, load_articles


def write(root: Path, texts: dict[str, str]) -> None:
    for path, text in texts.items():
        file = root / "articles" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def load(root: Path, texts: dict[str, str]) -> Loaded:
    write(root, texts)
    return load_articles(find_sources(root / "articles", "articles"), root, Site())


def load_one(root: Path, text: str) -> Article | None:
    write(root, {"mill.md": text})
    return load_article(Source("mill.md", "articles/mill.md", root / "articles" / "mill.md"), {}, Site())


def test_a_source_becomes_an_article(tmp_path: Path) -> None:
    assert load_one(tmp_path, "---\ntitle: The mill\n---\nWater.\n") == Article(
        path="mill.md",
        headline="The mill",
        language="en",
        body=(Block("markdown", "Water.", 4),),
        origin={"headline": Origin("articles/mill.md", 2)},
    )


def test_a_draft_is_no_article(tmp_path: Path) -> None:
    assert load_one(tmp_path, "---\ntitle: The mill\ndraft: yes\n---\nWater.\n") is None


def test_a_draft_may_lack_a_headline(tmp_path: Path) -> None:
    assert load_one(tmp_path, "---\ndraft: true\n---\nWater.\n") is None


def test_what_says_that_it_is_no_draft_is_an_article(tmp_path: Path) -> None:
    article = load_one(tmp_path, "---\ntitle: The mill\ndraft: false\n---\nWater.\n")
    assert article is not None
    assert article.headline == "The mill"


def test_an_article_without_a_body_is_an_article(tmp_path: Path) -> None:
    article = load_one(tmp_path, "---\ntitle: The mill\n---\n")
    assert article is not None
    assert article.body == ()


def test_a_row_of_the_table_gives_what_the_text_lacks(tmp_path: Path) -> None:
    write(tmp_path, {"mill.md": "---\ntitle: The mill\n---\nWater.\n"})
    source = Source("mill.md", "articles/mill.md", tmp_path / "articles" / "mill.md")
    place = Origin("articles/metadata.csv", 2)
    row = {"headline": FieldValue("Another", place), "published": FieldValue(PartialDate(1998), place)}
    article = load_article(source, row, Site())
    assert article is not None
    assert (article.headline, article.published) == ("The mill", PartialDate(1998))
    assert article.origin == {"headline": Origin("articles/mill.md", 2), "published": place}


def test_all_sources_are_loaded_in_their_order_and_drafts_are_named(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        {
            "a.md": "# The mill\n\nWater.",
            "b/c.md": "---\ndraft: true\n---\n",
            "d.md": "Water.",
            "metadata.csv": "path,headline,draft\nd.md,The tide,no\n",
        },
    )
    assert [(article.path, article.headline) for article in loaded.articles] == [
        ("a.md", "The mill"),
        ("d.md", "The tide"),
    ]
    assert loaded.drafts == ("b/c.md",)


def test_the_table_may_say_what_is_a_draft(tmp_path: Path) -> None:
    assert load(tmp_path, {"a.md": "# The mill", "metadata.csv": "path,draft\na.md,yes\n"}) == Loaded((), ("a.md",))


def test_no_sources_give_no_articles(tmp_path: Path) -> None:
    assert load_articles((), tmp_path, Site()) == Loaded((), ())


def test_the_problems_of_the_table_and_of_every_source_are_told_at_once(tmp_path: Path) -> None:
    texts = {
        "a.md": "---\ntitle: Mill\ndate: May\n---\n",
        "b.md": "Water.",
        "c.md": "",
        "good.md": "# The tide",
        "metadata.csv": "path,section\nz.md,Sea\n",
    }
    with pytest.raises(NewsgenError) as failed:
        load(tmp_path, texts)
    assert str(failed.value) == (
        'articles/a.md:3: cannot read date "May"\n'
        "    The date places the article in its month listing.\n"
        "    Write it as YYYY-MM-DD, for example 2020-07-12; YYYY-MM or YYYY where no more is known.\n"
        "articles/b.md: has no headline\n"
        "    Every listing and link names an article by its headline.\n"
        '    Write "headline: …" between "---" lines at its top, or in metadata.csv.\n'
        "articles/c.md: is empty\n"
        "    There is nothing in it to publish.\n"
        "    Put the text in, or take the file away.\n"
        'articles/metadata.csv:2: there is no article "z.md"\n'
        "    Each row gives the fields of one article.\n"
        "    Write the path as it is below the articles folder."
    )
