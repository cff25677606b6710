"""Requests are made again while their fault may pass, and all end with the first that fails for good."""

import pytest

from newsgen.errors import NewsgenError
from newsgen.output.publishing.stores.store import PassingFault, Unanswered, refusal
from newsgen.output.publishing.transfer import Patience, Requests

REQUESTS = Requests("s3://paper", Patience(attempts=4, first=0, longest=0))


@pytest.mark.parametrize("faults", [0, 1, 3])
def test_a_passing_fault_is_tried_again(faults: int) -> None:
    left = [PassingFault("503")] * faults

    def request() -> str:
        if left:
            raise left.pop()
        return "answer"

    assert REQUESTS.ask(request) == "answer"


def test_it_is_given_up_at_last() -> None:
    asked = []

    def request() -> None:
        asked.append(1)
        raise PassingFault("a.html: the server answers 503")

    with pytest.raises(NewsgenError, match=r"s3://paper: a.html: the server answers 503, 4 times\n"):
        REQUESTS.ask(request)
    assert len(asked) == 4


def test_another_fault_is_not_tried_again() -> None:
    asked = []

    def request() -> None:
        asked.append(1)
        raise refusal("s3://paper", "has no room left", "Free some.")

    with pytest.raises(NewsgenError):
        REQUESTS.ask(request)
    assert len(asked) == 1


@pytest.mark.parametrize("threads", [1, 3])
def test_all_items_are_worked_off(threads: int) -> None:
    done: list[int] = []
    REQUESTS.ask_all(done.append, range(100), threads)
    assert sorted(done) == list(range(100))


@pytest.mark.parametrize("threads", [1, 3])
def test_the_rest_is_left_when_one_fails_for_good(threads: int) -> None:
    done: list[int] = []

    def work(number: int) -> None:
        if number == 10:
            raise refusal("s3://paper", "has no room left", "Free some.")
        done.append(number)

    with pytest.raises(NewsgenError, match="has no room left"):
        Requests("s3://paper", Patience(2, 0, 0)).ask_all(work, range(1000), threads)
    assert len(done) < 100


@pytest.mark.parametrize(("fault", "times"), [(PassingFault("busy"), 4), (Unanswered("silent"), 2)])
def test_a_server_that_says_nothing_is_given_up_sooner_than_a_busy_one(fault: PassingFault, times: int) -> None:
    asked: list[int] = []

    def fail() -> None:
        asked.append(1)
        raise fault

    with pytest.raises(NewsgenError, match=f"{fault}, {times} times"):
        Requests("memory", Patience(4, 0, 0)).ask(fail, Patience(2, 0, 0))
    assert len(asked) == times
