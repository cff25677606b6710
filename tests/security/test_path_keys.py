"""Whatever a key holds that becomes part of a path: nothing outside of the site is read, written or deleted."""

from pathlib import Path

import pytest

from tests.support.path_attacks import KEYS, WAYS, Tricks, attack
from tests.support.path_tricks import few_path_tricks, path_tricks
from tests.support.watched_folder import WatchedFolder


def _attack(watched: WatchedFolder, way: str, tricks: Tricks) -> None:
    def prepare() -> None:
        watched.clear()
        for name in ("articles", "static", "media"):
            watched.add_links(watched.site / name)

    refused, seen = attack(watched, way, tricks, prepare)
    assert not seen
    assert watched.damage() == []
    assert all(problem.message and problem.reason and problem.fix for problem in refused.values())


@pytest.mark.parametrize("way", WAYS)
def test_a_few_tricks_in_every_key_reach_nothing_outside(tmp_path: Path, way: str) -> None:
    watched = WatchedFolder(tmp_path)
    few = few_path_tricks(str(watched.outside))
    # Each key has a sixth of them, so that every trick is in several keys.
    pairs = [(key, trick) for turn, key in enumerate(KEYS) for trick in few[turn % 6 :: 6]]
    _attack(watched, way, dict(enumerate(pairs)))


@pytest.mark.hours
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("key", KEYS)
def test_all_tricks_in_every_key_reach_nothing_outside(tmp_path: Path, way: str, key: str) -> None:
    watched = WatchedFolder(tmp_path)
    tricks = path_tricks(str(watched.outside))
    _attack(watched, way, dict(enumerate((key, trick) for trick in tricks)))
