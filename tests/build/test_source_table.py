"""The sources that were read, as the state remembers them."""

from newsgen.build.inputs import ReadSource, SourceTable
from tests.support.state import open_state


def test_sources_are_listed_by_their_paths_with_drafts_apart() -> None:
    table = SourceTable(open_state())
    table.save(ReadSource(path, None, "draft" if path == "b.md" else "") for path in ("a.md", "b.md", "caf\udce9.md"))
    assert set(table.paths()) == {"a.md", "b.md", "caf\udce9.md"}
    assert (table.article_paths(), table.count_unpublished()) == ({"a.md", "caf\udce9.md"}, {"draft": 1})
    table.save([ReadSource("b.md", None)])
    table.remove(["a.md"])
    assert (table.article_paths(), table.count_unpublished()) == ({"b.md", "caf\udce9.md"}, {})
