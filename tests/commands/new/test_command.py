"""`newsgen new` as a user meets it."""

import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.cli import main


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


def test_today_is_a_date(root: Path) -> None:
    # Asked before and after, for a day may end in between.
    before = datetime.date.today()
    (file,) = [Path(new(root, "Flood", "--section=News", "--date=today").stdout.strip())]
    after = datetime.date.today()
    assert f"date: {before}\n" in file.read_text(encoding="utf-8") or f"date: {after}\n" in file.read_text()
    assert file.parent.name in (str(before.year), str(after.year))


def test_a_headline_that_begins_with_a_hyphen_comes_after_two(root: Path) -> None:
    result = CliRunner().invoke(main, ["new", "--root", str(root), "--section=News", "--", "- and then it rained"])
    assert result.stdout == f"{root}/articles/and-then-it-rained.md\n"
    assert 'headline: "- and then it rained"\n' in Path(result.stdout.strip()).read_text(encoding="utf-8")


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
def test_a_section_similar_to_a_known_one_gives_a_note(root: Path, section: str, note: str) -> None:
    settings = "sections: [News, Harbour, Sport]\nsection_names: {港: Harbour}\n"
    (root / "site.yaml").write_text(settings, encoding="utf-8")
    result = new(root, "Flood", "--section", section)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{root}/articles/flood.md\n", note)


@pytest.mark.parametrize(
    ("settings", "given", "written"),
    [
        ("", "12 July 2020", "2020-07-12"),
        ("", "Sun, 12 Jul 2020 14:30:43 +0200", "2020-07-12T14:30:43+02:00"),
        ("", "2020/7/12", "2020-07-12"),
        ("", "July 2020", "2020-07"),
        ("date_order: month-first\n", "7/12/2020", "2020-07-12"),
        ("date_order: day-first\n", "12/7/2020", "2020-07-12"),
        ("language: de\n", "12. Juli 2020", "2020-07-12"),
    ],
)
def test_a_date_is_read_as_front_matter_is(root: Path, settings: str, given: str, written: str) -> None:
    (root / "site.yaml").write_text(settings, encoding="utf-8")
    result = new(root, "Flood", "--section=News", "--date", given)
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"date: {written}\n" in (root / "articles/2020/flood.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (
            "last summer",
            'newsgen new: cannot read date "last summer"\n'
            "    The date places the article in its month listing.\n"
            "    Write it as YYYY-MM-DD, for example 2020-07-12; YYYY-MM or YYYY where no more is known.\n",
        ),
        (
            "3/4/2020",
            'newsgen new: cannot tell which day "3/4/2020" is\n'
            "    The date places the article in its month listing.\n"
            "    Write it as YYYY-MM-DD, or say how the paper wrote dates in site.yaml: date_order: day-first (or"
            " month-first), or the language of the months' names in the key language.\n",
        ),
    ],
)
def test_an_unreadable_date_is_a_problem(root: Path, given: str, problem: str) -> None:
    result = new(root, "Flood", "--section=News", "--date", given)
    assert result.exit_code == 1
    assert result.stderr == f"{problem}1 problem: nothing was written.\n"
    assert not [*(root / "articles").iterdir()]
