"""The numbers of articles."""

import random

from hypothesis import given
from hypothesis.strategies import integers, permutations, sets

from newsgen.search.format.numbering import DatedArticle, assign_slots, capacity_of, number_all, year_starts


def dated(published: str, name: str) -> DatedArticle:
    return DatedArticle(published, name, f"{name}.md")


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
def test_slots_do_not_depend_on_the_order_of_the_articles(found: list[int]) -> None:
    articles = [dated(f"2024-01-{number % 28:02}", f"{number}") for number in found]
    capacity = capacity_of(len(articles))
    slots = assign_slots(articles, capacity)
    assert slots == assign_slots(sorted(articles), capacity)
    assert len(set(slots.values())) == len(articles)
    assert all(0 <= slot < capacity for slot in slots.values())


def test_the_newest_article_moves_no_other_and_an_older_one_few() -> None:
    articles = [dated(f"2024-{1 + number // 100:02}", f"{number}") for number in range(1_000)]
    capacity = capacity_of(len(articles) + 1)
    before = assign_slots(articles, capacity)
    newest = assign_slots([*articles, dated("2024-12", "new")], capacity)
    assert newest == before | {"new.md": newest["new.md"]}
    moved = []
    for number in range(60):
        after = assign_slots([*articles, dated("2024-01", f"old-{number}")], capacity)
        moved.append(sum(after[path] != slot for path, slot in before.items()))
    assert sum(moved) / len(moved) < 4


def test_years_follow_each_other_and_undated_articles_come_first() -> None:
    assert year_starts({2024: 3, 0: 9, 1999: 1}) == {0: 0, 1999: 10, 2024: 11}
    numbers = dict(number_all({2024: [dated("2024", "b"), dated("2024", "a")], 0: [dated("", "c")]}))
    assert numbers["c.md"] == 0
    assert {numbers["a.md"], numbers["b.md"]} == {1, 2}


def test_every_slot_comes_up_however_few_are_free() -> None:
    articles = [dated("", f"{random.Random(seed).random()}") for seed in range(300)]
    assert sorted(assign_slots(articles, 300).values()) == list(range(300))
