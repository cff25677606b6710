"""The root of the index."""

import json
from pathlib import Path

from newsgen.build.build import build_site


def read_root(folder: Path) -> dict[str, object]:
    script = (folder / "public/search/root.js").read_text(encoding="utf-8")
    root: dict[str, object] = json.loads(script.removeprefix('newsgen.put("root",').removesuffix(");\n"))
    return root


def test_the_root_of_a_small_site(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "site.yaml").write_text("language: en\nsearch_phrases: false\n", encoding="utf-8")
    for name, front in (
        ("a", "date: 2004-02-29\nsection: Harbour"),
        ("b", "section: harbour"),
        ("c", "date: 2004\nlang: fr"),
        ("d", "date: 1999\nlang: de\ndelisted: true"),
    ):
        (tmp_path / f"articles/{name}.md").write_text(f"---\ntitle: {name}\n{front}\n---\n\nText.\n", encoding="utf-8")
    build_site(tmp_path)
    root = read_root(tmp_path)
    assert str(root.pop("shards")).startswith("0")
    assert root == {
        "version": 3,
        "articles": 3,
        "years": [[0, 1, 1], [2004, 2, 2]],
        "languages": ["en", "fr"],
        "sections": [["harbour", "Harbour"]],
        "positions": False,
        "passages": True,
    }
    assert not list((tmp_path / "public/search").glob("places/*"))
