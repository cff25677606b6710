"""What a build does where nobody wished for anything."""

from newsgen.build.options import BuildOptions, ignore_progress, ignore_written


def test_without_wishes_a_build_trusts_what_it_knows_and_says_nothing_of_files() -> None:
    assert BuildOptions() == BuildOptions(None, False, False, "auto", None, ignore_written, ignore_progress)
    ignore_written("index.html", "it is new")
    ignore_progress("reading", 1, 2)
