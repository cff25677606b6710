from pathlib import Path

from newsgen.record.article import Article, Block, Origin
from newsgen.record.dates import PartialDate
from newsgen.settings.site import Site
from newsgen.sources.fields import Fields, FieldValue
from newsgen.sources.files import Source
from newsgen.sources.load import LoadedArticle, load_article

ROW = Origin("articles/metadata.csv", 2)


def load(folder: Path, text: str, row: Fields | None = None) -> Article | None:
    file = folder / "mill.md"
    file.write_text(text, encoding="utf-8")
    loaded = load_article(Source("mill.md", "articles/mill.md", file), row or {}, Site())
    return loaded.published if isinstance(loaded, LoadedArticle) else None


def test_a_source_becomes_an_article(tmp_path: Path) -> None:
    assert load(tmp_path, "---\ntitle: The mill\n---\nWater.\n") == Article(
        path="mill.md",
        headline="The mill",
        language="en",
        body=(Block("markdown", "Water.", 4),),
        origin={"headline": Origin("articles/mill.md", 2)},
    )


def test_a_draft_is_not_an_article(tmp_path: Path) -> None:
    assert load(tmp_path, "---\ntitle: The mill\ndraft: yes\n---\nWater.\n") is None


def test_a_draft_may_lack_a_headline(tmp_path: Path) -> None:
    assert load(tmp_path, "---\ndraft: true\n---\nWater.\n") is None


def test_a_source_that_is_declared_no_draft_is_an_article(tmp_path: Path) -> None:
    article = load(tmp_path, "---\ntitle: The mill\ndraft: false\n---\nWater.\n")
    assert article is not None
    assert article.headline == "The mill"


def test_an_article_without_a_body_is_an_article(tmp_path: Path) -> None:
    article = load(tmp_path, "---\ntitle: The mill\n---\n")
    assert article is not None
    assert article.body == ()


def test_a_row_of_the_table_gives_what_the_text_lacks(tmp_path: Path) -> None:
    row = {"headline": FieldValue("Another", ROW), "published": FieldValue(PartialDate(1998), ROW)}
    article = load(tmp_path, "---\ntitle: The mill\n---\nWater.\n", row)
    assert article is not None
    assert (article.headline, article.published) == ("The mill", PartialDate(1998))
    assert article.origin == {"headline": Origin("articles/mill.md", 2), "published": ROW}


def test_what_no_field_of_a_row_holds_is_kept_with_the_article(tmp_path: Path) -> None:
    row = {"extra": FieldValue({"mood": "calm", "desk": "Sea"}, ROW)}
    article = load(tmp_path, "---\ntitle: The mill\nmood: wild\n---\nWater.\n", row)
    assert article is not None
    assert article.extra == {"mood": "wild", "desk": "Sea"}
    assert article.origin == {"headline": Origin("articles/mill.md", 2)}


def test_a_row_of_the_table_may_declare_a_draft(tmp_path: Path) -> None:
    assert load(tmp_path, "# The mill\n", {"draft": FieldValue(True, ROW)}) is None
