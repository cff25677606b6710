"""The pages that are looked at stand for all: a kind of page that is new must be named."""

from pathlib import Path

from tests.browser.sites import KINDS, PLACES, kind_of, pages_of


def test_every_page_has_one_kind_and_a_page_of_every_kind_is_looked_at(sites: dict[str, Path]) -> None:
    for folder in sites.values():
        assert {kind_of(file) for file in pages_of(folder)} == KINDS.keys()
    assert all(kind_of(kind.file) == name for name, kind in KINDS.items())


def test_everything_that_is_looked_at_exists(sites: dict[str, Path]) -> None:
    assert [place for place in PLACES if not (sites[place.direction] / place.file).is_file()] == []
