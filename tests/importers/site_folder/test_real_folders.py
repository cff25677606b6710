"""Real folders of Jekyll and Hugo are imported whole; they lie beside the repository and are not part of it."""

import tarfile
from functools import partial
from pathlib import Path

import pytest

from newsgen.importers.hugo.read import HugoOptions, read_hugo
from newsgen.importers.jekyll.read import read_jekyll
from tests.support.importing import TODAY, articles_in, messages_in, read_all
from tests.support.paths import ROOT

SITES = ROOT.parent / "shared/data/sites"
READERS = {
    "18f": (partial(read_jekyll, today=TODAY), 549),
    "bitcoinops": (partial(read_jekyll, today=TODAY), 1_884),
    "digitalgov": (partial(read_hugo, today=TODAY, options=HugoOptions(expired=True)), 2_084),
}


@pytest.mark.long
@pytest.mark.skipif(not SITES.is_dir(), reason="needs ../shared/data")
@pytest.mark.parametrize("name", READERS)
def test_every_article_of_a_real_folder_comes_over(tmp_path: Path, name: str) -> None:
    read, count = READERS[name]
    with tarfile.open(SITES / f"{name}.tar.gz") as archive:
        archive.extractall(tmp_path, filter="data")
    found = read_all(read, tmp_path)
    articles = articles_in(found)
    assert (len(articles), messages_in(found)) == (count, [])
    assert len({item.article.id for item in articles}) == count
