"""What a build does where nobody wished for anything."""

from newsgen.build.options import Wishes, look_away, say_nothing


def test_without_wishes_a_build_trusts_what_it_knows_and_says_nothing_of_files() -> None:
    assert Wishes() == Wishes(None, False, False, "auto", None, say_nothing, look_away)
    say_nothing("index.html", "it is new")
    look_away("reading", 1, 2)
