from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.errors import NewsgenError
from newsgen.sources.front_matter import Split, split_front_matter, split_pasted_front_matter
from newsgen.sources.header_forms import Form

Splitter = Callable[[str, str], Split]
FILE = "articles/ferry.md"
OPEN = (
    ': front matter has no closing "---"\n'
    "    The whole article would be taken for fields.\n"
    '    Put a line "---" after the last field.'
)
# The form of YAML between fences, and the one that opens it.
FORM: Form = "yaml"
FENCE = "---"
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
        ("---\ntitle: Mill\n---\nWater.\n", Split("title: Mill", 2, "Water.\n", 4, "---", FORM, FENCE)),
        (
            "\n \n---\ntitle: Mill\ntags: [a]\n---\n\nWater.",
            Split("title: Mill\ntags: [a]", 4, "\nWater.", 7, "---", FORM, FENCE),
        ),
        ('+++\ntitle = "Mill"\n+++\nWater.', Split('title = "Mill"', 2, "Water.", 4, "+++", "toml", "+++")),
        ("--- \ntitle: Mill\n---\t\nWater.", Split("title: Mill", 2, "Water.", 4, "---", FORM, FENCE)),
        (
            "---\ntitle: Mill\n...\nWater.\n---\nMore.",
            Split("title: Mill", 2, "Water.\n---\nMore.", 4, "...", FORM, FENCE),
        ),
        ("---\n---\nWater.", Split("", 2, "Water.", 3, "---", FORM, FENCE)),
        ("---\ntitle: Mill\n---", Split("title: Mill", 2, "", 4, "---", FORM, FENCE)),
    ],
)
def test_the_text_between_two_fences_is_the_front_matter(text: str, split: Split) -> None:
    assert split_front_matter(text, FILE) == split_pasted_front_matter(text, FILE) == split


@pytest.mark.parametrize("text", ["", "\n\n", "Water.\n---\ntitle: Mill\n---\n", " ---\na: 1\n---", "----\na: 1\n----"])
def test_a_text_that_does_not_begin_with_a_fence_has_no_front_matter(text: str) -> None:
    assert split_front_matter(text, FILE) == split_pasted_front_matter(text, FILE) == Split("", 0, text, 1)


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA text that begins with a rule and has no front matter: none at all.\n\n---\n\nIt goes on.",
        "---\nThe mill turns.\n---\nWater.",
        "---\nWhat the council decided that night:\n\nNothing.\n\n---\n",
    ],
)
def test_prose_between_two_rules_is_text(text: str) -> None:
    assert split_front_matter(text, FILE) == Split("", 0, text, 1)


@pytest.mark.parametrize(
    "front",
    ["title: Mill", "", "# a comment", "{title: Mill}", '"title": Mill', "Base Header Level: 2", "\ntitle: Mill"],
)
def test_what_may_be_data_between_two_rules_is_front_matter(front: str) -> None:
    assert split_front_matter(f"---\n{front}\n---\nWater.", FILE).front == front


def test_an_opening_fence_without_a_closing_one_is_reported_with_its_line() -> None:
    assert failure("---\ntitle: Mill\n\nWater.") == f"{FILE}:1{OPEN}"
    assert failure("\n\n---\n") == f"{FILE}:3{OPEN}"


def test_pasted_text_may_begin_with_a_rule_of_its_own() -> None:
    text = "---\nThe mill turns\n\nWater."
    assert split_pasted_front_matter(text, FILE) == Split("", 0, text, 1)


def test_a_pasted_text_may_begin_with_rows_of_plus_signs() -> None:
    for text in ("+++\nThe mill turns\n+++\nWater.", "+++\nThe mill = water\n"):
        assert split_pasted_front_matter(text, FILE) == Split("", 0, text, 1)


@pytest.mark.parametrize("fence", ["+++", ";;;"])
def test_every_fence_must_be_closed(fence: str) -> None:
    assert failure(f"{fence}\ntitle\n") == f"{FILE}:1{OPEN.replace('---', fence)}"


def header(front: str, line: int, text_line: int, close: str, form: Form) -> Split:
    """The split of a text whose front matter has no opening fence, and whose text is "Water."."""
    return Split(front, line, "Water.", text_line, close, form)


