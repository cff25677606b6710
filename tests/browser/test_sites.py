"""The pages that are looked at stand for all: a kind of page that is new must be named."""

from pathlib import Path

import pytest

from tests.browser.sites import DIRECTIONS, KINDS, PLACES, kind_of, pages_of


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_every_page_has_one_kind_and_a_page_of_every_kind_is_looked_at(sites: dict[str, Path], direction: str) -> None:
    assert {kind_of(file) for file in pages_of(sites[direction])} == KINDS.keys()
    assert all(kind_of(kind.file) == name for name, kind in KINDS.items())


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_everything_that_is_looked_at_exists(sites: dict[str, Path], direction: str) -> None:
    places = [place for place in PLACES if place.direction == direction]
    assert [place for place in places if not (sites[direction] / place.file).is_file()] == []
