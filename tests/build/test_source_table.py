"""The sources that were read, as the state remembers them."""

from newsgen.build.inputs import ReadSource, SourceTable
from tests.support.records import open_index


def test_sources_are_listed_by_their_paths_with_drafts_apart() -> None:
    table = SourceTable(open_index())
    table.save(ReadSource(path, None, path == "b.md") for path in ("a.md", "b.md", "caf\udce9.md"))
    assert set(table.paths()) == {"a.md", "b.md", "caf\udce9.md"}
    assert (table.article_paths(), table.count_drafts()) == ({"a.md", "caf\udce9.md"}, 1)
    table.save([ReadSource("b.md", None, False)])
    table.remove(["a.md"])
    assert (table.article_paths(), table.count_drafts()) == ({"b.md", "caf\udce9.md"}, 0)


def test_sources_that_leave_out_words_are_listed_in_order() -> None:
    table = SourceTable(open_index())
    table.save(ReadSource(path, None, False, path != "b.txt") for path in ("c.txt", "b.txt", "caf\udce9.txt", "a.txt"))
    assert table.leaving_out() == ["a.txt", "c.txt", "caf\udce9.txt"]
    table.save([ReadSource("a.txt", None, False)])
    table.remove(["c.txt"])
    assert table.leaving_out() == ["caf\udce9.txt"]
