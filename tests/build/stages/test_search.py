"""The search index follows the articles of each build."""

from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.search.index import update
from tests.support.edits import build_from_nothing, differences, tree

# What the search index does not concern is left out, so that builds are fast.
SETTINGS = """
data: []
day_pages: false
feeds: {formats: [], history: false}
ledger: false
on_this_day: false
suggestions: 0
"""

MORE = "Nobody of the town saw it go that night, for it was dark and the rain fell on the mud of the river"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    _configure(folder, "search: true\n")
    return folder


def _configure(folder: Path, settings: str) -> None:
    (folder / "site.yaml").write_text(f"{settings}{SETTINGS}", encoding="utf-8")


def _write(folder: Path, name: str, text: str, front: str = "") -> None:
    file = folder / f"articles/{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"---\ntitle: Headline {name}\ndate: 2004-05-{int(name) % 28 + 1:02}\n{front}---\n\n{text}\n", encoding="utf-8"
    )


def _build(folder: Path, workers: str = "auto") -> dict[str, bytes]:
    """The site after an incremental build."""
    build_site(folder, BuildOptions(workers=workers))
    return tree(folder / "public")


def _build_verified(folder: Path, tmp_path: Path, workers: str = "auto") -> dict[str, bytes]:
    """The site after an incremental build, which must equal that of a clean build."""
    built = _build(folder, workers)
    assert list(differences(built, build_from_nothing(folder, tmp_path / "again"))) == []
    return built


def _index_of(site: dict[str, bytes]) -> dict[str, bytes]:
    return {file: content for file, content in site.items() if file.startswith("search/")}


def test_the_index_follows_every_change(site: Path, tmp_path: Path) -> None:
    for number in range(12):
        _write(site, str(number), f"The ferry number {number} has left.")
    first = _build(site)
    _write(site, "3", "The ferry has sunk off Skarholm.")
    edited = _build_verified(site, tmp_path)
    assert edited.keys() == first.keys()
    assert _index_of(edited) != _index_of(first)
    _write(site, "3", "The ferry number 3 has left.")
    assert _build(site) == first
    _write(site, "12", "Another ferry.")
    assert _index_of(_build_verified(site, tmp_path)) != _index_of(first)
    _write(site, "12", "Another ferry.", "removed: Asked for\n")
    assert _index_of(_build(site)) == _index_of(first)


@pytest.mark.long
def test_a_languages_stemmer_comes_and_goes_with_its_articles(site: Path, tmp_path: Path) -> None:
    for number in range(4):
        _write(site, str(number), "The ferry has left.")
    first = _build(site)
    _write(site, "2", "Le bac est parti.", "lang: fr\n")
    stemmer = "search/scripts/stemmers/fr.js"
    assert stemmer in _build_verified(site, tmp_path).keys() - first.keys()
    _write(site, "2", "The ferry has left.")
    assert _build(site) == first


def test_search_is_switched_off_and_on(site: Path, tmp_path: Path) -> None:
    _write(site, "1", "The ferry has left.")
    first = _build(site)
    _configure(site, "search: false\n")
    assert _index_of(_build_verified(site, tmp_path)) == {}
    _configure(site, "search: true\n")
    assert _build(site) == first


@pytest.mark.long
def test_many_changes_at_once_rebuild_the_index(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update, "MAX_CHANGED", 10)
    for number in range(10):
        _write(site, str(number), f"The ferry number {number} has left.")
    _build(site)
    for number in range(5, 25):
        _write(site, str(number), f"Ferry {number} is at Skarholm, number {number % 7}.")
    _build_verified(site, tmp_path, workers="2")


def test_the_words_of_removed_articles_are_gone(tmp_path: Path) -> None:
    _write(tmp_path, "1", "The ferry has left Zanzibarius.")
    _write(tmp_path, "2", "The ferry.")
    assert any(b"zanzibarius" in _plain(content) for content in _index_of(_build(tmp_path)).values())
    _write(tmp_path, "1", "The ferry has left Zanzibarius.", "removed: Asked for\n")
    assert not any(b"zanzibarius" in _plain(content) for content in _index_of(_build(tmp_path)).values())
    assert b"zanzibarius" not in (tmp_path / ".newsgen/state.sqlite").read_bytes().lower()


def _plain(content: bytes) -> bytes:
    """The bytes of a file's bits, read from each of the eight offsets at which a text may begin."""
    if not content.startswith(b"\xff\xfe"):
        return content
    packed = content.decode("utf-16").split('","')[1].removesuffix('");\n')
    pairs = zip(packed[::2], packed[1::2], strict=True)
    bits = "".join(f"{(ord(high) - 0x2030) * 46_341 + ord(low) - 0x2030:031b}" for high, low in pairs)
    shifted = (bits[start : len(bits) - (len(bits) - start) % 8] for start in range(8))
    return b"|".join(int(one, 2).to_bytes(len(one) // 8, "big") for one in shifted if one)


def test_texts_for_passages_come_and_go_with_the_setting(site: Path, tmp_path: Path) -> None:
    _write(site, "1", "The ferry has left.")
    _build(site)
    for settings in ("search_passages: false\n", "search: true\n"):
        _configure(site, settings)
        built = _build_verified(site, tmp_path)
        assert ("search/texts/0.js" in built) == (settings == "search: true\n")


def test_a_sign_that_is_no_word_changes_the_text_of_passages_only(site: Path, tmp_path: Path) -> None:
    for number in range(12):
        _write(site, str(number), f"The ferry number {number} has left. {MORE}.")
    first = _index_of(_build(site))
    _write(site, "3", f"The ferry number 3 has left. {MORE}!")
    edited = _index_of(_build_verified(site, tmp_path))
    changed = [name.split("/")[1] for name in first if first[name] != edited[name]]
    assert changed == ["texts"]
