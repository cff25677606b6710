"""A new site: it builds at once without a word to the editor, and nothing of anybody's is overwritten."""

import shlex
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


def test_an_empty_folder_is_as_good_as_a_new_one(tmp_path: Path) -> None:
    assert create_site(tmp_path) == FILES


@pytest.mark.parametrize("name", ["notes.txt", ".git", "site.yaml"])
def test_a_folder_that_holds_anything_stays_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    result = CliRunner().invoke(main, ["init", str(tmp_path)])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == (
        f"{tmp_path}: this folder is not empty\n"
        "    newsgen begins a site in a new folder, so that it overwrites nothing.\n"
        "    Name another folder; in this one, newsgen build may be all you need.\n"
        "1 problem: nothing was written.\n"
    )
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        create_site(tmp_path / "file/desk")
    assert str(failed.value) == (
        f"{tmp_path}/file/desk: cannot be written: Not a directory\n"
        "    The new site goes there.\n"
        "    Name a folder that you may write in."
    )


def test_what_to_do_next_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "my desk"
    result = CliRunner().invoke(main, ["init", str(folder)])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "".join(f"{folder}/{name}\n" for name in FILES) + (
        "\nNext:\n"
        f"    cd {shlex.quote(str(folder))}\n"
        "    newsgen build      makes the site in public/; open public/index.html\n"
        '    newsgen serve      shows it while you write; pip install "newsgen[serve]" adds what it needs\n'
        '    newsgen new        makes the file of an article: newsgen new "The ferry returns" --section News\n'
        "The three articles are examples: read them, then delete them, and permalinks.tsv, which has their addresses."
        " Settings are in site.yaml.\n"
    )
