"""The index follows the articles of each build."""

from pathlib import Path

from newsgen.build.build import build_site
from tests.support.edits import build_from_nothing, differences, tree


def _write(folder: Path, name: str, text: str, front: str = "") -> None:
    file = folder / f"articles/{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"---\ntitle: Headline {name}\ndate: 2004-05-{int(name) % 28 + 1:02}\n{front}---\n\n{text}\n", encoding="utf-8"
    )


def _built(folder: Path, tmp_path: Path) -> dict[str, bytes]:
    """The index after a build, which must be that of a build from nothing."""
    build_site(folder)
    built = tree(folder / "public")
    assert list(differences(built, build_from_nothing(folder, tmp_path / "again"))) == []
    return {file: content for file, content in built.items() if file.startswith("search/")}


def test_the_index_follows_every_change(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for number in range(12):
        _write(site, str(number), f"The ferry number {number} has left.")
    first = _built(site, tmp_path)
    _write(site, "3", "The ferry has sunk off Skarholm.")
    edited = _built(site, tmp_path)
    assert edited.keys() == first.keys()
    assert edited != first
    _write(site, "3", "The ferry number 3 has left.")
    assert _built(site, tmp_path) == first
    _write(site, "12", "Another ferry.")
    assert _built(site, tmp_path) != first
    _write(site, "12", "Another ferry.", "removed: Asked for\n")
    assert _built(site, tmp_path) == first


def test_a_languages_stemmer_comes_and_goes_with_its_articles(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for number in range(4):
        _write(site, str(number), "The ferry has left.")
    first = _built(site, tmp_path)
    _write(site, "2", "Le bac est parti.", "lang: fr\n")
    stemmer = "search/scripts/stemmers/fr.js"
    assert stemmer in _built(site, tmp_path).keys() - first.keys()
    _write(site, "2", "The ferry has left.")
    assert _built(site, tmp_path) == first


def test_search_is_switched_off_and_on(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _write(site, "1", "The ferry has left.")
    first = _built(site, tmp_path)
    (site / "site.yaml").write_text("search: false\n", encoding="utf-8")
    assert _built(site, tmp_path) == {}
    (site / "site.yaml").write_text("search: true\n", encoding="utf-8")
    assert _built(site, tmp_path) == first


def test_many_changes_at_once_make_the_index_anew(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for number in range(20):
        _write(site, str(number), f"The ferry number {number} has left.")
    _built(site, tmp_path)
    for number in range(5, 260):
        _write(site, str(number), f"Ferry {number} is at Skarholm, number {number % 7}.")
    _built(site, tmp_path)


def test_the_words_of_what_was_removed_are_gone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _write(site, "1", "The ferry has left Zanzibarius.")
    _write(site, "2", "The ferry.")
    assert any(b"zanzibarius" in _plain(content) for content in _built(site, tmp_path).values())
    _write(site, "1", "The ferry has left Zanzibarius.", "removed: Asked for\n")
    assert not any(b"zanzibarius" in _plain(content) for content in _built(site, tmp_path).values())
    assert b"zanzibarius" not in (site / ".newsgen/state.sqlite").read_bytes().lower()


def _plain(content: bytes) -> bytes:
    """The bytes of a file's bits at each of the eight places at which they may begin, one after the other."""
    if not content.startswith(b"\xff\xfe"):
        return content
    packed = content.decode("utf-16").split('","')[1].removesuffix('");\n')
    pairs = zip(packed[::2], packed[1::2], strict=True)
    signs = "".join(f"{(ord(high) - 0x2030) * 46_341 + ord(low) - 0x2030:031b}" for high, low in pairs)
    shifted = (signs[start : len(signs) - (len(signs) - start) % 8] for start in range(8))
    return b"|".join(int(one, 2).to_bytes(len(one) // 8, "big") for one in shifted if one)