PELICAN = "Title: Mill: the end\nStatus: draft"
MULTIMARKDOWN = "Title: Mill\nAuthor: Ada\n    Ben\nBase Header Level: 2"
HEXO = "title: Mill\ntags:\n- a"
NIKOLA = "<!--\n.. title: Mill\n-->"
HEADERS = {
    "Pelican": (f"{PELICAN}\n\nWater.", header(PELICAN, 1, 4, "", "header")),
    "MultiMarkdown": (f"{MULTIMARKDOWN}\n\nWater.", header(MULTIMARKDOWN, 1, 6, "", "header")),
    "a title alone": ("\nTitle: Mill\n\nWater.", header("Title: Mill", 2, 4, "", "header")),
    "a header alone": ("Title: Mill\nDate: 2020", Split("Title: Mill\nDate: 2020", 1, "", 3, "", "header")),
    "Hexo": (f"{HEXO}\n---\nWater.", header(HEXO, 1, 5, "---", "yaml")),
    "Hexo's JSON": ('"title": "Mill"\n;;;\nWater.', header('"title": "Mill"', 1, 3, ";;;", "json")),
    "JSON between fences": (';;;\n{"title": 1}\n;;;\nA.', Split('{"title": 1}', 2, "A.", 4, ";;;", "json", ";;;")),
    "Hugo's JSON": ('{\n "title": "Mill"\n}\nWater.', header('{\n "title": "Mill"\n}', 1, 4, "", "json")),
    "Nikola": (f"{NIKOLA}\nWater.", header(NIKOLA, 1, 4, "", "nikola")),
    "Nikola without a comment": (".. title: Mill\n\nWater.", header(".. title: Mill", 1, 3, "", "nikola")),
}


@pytest.mark.parametrize(("text", "split"), HEADERS.values(), ids=HEADERS)
def test_the_headers_of_other_systems_are_front_matter(text: str, split: Split) -> None:
    assert split_front_matter(text, FILE) == split


@pytest.mark.parametrize(("text", "split"), HEADERS.values(), ids=HEADERS)
def test_of_a_pasted_text_only_a_header_of_known_keys_with_a_headline_is_front_matter(text: str, split: Split) -> None:
    expected = split if split.front in (PELICAN, NIKOLA, ".. title: Mill") else Split("", 0, text, 1)
    assert split_pasted_front_matter(text, FILE) == expected


PASTED = {
    "a label alone": "Title: Mill\n\nWater.",
    "labels of a page": "Published: Tuesday\nAuthor: Ada\n\nWater.",
    "an unknown label among them": "Title: Mill\nAuthor: Ada\nPublication info: Courant\n\nWater.",
    "labels without a text": "Title: Mill\nAuthor: Ada\n\n",
    "no blank line below": "Title: Mill\nAuthor: Ada\nWater.",
    "an e-mail": "From: Ada\nSubject: Mill\nDate: 2020\n\nWater.",
}


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED)
def test_other_labels_of_a_pasted_text_are_text(text: str) -> None:
    assert split_pasted_front_matter(text, FILE) == Split("", 0, text, 1)


NO_HEADERS = {
    "a sentence": "Note: the mill turns.\n\nWater.",
    "a summary": "Summary: the mill turns.\n\nWater.",
    "an interview": "Mayor: no more cars.\nTitle: none.\nClerk: why?\nBaker: no.\nDate: none.\n\nWater.",
    "prose below": "Title: Mill\nDate: 2020\nIt turns.\n\nWater.",
    "a heading": "Title: Mill\n---\nWater.",
    "a template": "{% include mill %}\n\nWater.",
    "a variable": "{{ title }}\n\nWater.",
    "an object of something else": '{"mill": 1}\n\nWater.',
    "an object in a sentence": '{"title": "Mill"} is JSON.\n\nWater.',
    "a comment": "<!--\nThe mill\n-->\nWater.",
    "an open comment": "<!--\n.. title: Mill\n",
    "a quotation": '"Mill": a story\n\nWater.',
    "dots": "... and so on\n",
}


@pytest.mark.parametrize("text", NO_HEADERS.values(), ids=NO_HEADERS)
def test_what_only_looks_like_a_header_is_text(text: str) -> None:
    assert split_front_matter(text, FILE) == Split("", 0, text, 1)


def test_json_with_known_keys_that_cannot_be_read_is_refused() -> None:
    assert failure('\n{\n "title": "Mill",\n "draft": yes\n}\nWater.') == (
        f"{FILE}:4: cannot read JSON: Expecting value\n"
        "    Its fields cannot be read until the JSON is.\n"
        "    Check quotes, commas and braces here and in the line above."
    )


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
    if not split.front_line:
        assert (split.front, split.text_line) == ("", 1)
        return
    assert "\n".join(source[split.front_line - 1 :]).startswith(split.front)
    if not split.open:
        return
    assert not "".join(source[: split.front_line - 2]).strip()
    assert source[split.front_line - 2].rstrip() == split.open
    assert "\n".join(source[split.front_line - 1 : split.text_line - 2]) == split.front
    assert source[split.text_line - 2].rstrip() == split.close
