"""The files of the index by their names."""

import sqlite3
from contextlib import closing
from pathlib import Path

from newsgen.build.build import build_site
from newsgen.search.index.files import file_names, has_file, make_file
from newsgen.settings.site import Site


def test_every_file_of_the_index_is_in_the_output(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for number in range(40):
        text = f"---\ntitle: Headline {number}\ndate: {1990 + number % 5}-02-03\n---\n\nWord{number} and the ferry.\n"
        (tmp_path / f"articles/{number}.md").write_text(text, encoding="utf-8")
    build_site(tmp_path)
    with closing(sqlite3.connect(tmp_path / ".newsgen/state.sqlite")) as state:
        check_files(state, tmp_path / "public/search")


def check_files(state: sqlite3.Connection, folder: Path) -> None:
    names = list(file_names(state, passages=True))
    assert sorted(names) == sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    for name in names:
        assert has_file(state, Site(), name)
        assert make_file(state, Site(), name) == (folder / name).read_bytes()
    assert not has_file(state, Site(search=False), "root.js")
    for name in ("terms/nothing.js", "cards/99.js", "dates/2024.js", "scripts/stemmers/fr.js"):
        assert not has_file(state, Site(), name)
