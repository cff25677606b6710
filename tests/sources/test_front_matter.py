from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.errors import NewsgenError
from newsgen.sources.front_matter import Split, split_front_matter, split_pasted_front_matter

Splitter = Callable[[str, str], Split]
FILE = "articles/ferry.md"
TOML = (
    f"{FILE}:1: has TOML front matter\n"
    "    newsgen reads front matter as YAML.\n"
    '    Write it as YAML between "---" lines.'
)
OPEN = (
    ': front matter has no closing "---"\n'
    "    The whole article would be taken for fields.\n"
    '    Put a line "---" after the last field.'
)
LINES = st.lists(
    st.sampled_from(
        ["---", "---  ", "...", "+++", "----", " ---", "", "  ", "title: Mill", "Water turns it.", "\u2028"]
    )
)


def failure(text: str) -> str:
    with pytest.raises(NewsgenError) as failed:
        split_front_matter(text, FILE)
    return str(failed.value)


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("---\ntitle: Mill\n---\nWater.\n", Split("title: Mill", 2, "Water.\n", 4, "---")),
        ("\n \n---\ntitle: Mill\ntags: [a]\n---\n\nWater.", Split("title: Mill\ntags: [a]", 4, "\nWater.", 7, "---")),
        ("--- \ntitle: Mill\n---\t\nWater.", Split("title: Mill", 2, "Water.", 4, "---")),
        ("---\ntitle: Mill\n...\nWater.\n---\nMore.", Split("title: Mill", 2, "Water.\n---\nMore.", 4, "...")),
        ("---\n---\nWater.", Split("", 2, "Water.", 3, "---")),
        ("---\ntitle: Mill\n---", Split("title: Mill", 2, "", 4, "---")),
    ],
)
def test_the_text_between_two_fences_is_the_front_matter(text: str, split: Split) -> None:
    assert split_front_matter(text, FILE) == split_pasted_front_matter(text, FILE) == split


@pytest.mark.parametrize("text", ["", "\n\n", "Water.\n---\ntitle: Mill\n---\n", " ---\na: 1\n---", "----\na: 1\n----"])
def test_a_text_that_does_not_begin_with_a_fence_has_no_front_matter(text: str) -> None:
    assert split_front_matter(text, FILE) == split_pasted_front_matter(text, FILE) == Split("", 0, text, 1)


def test_an_opening_fence_without_a_closing_one_is_reported_with_its_line() -> None:
    assert failure("---\ntitle: Mill\n\nWater.") == f"{FILE}:1{OPEN}"
    assert failure("\n\n---\n") == f"{FILE}:3{OPEN}"


def test_pasted_text_may_begin_with_a_rule_of_its_own() -> None:
    text = "---\nThe mill turns\n\nWater."
    assert split_pasted_front_matter(text, FILE) == Split("", 0, text, 1)


@pytest.mark.parametrize("split", [split_front_matter, split_pasted_front_matter])
def test_toml_front_matter_is_refused(split: Splitter) -> None:
    with pytest.raises(NewsgenError) as failed:
        split('+++\ntitle = "Mill"\n+++\n', FILE)
    assert str(failed.value) == TOML


@given(LINES, st.sampled_from([split_front_matter, split_pasted_front_matter]))
def test_every_part_of_a_split_text_is_on_the_lines_it_names(lines: list[str], splitter: Splitter) -> None:
    text = "\n".join(lines)
    try:
        split = splitter(text, FILE)
    except NewsgenError as failed:
        (problem,) = failed.problems
        assert lines[problem.line - 1].rstrip() in ("---", "+++")
        return
    source = text.split("\n")
    assert "\n".join(source[split.text_line - 1 :]) == split.text
    if not split.yaml_line:
        assert (split.yaml, split.text_line) == ("", 1)
        return
    assert not "".join(source[: split.yaml_line - 2]).strip()
    assert source[split.yaml_line - 2].rstrip() == "---"
    assert "\n".join(source[split.yaml_line - 1 : split.text_line - 2]) == split.yaml
    assert source[split.text_line - 2].rstrip() in ("---", "...")
