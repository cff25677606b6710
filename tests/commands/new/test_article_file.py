"""New articles: where the file goes, that every field is read back, and that nothing is overwritten."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsgen.build.build import build_site
from newsgen.commands.new.article_file import NewArticle, create_article
from newsgen.errors import NewsgenError
from newsgen.record.dates import PartialDate
from newsgen.settings.site import Site
from newsgen.sources.files import Source
from newsgen.sources.reading import read_source

LINES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
DATES = st.builds(PartialDate, st.integers(1, 9999), st.integers(1, 12), st.integers(0, 28))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    return tmp_path


def test_the_settings_say_where_articles_are_and_how_names_are_written(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("articles: texts\nslugs: unicode\n", encoding="utf-8")
    assert create_article(tmp_path, NewArticle("Die Überfahrt", "Hafen")).file == tmp_path / "texts/die-überfahrt.md"


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("عودة العبارة", "awda-alabara"),
        ("フェリー", "hueri"),
        ("🚢", "article"),
        ("---", "article"),
        ("../../../etc/passwd", "etc-passwd"),
        ("A" * 300, "a" * 70),
    ],
)
def test_every_headline_has_a_name_for_its_file(root: Path, headline: str, name: str) -> None:
    file = create_article(root, NewArticle(headline, "News")).file
    assert file.parent == root / "articles"
    assert file.stem == name


def test_a_taken_name_gets_a_number_and_so_does_its_address(root: Path) -> None:
    (root / "articles/flood.txt").write_text("Flood\n\nIt came at two in the morning.\n", encoding="utf-8")
    for number in (2, 3):
        file = create_article(root, NewArticle("Flood", "News", draft=False)).file
        assert file == root / f"articles/flood-{number}.md"
        assert f"\nslug: flood-{number}\n" in file.read_text(encoding="utf-8")
    build_site(root)
    assert sorted(file.name for file in (root / "public/undated").glob("flood*")) == [
        "flood-2.html",
        "flood-3.html",
        "flood.html",
    ]


def test_a_draft_is_published_without_its_line(root: Path) -> None:
    create_article(root, NewArticle("Mill", "News", draft=False))
    file = create_article(root, NewArticle("Flood", "News")).file
    assert build_site(root).unpublished == {"draft": 1}
    file.write_text(file.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")
    assert build_site(root).unpublished == {}
    assert (root / "public/undated/flood.html").is_file()


def as_read(text: str) -> str:
    """A text as one line can hold it."""
    kept = "".join(
        "\ufffd" if (ord(sign) < 32 and sign not in "\t\n\r\v\f") or sign in "\ufffe\uffff" else sign for sign in text
    )
    return " ".join(kept.split())


@given(LINES, LINES, DATES, st.lists(LINES), st.lists(LINES), st.booleans())
@example("- a: \"b\" 'c' # d", "A; B", PartialDate(2019), ["X; Y"], ["a;b", "a,b"], True)
@example("AT&amp;T & Söhne &#38; Co", "null", PartialDate(2019, 3), ["No", "no"], ["true", "12:30"], False)
@example(
    "عودة العبارة \u200f🚢👩‍👧", "[أعمال]", PartialDate(2019, 3, 12), ["{a}"], ["*a", "&b", "!c", "%d", "@e"], False
)
def test_every_field_is_read_back_as_it_was_given(
    tmp_path_factory: pytest.TempPathFactory,
    headline: str,
    section: str,
    date: PartialDate,
    authors: list[str],
    tags: list[str],
    draft: bool,
) -> None:
    if not as_read(headline):
        return
    root = tmp_path_factory.getbasetemp() / "read-back"
    (root / "articles").mkdir(parents=True, exist_ok=True)
    file = create_article(root, NewArticle(headline, section, str(date), authors, tags, draft)).file
    reading = read_source(Source(file.name, file.name, file), {}, Site())
    expected = {
        "headline": as_read(headline),
        "section": (as_read(section),) if as_read(section) else (),
        "published": date,
        "byline": tuple(dict.fromkeys(filter(None, map(as_read, authors)))),
        "tags": tuple(dict.fromkeys(filter(None, map(as_read, tags)))),
        "draft": draft,
    }
    found = {name: field.value for name, field in reading.fields.items() if name != "slug"}
    file.unlink()
    assert found == {name: value for name, value in expected.items() if value}
    assert (reading.body, reading.extra) == ((), {})


def test_bytes_that_are_not_utf_8_become_replacement_characters(root: Path) -> None:
    file = create_article(root, NewArticle("Caf\udce9", "News")).file
    assert 'headline: "Caf\ufffd"\n' in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("headline", ["", " \n\t "])
def test_an_empty_headline_is_refused(root: Path, headline: str) -> None:
    with pytest.raises(NewsgenError) as failed:
        create_article(root, NewArticle(headline, "News"))
    assert str(failed.value) == (
        "newsgen new: the headline is empty\n"
        "    Every listing and link names an article by its headline.\n"
        '    Write it in quotes: newsgen new "The ferry returns" --section News'
    )


def test_a_folder_without_a_site_gets_no_article(tmp_path: Path) -> None:
    with pytest.raises(NewsgenError) as failed:
        create_article(tmp_path, NewArticle("Flood", "News"))
    assert str(failed.value) == (
        f"{tmp_path}: there is no site in this folder\n"
        "    It has neither site.yaml nor a folder of articles.\n"
        "    Name the site's folder with --root, or begin one: newsgen init FOLDER"
    )
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_cannot_be_made_is_a_problem(root: Path) -> None:
    (root / "articles/2020").write_text("a file", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        create_article(root, NewArticle("Flood", "News", "2020"))
    assert str(failed.value) == (
        f"{root}/articles/2020: cannot be written: File exists\n"
        "    The article's file goes there.\n"
        "    Make the folder writable."
    )
