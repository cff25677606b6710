"""Which files a build writes when images, templates, other files or the list of sections change, and the reasons."""

from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from tests.support.paths import ROOT
from tests.support.photographs import a_photograph, save
from tests.support.site_builder import make_site, written

pytestmark = pytest.mark.long


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of some articles, of which one shows a picture."""
    make_site(tmp_path, articles=6)
    file = tmp_path / "articles/02.md"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n![A quay](quay.png)\n", encoding="utf-8")
    save(tmp_path / "articles/quay.png")
    build_site(tmp_path, BuildOptions(workers="1"))
    return tmp_path


def test_a_picture_that_changed_is_made_again_and_no_page_is_written(site: Path) -> None:
    save(site / "articles/quay.png", a_photograph(mode="L"))
    files = ("media/quay.png", "media/quay.png-60.avif", "media/quay.png-60.webp")
    assert written(site) == dict.fromkeys(files, "the file quay.png changed")


def test_a_picture_of_another_size_changes_the_page_that_shows_it(site: Path) -> None:
    save(site / "articles/quay.png", a_photograph((60, 30)))
    assert written(site)["2020/03/note-2.html"] == "the file quay.png changed"
    assert 'width="60" height="30"' in (site / "public/2020/03/note-2.html").read_text(encoding="utf-8")


def test_a_picture_that_goes_changes_the_page_that_shows_it(site: Path) -> None:
    (site / "site.yaml").write_text(
        "sheet_size: 5\nurl: https://quay.example\nmissing_images: note\n", encoding="utf-8"
    )
    build_site(site, BuildOptions(workers="1"))
    (site / "articles/quay.png").unlink()
    assert written(site) == {"2020/03/note-2.html": "the file quay.png changed"}
    assert not (site / "public/media/quay.png").exists()


def test_a_file_that_no_article_names_changes_nothing(site: Path) -> None:
    (site / "articles/notes.odt").write_bytes(b"notes")
    assert written(site) == {}


def test_a_comment_in_a_template_writes_nothing(site: Path) -> None:
    default = ROOT / "templates/card.html"
    (site / "templates").mkdir()
    (site / "templates/card.html").write_text("{# edited #}" + default.read_text(encoding="utf-8"), encoding="utf-8")
    assert written(site) == {}


def test_a_new_section_stands_on_every_page(site: Path) -> None:
    (site / "articles/new.md").write_text(
        "---\ntitle: New\ndate: 2020-04-01\nsection: Town\n---\nText.\n", encoding="utf-8"
    )
    found = written(site)
    assert found["2020/03/note-1.html"] == "what every page shows changed, such as the list of sections"
    assert found["2020/04/new.html"] == "articles/new.md is new"
