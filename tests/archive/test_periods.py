"""Years, months and days that came or went have the nearest of their kind beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.periods import adjacent_periods
from newsgen.archive.targets import Target

KEYS = st.sampled_from(["2019", "2020", "2021-01", "2021-02", "2021-02-03"])
PERIODS = st.sets(st.builds(Target, st.sampled_from(["days", "months", "years"]), KEYS))
JANUARY = {Target("days", "2020-01-01"), Target("days", "2020-01-09"), Target("years", "2020")}


def adjacent_keys(before: set[Target], now: set[Target]) -> dict[Target, list[str]]:
    """The keys of those beside each period that came or went."""
    found: dict[Target, list[str]] = {}
    for changed, adjacent in adjacent_periods(before, now):
        found.setdefault(changed, []).append(adjacent.key)
    return found


@pytest.mark.parametrize(
    ("before", "came", "adjacent"),
    [
        (JANUARY, [("days", "2020-01-05")], {("days", "2020-01-05"): ["2020-01-01", "2020-01-09"]}),
        (
            {*JANUARY, Target("months", "2020-01")},
            [("days", "2020-02-05"), ("months", "2020-02")],
            {("days", "2020-02-05"): ["2020-01-09"], ("months", "2020-02"): ["2020-01"]},
        ),
        (JANUARY, [("months", "2020-01")], {}),
        (JANUARY, [], {}),
    ],
)
def test_a_period_that_came_or_went_is_between_the_nearest_of_its_kind(
    before: set[Target], came: list[tuple[str, str]], adjacent: dict[tuple[str, str], list[str]]
) -> None:
    assert adjacent_keys(before, {*before, *map(Target._make, came)}) == adjacent


def test_a_period_that_went_was_between_the_nearest_of_its_kind() -> None:
    went = {Target("days", "2020-01-05"), Target("months", "2020-01")}
    assert adjacent_keys(JANUARY | went, JANUARY) == {Target("days", "2020-01-05"): ["2020-01-01", "2020-01-09"]}


@given(PERIODS, PERIODS)
def test_every_period_with_another_neighbour_is_beside_one_that_came_or_went(
    before: set[Target], now: set[Target]
) -> None:
    def neighbours(period: Target, periods: set[Target]) -> list[Target]:
        same = sorted(other for other in periods if other.kind == period.kind)
        index = same.index(period)
        return [*same[max(0, index - 1) : index], *same[index + 1 : index + 2]]

    found = {adjacent for _, adjacent in adjacent_periods(before, now)}
    assert found <= now
    assert found >= {period for period in before & now if neighbours(period, before) != neighbours(period, now)}
