"""New articles: where their file goes, that the loader reads what was written, and that nothing is overwritten."""

import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import example, given
from hypothesis import strategies as st

from newsgen.build.build import build_site
from newsgen.cli import main
from newsgen.commands.new.article_file import NewArticle, write_article
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


def new(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["new", *arguments, "--root", str(root)])


def test_a_dated_article_goes_below_its_year(root: Path) -> None:
    result = new(
        root,
        "Flood: the night “of the river”",
        "--section=News",
        "--date=2020-07-12",
        "--author=Nadia Sorrenby",
        "--tag=flood",
        "--tag=river, Ell",
    )
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{root}/articles/2020/flood-the-night-of-the-river.md\n"
    assert Path(result.stdout.strip()).read_text(encoding="utf-8") == (
        "---\n"
        'headline: "Flood: the night “of the river”"\n'
        "section: News\n"
        "date: 2020-07-12\n"
        "byline: Nadia Sorrenby\n"
        'tags: [flood, "river, Ell"]\n'
        "draft: true\n"
        "---\n"
        "\n"
    )


def test_an_undated_article_goes_into_the_articles_folder_and_has_no_date(root: Path) -> None:
    result = new(root, "Flood", "--section", "News", "--author", "A. B", "--author", "C", "--publish")
    assert result.stdout == f"{root}/articles/flood.md\n"
    assert (root / "articles/flood.md").read_text(encoding="utf-8") == (
        '---\nheadline: "Flood"\nsection: News\nbyline: [A. B, C]\n---\n\n'
    )


def test_today_is_the_date_where_it_is_asked_for(root: Path) -> None:
    # Asked before and after, for a day may end in between.
    before = datetime.date.today()
    (file,) = [Path(new(root, "Flood", "--section=News", "--date=today").stdout.strip())]
    after = datetime.date.today()
    assert f"date: {before}\n" in file.read_text(encoding="utf-8") or f"date: {after}\n" in file.read_text()
    assert file.parent.name in (str(before.year), str(after.year))


def test_a_headline_that_begins_with_a_hyphen_is_one(root: Path) -> None:
    result = new(root, "- and then it rained", "--section=News")
    assert result.stdout == f"{root}/articles/and-then-it-rained.md\n"
    assert 'headline: "- and then it rained"\n' in Path(result.stdout.strip()).read_text(encoding="utf-8")


def test_the_settings_say_where_articles_are_and_how_names_are_written(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("articles: texts\nslugs: unicode\n", encoding="utf-8")
    assert write_article(tmp_path, NewArticle("Die Überfahrt", "Hafen")).file == tmp_path / "texts/die-überfahrt.md"


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
    file = write_article(root, NewArticle(headline, "News")).file
    assert file.parent == root / "articles"
    assert file.stem == name


def test_a_taken_name_gets_a_number_and_so_does_its_address(root: Path) -> None:
    (root / "articles/flood.txt").write_text("Flood\n\nIt came at two in the morning.\n", encoding="utf-8")
    for number in (2, 3):
        file = write_article(root, NewArticle("Flood", "News", draft=False)).file
        assert file == root / f"articles/flood-{number}.md"
        assert f"\nslug: flood-{number}\n" in file.read_text(encoding="utf-8")
    build_site(root)
    assert sorted(file.name for file in (root / "public/undated").glob("flood*")) == [
        "flood-2.html",
        "flood-3.html",
        "flood.html",
    ]


def test_a_draft_is_published_when_its_line_is_taken_away(root: Path) -> None:
    write_article(root, NewArticle("Mill", "News", draft=False))
    file = write_article(root, NewArticle("Flood", "News")).file
    assert build_site(root).drafts == 1
    file.write_text(file.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")
    assert build_site(root).drafts == 0
    assert (root / "public/undated/flood.html").is_file()


def as_read(text: str) -> str:
    """A text as one line can hold it."""
    kept = "".join(
        "\ufffd" if (ord(sign) < 32 and sign not in "\t\n\r") or sign in "\ufffe\uffff" else sign for sign in text
    )
    return " ".join(kept.split())


@given(LINES, LINES, DATES, st.lists(LINES), st.lists(LINES), st.booleans())
@example("- a: \"b\" 'c' # d", "A; B", PartialDate(2019), ["X; Y"], ["a;b", "a,b"], True)
@example("AT&amp;T & Söhne &#38; Co", "null", PartialDate(2019, 3), ["No", "no"], ["true", "12:30"], False)
@example(
    "عودة العبارة \u200f🚢👩‍👧", "[أعمال]", PartialDate(2019, 3, 12), ["{a}"], ["*a", "&b", "!c", "%d", "@e"], False
)
def test_the_loader_reads_back_every_field_as_it_was_given(
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
    file = write_article(root, NewArticle(headline, section, str(date), authors, tags, draft)).file
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


def test_bytes_of_a_terminal_that_are_no_text_are_marked(root: Path) -> None:
    file = write_article(root, NewArticle("Caf\udce9", "News")).file
    assert 'headline: "Caf\ufffd"\n' in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("section", "note"),
    [
        ("Harbor", 'The section "Harbor" is new to this site. Did you mean "Harbour"?\n'),
        ("harbour", 'The section "harbour" is new to this site. Did you mean "Harbour"?\n'),
        ("Harbour", ""),
        ("港", ""),
        ("Court", ""),
        ("Chess", ""),
    ],
)
def test_a_section_that_is_nearly_a_known_one_is_noted(root: Path, section: str, note: str) -> None:
    settings = "sections: [News, Harbour, Sport]\nsection_names: {港: Harbour}\n"
    (root / "site.yaml").write_text(settings, encoding="utf-8")
    result = new(root, "Flood", "--section", section)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{root}/articles/flood.md\n", note)


def test_a_date_that_is_none_is_told(root: Path) -> None:
    result = new(root, "Flood", "--section=News", "--date=12 Juli 2020")
    assert result.exit_code == 1
    assert result.stderr == (
        'newsgen new: cannot read date "12 Juli 2020"\n'
        "    The date places the article in its month listing.\n"
        "    Write it as --date YYYY-MM-DD, YYYY-MM or YYYY, or as --date today.\n"
        "1 problem: nothing was written.\n"
    )
    assert not [*(root / "articles").iterdir()]


@pytest.mark.parametrize("headline", ["", " \n\t "])
def test_an_empty_headline_is_told(root: Path, headline: str) -> None:
    with pytest.raises(NewsgenError) as failed:
        write_article(root, NewArticle(headline, "News"))
    assert str(failed.value) == (
        "newsgen new: the headline is empty\n"
        "    Every listing and link names an article by its headline.\n"
        '    Write it in quotes: newsgen new "The ferry returns" --section News'
    )


def test_a_folder_that_is_no_site_gets_no_article(tmp_path: Path) -> None:
    with pytest.raises(NewsgenError) as failed:
        write_article(tmp_path, NewArticle("Flood", "News"))
    assert str(failed.value) == (
        f"{tmp_path}: there is no site in this folder\n"
        "    It has neither site.yaml nor a folder of articles.\n"
        "    Name the site's folder with --root, or begin one: newsgen init FOLDER"
    )
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_cannot_be_made_is_told(root: Path) -> None:
    (root / "articles/2020").write_text("a file", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        write_article(root, NewArticle("Flood", "News", "2020"))
    assert str(failed.value) == (
        f"{root}/articles/2020: cannot be written: File exists\n"
        "    The article's file goes there.\n"
        "    Make the folder writable."
    )
