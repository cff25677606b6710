"""Front matter of every form gives the same keys and values; what is not quite YAML is read where that is sure."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.errors import NewsgenError
from newsgen.sources.front_matter import split_front_matter
from newsgen.sources.front_matter_keys import read_front_matter

FILE = "articles/mill.md"
FULL = {
    "title": "Mill",
    "date": "2020-03-05T07:15:00+01:00",
    "tags": ["tide", "wheel"],
    "draft": False,
    "weight": "3",
    "cover": {"image": "mill.jpg"},
}
FORMS = {
    "YAML": "---\ntitle: Mill\ndate: 2020-03-05T07:15:00+01:00\ntags: [tide, wheel]\ndraft: false\nweight: 3\n"
    "cover: {image: mill.jpg}\n---\n",
    "TOML": '+++\ntitle = "Mill"\ndate = 2020-03-05T07:15:00+01:00\ntags = ["tide",\n "wheel"]\ndraft = false\n'
    "weight = 3\n"
    '[cover]\nimage = "mill.jpg"\n+++\n',
    "JSON": '{"title": "Mill", "date": "2020-03-05T07:15:00+01:00", "tags": ["tide", "wheel"],\n"draft": false,'
    '"weight": 3, "cover": {"image": "mill.jpg"}}\n',
    "Hexo's JSON": '"title": "Mill",\n"date": "2020-03-05T07:15:00+01:00",\n"tags": ["tide", "wheel"], "draft": false,'
    '\n"weight": 3, "cover": {"image": "mill.jpg"},\n;;;\n',
}


def keys(text: str) -> Mapping[str, object]:
    return read_front_matter(split_front_matter(text, FILE), FILE).keys.values


def findings(text: str) -> list[tuple[str, str]]:
    return [(rule, str(found)) for rule, found in read_front_matter(split_front_matter(text, FILE), FILE).findings]


def failure(text: str) -> str:
    with pytest.raises(NewsgenError) as failed:
        keys(text)
    return str(failed.value)


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
def test_every_form_gives_the_same_keys_and_values(text: str) -> None:
    assert keys(text) == FULL


def test_keys_are_on_their_lines() -> None:
    toml = '\n+++\ntitle = "Mill"\ntags = [\n"a",\n]\n"pub date" = 2020-01-02\n[cover]\nimage = "a"\n+++\n'
    assert read_front_matter(split_front_matter(toml, FILE), FILE).keys.lines == {
        "title": 3,
        "tags": 4,
        "pub date": 7,
        "cover": 8,
    }
    json = '{\n  "title": "Mill",\n  "tags": ["a"],\n\n  "draft": true\n}\n'
    assert read_front_matter(split_front_matter(json, FILE), FILE).keys.lines == {"title": 2, "tags": 3, "draft": 5}
    header = "\nTitle: Mill\nTags: a\n  b\nDate: 2020\n"
    assert read_front_matter(split_front_matter(header, FILE), FILE).keys.lines == {"Title": 2, "Tags": 3, "Date": 5}


def test_all_values_of_a_repeated_key_of_json_are_known() -> None:
    found = read_front_matter(split_front_matter('{"title": "A", "draft": true, "draft": false}\n', FILE), FILE).keys
    assert (found.values, found.duplicates) == ({"title": "A", "draft": False}, {"draft": [True, False]})


def test_dates_and_times_of_toml_are_the_text_that_stands_there() -> None:
    assert keys("+++\ndate = 2020-01-02\nlastmod = 2020-01-02T03:04:05Z\nat = 07:15:00\nratio = 1.5\n+++\n") == {
        "date": "2020-01-02",
        "lastmod": "2020-01-02T03:04:05+00:00",
        "at": "07:15:00",
        "ratio": "1.5",
    }


def test_the_taxonomies_of_zola_are_keys() -> None:
    assert keys('+++\ntitle = "A"\n[taxonomies]\ntags = ["a"]\n+++\n') == {"title": "A", "tags": ["a"]}
    assert keys('+++\ntags = ["b"]\n[taxonomies]\ntags = ["a"]\n+++\n') == {
        "tags": ["b"],
        "taxonomies": {"tags": ["a"]},
    }


def test_a_header_holds_text_names_and_lists() -> None:
    header = (
        "Title: Mill: the end\nAuthors: Ada Quill, Ben Oar\nTags: tide, wheel\nSummary: Long\n  and longer\nSlug:\n"
    )
    assert keys(header) == {
        "Title": "Mill: the end",
        "Authors": ["Ada Quill", "Ben Oar"],
        "Tags": "tide, wheel",
        "Summary": "Long and longer",
        "Slug": None,
    }
    assert keys("Title: A\nAuthor: Quill, Ada\n    Oar, Ben\n") == {"Title": "A", "Author": ["Quill, Ada", "Oar, Ben"]}
    assert keys("Title: A\nAuthors: Quill, Ada; Oar, Ben\n")["Authors"] == "Quill, Ada; Oar, Ben"
    assert keys("<!--\n.. title: A: B\n.. tags: a, b\n-->\n") == {"title": "A: B", "tags": "a, b"}


SLIPS = {
    "title: Mill: the end": "Mill: the end",
    "title: @mayor answers": "@mayor answers",
    "title: `make` it": "`make` it",
    "title: 50% off: why": "50% off: why",
    "title: %50 off": "%50 off",
    "title: *Star* of the night": "*Star* of the night",
    "title: [Update] Mill stops": "[Update] Mill stops",
    "title: {{ page.title }}": "{{ page.title }}",
    'title: "Never" again': '"Never" again',
    "title: 'Never' again: it's over": "'Never' again: it's over",
    "title: - a dash": "- a dash",
    "title: > 50 boats": "> 50 boats",
}


@pytest.mark.parametrize(("line", "title"), SLIPS.items(), ids=SLIPS)
def test_a_value_that_needs_quotes_is_read_as_the_text_that_stands_there(line: str, title: str) -> None:
    text = f"---\ndate: 2020\n{line}\ntags: [a, b]\n---\n"
    assert keys(text) == {"date": "2020", "title": title, "tags": ["a", "b"]}
    assert findings(text) == [
        (
            "yaml-slips",
            f'{FILE}:3: the value of "title" needs quotes in YAML\n'
            "    It is read as the text that stands there.\n"
            "    Put the value in quotes.",
        )
    ]


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("author:Ada Quill", "author", "Ada Quill"),
        ("draft:true", "draft", True),
    ],
)
def test_a_key_without_a_space_behind_its_colon_is_read_as_if_it_had_one(line: str, key: str, value: object) -> None:
    text = f"---\ndate: 2020\n{line}\ntags: [a, b]\n---\n"
    assert keys(text) == {"date": "2020", key: value, "tags": ["a", "b"]}
    assert (
        "yaml-slips",
        f'{FILE}:3: there is no space behind "{key}:"\n'
        "    It is read as if there were one.\n"
        "    Write a space behind the colon.",
    ) in findings(text)


def test_tabs_that_indent_are_read_as_spaces_if_nothing_else_indents() -> None:
    text = "---\ntitle: A\ntags:\n\t- a\n\t- b\ncover:\n\timage:\n\t\tfile: a\n---\n"
    assert keys(text) == {"title": "A", "tags": ["a", "b"], "cover": {"image": {"file": "a"}}}
    assert findings(text) == [
        (
            "yaml-slips",
            f"{FILE}:2: the YAML is indented with tabs\n    They are read as two spaces each.\n    Indent with spaces.",
        )
    ]


UNREADABLE = {
    'title: "Mill\ndate: 2020': ":2: cannot read YAML: found unexpected end of stream",
    "title: [Mill\ndate: 2020": ":2: cannot read YAML: did not find expected ',' or ']'",
    "title: Mill: the\n  end\ndate: 2020": ":2: cannot read YAML: mapping values are not allowed in this context",
    "tags:\n  - a\n\t- b": ":4: cannot read YAML: found a tab character that violates indentation",
    "date: 2020\nhttps://courant.example": ":4: cannot read YAML: could not find expected ':'",
    "title: A\n  b: c": ":3: cannot read YAML: mapping values are not allowed in this context",
}


@pytest.mark.parametrize(("yaml", "message"), UNREADABLE.items(), ids=UNREADABLE)
def test_yaml_that_may_mean_something_else_is_refused(yaml: str, message: str) -> None:
    assert failure(f"---\n{yaml}\n---\n").split("\n")[0] == f"{FILE}{message}"


def test_wrong_toml_and_json_are_refused_with_their_line() -> None:
    assert failure('+++\ntitle = "Mill"\ndate = soon\n+++\n') == (
        f"{FILE}:3: cannot read TOML: invalid value\n"
        "    Its fields cannot be read until the TOML is.\n"
        "    Check quotes, commas and brackets here and in the line above."
    )
    assert failure('+++\ntitle = "Mill\n+++\n').startswith(f"{FILE}:2: cannot read TOML: ")
    assert failure("+++\na = " + "[" * 5000 + "\n+++\n").startswith(f"{FILE}:2: cannot read TOML: ")
    assert failure(';;;\n"title": "Mill"\n"draft": true\n;;;\n').startswith(
        f"{FILE}:3: cannot read JSON: expecting ',' delimiter\n"
    )
    assert failure(";;;\n[1]\n;;;\n").startswith(f"{FILE}:2: cannot read JSON: ")
    assert failure("+++\n" + "#" * 1_000_001 + "\n+++\n").startswith(f"{FILE}:2: cannot read TOML: too large\n")


@pytest.mark.parametrize(
    "toml",
    ["a" + ".b" * 100_000 + "=1", "[a" + ".b" * 200 + "]", "a = {b" + " . c" * 200 + "=1}"],
)
def test_a_key_of_toml_in_a_hundred_parts_is_refused(toml: str) -> None:
    assert failure(f"+++\n{toml}\n+++\n").startswith(f"{FILE}:2: cannot read TOML: too large or too deeply nested\n")


def test_values_of_json_that_stand_deep_are_read_once() -> None:
    deep = '{"a": ' * 400 + f"[{'1,' * 20_000}1]" + "}" * 400
    value: Any = read_front_matter(split_front_matter(f";;;\n{deep}\n;;;\n", FILE), FILE).keys.values
    for _ in range(400):
        value = value["a"]
    assert value == ["1"] * 20_001


SIGNS = st.text(alphabet="ab:=-\"'[]{}#@%*&!|>\t\n ,1", max_size=40)


@given(st.sampled_from(["---", "+++", ";;;", "", "Title: a"]), SIGNS)
def test_any_text_gives_keys_or_problems(fence: str, text: str) -> None:
    with suppress(NewsgenError):
        assert isinstance(keys(f"{fence}\n{text}\n{fence}\n"), dict)
