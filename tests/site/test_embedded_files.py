"""Pictures that are written into texts, in the output of a site: published as any other, and never as base64."""

import gzip
import shutil
from base64 import b64encode
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.commands.check.check import check_site
from tests.support.photographs import SECRET, a_photograph, encode, tags

DATA = b64encode(encode(a_photograph(), exif=tags())).decode()
ARTICLE = f"---\ntitle: Ferry\n---\n![][image1]\n\n[image1]: <data:image/jpeg;base64,{DATA}>\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "site.yaml").write_text("ledger: false\n", encoding="utf-8")
    return tmp_path


def files(root: Path) -> dict[str, bytes]:
    output = root / "public"
    return {str(file.relative_to(output)): file.read_bytes() for file in output.rglob("*") if file.is_file()}


def test_a_picture_is_published_and_no_text_holds_it(root: Path) -> None:
    assert not build_site(root).findings
    built = files(root)
    images = [name for name in built if name.startswith("media/embedded/")]
    assert len(images) == 3
    for name, content in built.items():
        text = gzip.decompress(content) if name.endswith(".gz") else content
        assert DATA[:60].encode() not in text, name
        assert SECRET.encode() not in text, name


def test_it_lives_as_long_as_an_article_holds_it(root: Path) -> None:
    build_site(root)
    built = files(root)
    (root / "articles/b.md").write_text(ARTICLE.replace("Ferry", "Mill"), encoding="utf-8")
    build_site(root)
    (root / "articles/b.md").unlink()
    build_site(root)
    assert files(root) == built
    (root / "articles/a.md").write_text("---\ntitle: Ferry\n---\nText.\n", encoding="utf-8")
    build_site(root)
    assert not [name for name in files(root) if name.startswith("media")]
    assert not list((root / ".newsgen/embedded").iterdir())


def test_what_was_deleted_of_the_state_is_made_again(root: Path) -> None:
    build_site(root)
    built = files(root)
    shutil.rmtree(root / ".newsgen/embedded")
    shutil.rmtree(root / ".newsgen/images")
    shutil.rmtree(root / "public")
    build_site(root)
    assert files(root) == built


def test_a_check_finds_it_and_writes_nothing(root: Path) -> None:
    rules = {"alt-texts", "no-date", "no-byline", "no-section", "short-bodies"}
    assert {found.rule for found in check_site(root).findings} <= rules
    assert sorted(file.name for file in root.iterdir()) == ["articles", "site.yaml"]
