"""Symbolic links in the place of folders that newsgen wrote: it neither writes nor deletes nor reads behind them."""

from pathlib import Path

import pytest

from newsgen.commands.verify.verify import verify_folder
from newsgen.errors import NewsgenError
from newsgen.sources.attachments import find_media
from tests.support.site_builder import SiteBuilder


def test_a_page_is_not_written_through_a_link_that_came_into_the_output(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path / "site")
    site.article("a.md", "Old.", date="2020-01-02", section="Harbour", slug="a")
    site.build()
    page = site.output / "2020" / "01"
    page.rename(tmp_path / "elsewhere")
    page.symlink_to(tmp_path / "elsewhere")
    before = (tmp_path / "elsewhere" / "a.html").read_bytes()
    site.edit("articles/a.md", "Old.", "New.")
    with pytest.raises(NewsgenError) as failed:
        site.build()
    assert str(failed.value).endswith(
        "public/2020/01/a.html: is in a folder that is a symbolic link\n"
        "    newsgen does not write outside its output folder.\n"
        "    Put a folder in the place of the link, or name another output: the output as a whole may lie anywhere."
    )
    assert (tmp_path / "elsewhere" / "a.html").read_bytes() == before
    assert "2020/01/a.html" in verify_folder(site.output).missing


@pytest.mark.parametrize(
    "address", ["/media//etc/hostname", "/media/%2fetc/hostname", "/media/link/a.jpg", "link/a.jpg"]
)
def test_no_picture_is_taken_from_outside_the_articles(tmp_path: Path, address: str) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.jpg").write_bytes(b"a")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "link").symlink_to(tmp_path / "outside")
    assert find_media(address, "x.md", tmp_path / "articles", {}) is None


def test_a_whole_path_below_media_is_no_picture_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"a")
    (tmp_path / "articles").mkdir()
    assert find_media(f"/media/{tmp_path}/secret.jpg", "x.md", tmp_path / "articles", {}) is None
