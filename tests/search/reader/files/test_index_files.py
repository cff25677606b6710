"""The files of an index are read when needed, and problems with one are reported."""

from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.search.format.shard_reader import OlderPart
from newsgen.search.reader.files.index_files import SearchCard, SearchIndex
from newsgen.search.reader.files.root import Root, Year
from tests.support.index_writer import IndexedArticle, Sizes, write_index

ARTICLES = [
    IndexedArticle(
        "Ferry sunk", ["The ferry sank.", "Nobody drowned: ferries are slow."], "2019-03-04", "Harbour", ["Bo"]
    ),
    IndexedArticle("Åland", [], "2019-12-31", "News", tags=["Sea"], language="sv"),
    IndexedArticle("Undated ferry", day=""),
]


def test_the_root_holds_years_languages_sections_and_shards(tmp_path: Path) -> None:
    write_index(tmp_path, ARTICLES, sizes=Sizes(shard=6))
    assert SearchIndex(tmp_path).root == Root(
        3,
        (Year(0, 0, 1), Year(2019, 1, 3)),
        ("en", "sv"),
        (("harbour", "Harbour"), ("news", "News")),
        ("", "@tag:sea", "sank", "åland"),
        passages=True,
    )


def test_forms_have_articles_and_positions(tmp_path: Path) -> None:
    write_index(tmp_path, ARTICLES, {"the"})
    index = SearchIndex(tmp_path)
    ferries, ferry = index.entries("ferri")
    assert [(part.numbers, part.levels) for part in index.parts(ferries)] == [([1], [1])]
    assert [(part.numbers, part.levels) for part in index.parts(ferry)] == [([0, 1], [1, 2])]
    assert index.positions(ferry, {0, 1, 2}) == {0: [1], 1: [0, 62]}
    assert index.positions(ferries, {1}) == {1: [86]}
    assert [entry.has_positions for entry in index.entries("the")] == [False]
    assert index.entries("fer") == ()
    assert [entry.form for entry in index.entries("@tag:sea")] == ["Sea"]


def test_older_parts_have_files_of_their_own_that_are_read_when_needed(tmp_path: Path) -> None:
    write_index(tmp_path, [IndexedArticle("Ferry")] * 6, sizes=Sizes(block=1, part=2, numbers=1024))
    index = SearchIndex(tmp_path)
    (ferry,) = index.entries("ferri")
    assert (ferry.articles, ferry.older, ferry.start) == (6, (OlderPart(0, 2), OlderPart(2, 2)), 4)
    assert sorted(file.name for file in (tmp_path / "search/parts").glob("ferri-*")) == [
        "ferri-ferry-0.js",
        "ferri-ferry-2.js",
    ]
    assert [list(part.numbers) for part in index.parts(ferry)] == [[0, 1024], [2048, 3072], [4096, 5120]]
    (tmp_path / "search/parts/ferri-ferry-0.js").unlink()
    again = SearchIndex(tmp_path)
    assert [list(part.numbers) for part in again.parts(ferry, 2100, 4096)] == [[2048, 3072]]
    assert again.positions(ferry, {2048, 5120, 9999}) == {2048: [0], 5120: [0]}


def test_cards_texts_and_days(tmp_path: Path) -> None:
    write_index(tmp_path, ARTICLES)
    index = SearchIndex(tmp_path)
    assert index.card(1) == SearchCard(
        "1.html", *("Ferry sunk", "2019-03-04", "Harbour", "en"), "The ferry sank. Nobody drowned: ferries "
    )
    assert index.text(1) == "The ferry sank.\nNobody drowned: ferries are slow."
    assert [index.day(number) for number in range(3)] == [(0, 0), (2019, 63), (2019, 365)]


def test_shards_that_begin_alike_are_read_together(tmp_path: Path) -> None:
    write_index(tmp_path, [IndexedArticle("a fab fac fad fae g", section="", language="")], sizes=Sizes(shard=1))
    index = SearchIndex(tmp_path)
    assert list(index.shards_from("fa", 2)) == ["a", "fab", "fac"]
    assert list(index.shards_from("fac", 9)) == ["fac"]
    assert (index.shard_of(""), index.shard_of("zz")) == ("", "g")


def test_a_folder_without_an_index_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(NewsgenError) as failed:
        SearchIndex(tmp_path / "public").entries("ferri")
    assert str(failed.value) == (
        f"{tmp_path}/public/search/root.js: there is no search index\n"
        "    The site is not built yet, or was built without search.\n"
        "    Run newsgen build, with search: true in site.yaml."
    )


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    write_index(tmp_path, ARTICLES)
    (tmp_path / "search/cards/0.js").unlink()
    with pytest.raises(NewsgenError) as failed:
        SearchIndex(tmp_path).card(1)
    assert str(failed.value) == (
        f"{tmp_path}/search/cards/0.js: cannot be read: No such file or directory\n"
        "    The search index of a site is whole or of no use.\n"
        "    Run newsgen build --verify, which mends what is not as it was built."
    )


@pytest.mark.parametrize("damage", ["cut", "emptied", "other", "foreign"])
@pytest.mark.parametrize("name", ["root", "terms/0_", "cards/0", "dates/2019", "places/are-are"])
def test_a_damaged_file_is_a_problem(tmp_path: Path, name: str, damage: str) -> None:
    write_index(tmp_path, ARTICLES, sizes=Sizes(shard=99, positions=99))
    file = tmp_path / f"search/{name}.js"
    content = file.read_bytes()
    script = content.decode("utf-8" if name == "root" else "utf-16")
    damaged = {
        "cut": content[: len(content) // 2],
        "emptied": b"",
        "other": content.replace(*((b"put", b"get") if name == "root" else ("put".encode("utf-16-le"), b"g\0e\0t\0"))),
        "foreign": script.replace('",', '"aa').encode("utf-16"),
    }[damage]
    file.write_bytes(damaged)
    index = SearchIndex(tmp_path)
    with pytest.raises(NewsgenError) as failed:
        (index.entries("ferri"), index.positions(index.entries("ferri")[0], {1}), index.card(1), index.day(1))
    assert str(failed.value) == (
        f"{file}: is not a file of a search index as this newsgen reads it\n"
        "    It is damaged, or another version of newsgen wrote it.\n"
        "    Run newsgen build --verify, which mends what is not as it was built."
    )


def test_another_version_is_a_problem(tmp_path: Path) -> None:
    write_index(tmp_path, ARTICLES)
    root = tmp_path / "search/root.js"
    root.write_text(root.read_text(encoding="utf-8").replace('"version": 3', '"version": 1'), encoding="utf-8")
    with pytest.raises(NewsgenError, match="another version of newsgen wrote it"):
        _ = SearchIndex(tmp_path).root
