"""Exports of real sites, and those that other importers are tested with, where they are there."""

import html
import re
import tarfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.commands.urls.check import check_urls
from newsgen.importers.imported import ImportedArticle
from newsgen.importers.input_files import InputFile
from newsgen.importers.run import run_import
from newsgen.importers.wordpress.read import read_wordpress

FOLDER = Path("/work/shared/data/wordpress")
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the exports are not there")
LABS = FOLDER / "creative-commons-labs.xml"


class Migrated(NamedTuple):
    """A post as people migrated it by hand: the day and minute of its publication, and its HTML."""

    date: str
    body: str


def import_into(root: Path, file: Path) -> list[ImportedArticle]:
    """Import a file into a site; its articles."""
    articles: list[ImportedArticle] = []
    source = InputFile(file.name, file.name, file)
    result = run_import(read_wordpress([source]), root, "articles", articles.append)
    assert len(result.problems) <= 1
    return articles


def words_of(text: str) -> Counter[str]:
    """The words of Markdown or HTML, without its addresses and marks."""
    text = re.sub(r"<!--.*?-->|\]\([^)]*\)|<[^>]+>|https?://\S+|\\(?=\W)", " ", text, flags=re.DOTALL)
    return Counter(re.findall(r"\w+", re.sub("[‘’“”\"'`*]", "", html.unescape(text)).lower()))


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Migrated]:
    folder = tmp_path_factory.mktemp("labs")
    with tarfile.open(FOLDER / "creative-commons-labs-posts.tar.gz") as packed:
        packed.extractall(folder, filter="data")
    posts = {}
    for file in folder.rglob("_posts/*.html"):
        _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
        posts[file.stem[11:]] = Migrated(str(yaml.safe_load(front)["date"])[:16].replace(" ", "T"), body)
    return posts


@pytest.fixture(scope="module")
def labs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[ImportedArticle]]:
    root = tmp_path_factory.mktemp("site")
    return root, import_into(root, LABS)


@pytest.mark.long
def test_the_posts_are_those_that_were_migrated_by_hand(
    labs: tuple[Path, list[ImportedArticle]], migrated: dict[str, Migrated]
) -> None:
    _, articles = labs
    posts = {
        part.article.permalink.rstrip("/").rpartition("/")[2]: part.article
        for part in articles
        if part.article.extra.get("post_type") != "page"
    }
    assert len(posts) == 219
    lost = whole = 0
    for name, post in migrated.items():
        article = posts[html.unescape(name) if name in posts else name.replace("%e2%80%91", "\u2011")]
        assert str(article.published)[:16] == post.date
        markdown = article.body[0].text
        # A post that shows HTML as its example was migrated with the example as HTML.
        expected = words_of(post.body)
        lost += (expected - words_of(markdown)).total()
        whole += expected.total()
        shown = html.unescape(markdown)
        for address in re.findall(r"<img[^>]+src=[\"']([^\"']+)", post.body):
            # Some pictures were moved by hand, and kept their names.
            assert html.unescape(address).partition("?")[0].rpartition("/")[2] in shown
    assert whole > 60_000
    assert lost / whole < 0.005


@pytest.mark.long
def test_every_old_address_answers(labs: tuple[Path, list[ImportedArticle]], tmp_path: Path) -> None:
    root, _ = labs
    build_site(root, BuildOptions(workers="1"))
    text = LABS.read_text(encoding="utf-8")
    urls = re.findall(r"<(?:link|guid[^>]*)>([^<]+)</(?:link|guid)>", text)
    (tmp_path / "urls.txt").write_text("\n".join(map(html.unescape, urls)), encoding="utf-8")
    checked = check_urls(root, tmp_path / "urls.txt")
    assert checked.answered > 370
    assert checked.unanswered == ()


@pytest.mark.long
def test_every_file_imports(tmp_path: Path) -> None:
    with tarfile.open(FOLDER / "edge-cases.tar.gz") as packed:
        packed.extractall(tmp_path / "edge", filter="data")
    files = [*sorted((tmp_path / "edge").rglob("*.xml")), *sorted((FOLDER / "ghost").glob("*.xml"))]
    assert len(files) > 50
    for number, file in enumerate(files):
        root = tmp_path / f"site-{number}"
        root.mkdir()
        import_into(root, file)
        assert (root / "import-account.json").is_file()
