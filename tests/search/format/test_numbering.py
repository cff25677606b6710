"""The numbers of articles."""

import random

from hypothesis import given
from hypothesis.strategies import integers, permutations, sets

from newsgen.search.format.numbering import assign_places, capacity_of, number_all, year_starts


def test_capacities_grow_by_a_quarter() -> None:
    assert [capacity_of(articles) for articles in (0, 1, 8, 9, 10, 11, 13, 100, 5_000)] == [
        *(0, 1, 8, 10, 10, 12, 15, 121, 6_626)
    ]


@given(integers(9, 200_000))
def test_a_capacity_has_room_for_all_and_not_for_many_more(articles: int) -> None:
    capacity = capacity_of(articles)
    assert articles <= capacity - capacity // 16
    assert capacity <= 1.4 * articles


@given(sets(integers(0, 10**6), max_size=60).flatmap(lambda found: permutations(sorted(found))))
def test_places_do_not_depend_on_the_order(found: list[int]) -> None:
    articles = [(f"2024-01-{number % 28:02}", f"{number}", f"{number}.md") for number in found]
    capacity = capacity_of(len(articles))
    places = assign_places(articles, capacity)
    assert places == assign_places(sorted(articles), capacity)
    assert len(set(places.values())) == len(articles)
    assert all(0 <= place < capacity for place in places.values())


def test_the_newest_article_moves_no_other_and_an_older_one_hardly_any() -> None:
    articles = [(f"2024-{1 + number // 400:02}", f"{number}", f"{number}.md") for number in range(4_000)]
    capacity = capacity_of(len(articles) + 1)
    before = assign_places(articles, capacity)
    newest = assign_places([*articles, ("2024-12", "new", "new.md")], capacity)
    assert newest == before | {"new.md": newest["new.md"]}
    moved = []
    for number in range(100):
        after = assign_places([*articles, ("2024-01", f"old-{number}", "old.md")], capacity)
        moved.append(sum(after[path] != place for path, place in before.items()))
    assert sum(moved) / len(moved) < 4


def test_years_follow_each_other_and_the_undated_are_first() -> None:
    assert year_starts({2024: 3, 0: 9, 1999: 1}) == {0: 0, 1999: 10, 2024: 11}
    numbered = dict(number_all({2024: [("2024", "b", "b"), ("2024", "a", "a")], 0: [("", "c", "c")]}))
    assert numbered["c"] == 0
    assert {numbered["a"], numbered["b"]} == {1, 2}


def test_all_places_come_up_however_few_are_free() -> None:
    articles = [("", f"{random.Random(seed).random()}", str(seed)) for seed in range(300)]
    assert sorted(assign_places(articles, 300).values()) == list(range(300))
