"""A new site builds at once without a note, and nothing is ever overwritten."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from newsgen.cli import main
from newsgen.commands.init.starter import create_site
from newsgen.errors import NewsgenError
from newsgen.settings.site import Site, load_site

FILES = [
    "articles/2025/flood-in-the-lane.txt",
    "articles/2025/footbridge-opens.md",
    "articles/2025/summer-of-songs.md",
    "site.yaml",
]


def test_a_new_site_builds_without_problems_or_notes(tmp_path: Path) -> None:
    assert create_site(tmp_path / "desk") == FILES
    result = CliRunner().invoke(main, ["build", "-v", "--root", str(tmp_path / "desk")])
    assert (result.exit_code, result.stderr) == (0, "")
    (line,) = result.stdout.splitlines()
    assert line.endswith(" s (3 articles)")


def test_its_articles_have_dates_and_sections_and_one_links_to_another(tmp_path: Path) -> None:
    create_site(tmp_path)
    CliRunner().invoke(main, ["build", "--root", str(tmp_path)])
    flood = "2025/03/the-arrow-comes-up-mill-lane-in-the-night.html"
    story = html.parse(tmp_path / "public/2025/05/the-footbridge-is-open-dry-feet-to-school-again.html")
    assert story.xpath("//p/a[text() = 'the night of the flood']/@href") == [f"../../{flood}"]
    assert {file.stem for file in (tmp_path / "public/sections").glob("*.html")} == {"index", "news", "culture"}


def test_every_setting_that_is_commented_out_can_be_used(tmp_path: Path) -> None:
    create_site(tmp_path)
    settings = tmp_path / "site.yaml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    words = [line.removeprefix("# ").partition(":")[0] for line in lines]
    used = [
        line.removeprefix("# ") if word in Site.model_fields else line for line, word in zip(lines, words, strict=True)
    ]
    settings.write_text("\n".join(used), encoding="utf-8")
    site = load_site(tmp_path)
    assert site.url == "https://www.example.org"
    assert site.model_fields_set == set(words) & set(Site.model_fields)
    assert len(site.model_fields_set) == 14


def test_an_empty_folder_is_accepted(tmp_path: Path) -> None:
    assert create_site(tmp_path) == FILES


@pytest.mark.parametrize("name", ["notes.txt", ".git", "site.yaml"])
def test_a_folder_that_is_not_empty_stays_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(NewsgenError, match="this folder is not empty"):
        create_site(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        create_site(tmp_path / "file/desk")
    assert str(failed.value) == (
        f"{tmp_path}/file/desk: cannot be written: Not a directory\n"
        "    The new site goes there.\n"
        "    Name a folder that you may write in."
    )
