"""Written YAML: plain where possible, and read back unchanged by newsgen and by PyYAML."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from newsgen.record.dates import PartialDate
from newsgen.text.yaml.reader import load_mapping, parse_mapping
from newsgen.text.yaml.writer import write_yaml

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("Harbour", "key: Harbour\n"),
        ("Salt Quay", "key: Salt Quay\n"),
        ("النهر", "key: النهر\n"),
        ("O'Hara-Smith Jr", "key: O'Hara-Smith Jr\n"),
        ("No", 'key: "No"\n'),
        ("null", 'key: "null"\n'),
        ("2019-03-12", 'key: "2019-03-12"\n'),
        ("12:30", 'key: "12:30"\n'),
        ("- a", 'key: "- a"\n'),
        ("St.", 'key: "St."\n'),
        ("Flood: the night", 'key: "Flood: the night"\n'),
        ('"Yes", he said', 'key: "\\"Yes\\", he said"\n'),
        ("C:\\temp", 'key: "C:\\\\temp"\n'),
        ("🚢", 'key: "🚢"\n'),
        ("", 'key: ""\n'),
        ("a\x7fb\x85c\ufeffd", 'key: "a\\u007fb\\u0085c\\ufeffd"\n'),
        (True, "key: true\n"),
        (False, "key: false\n"),
        (PartialDate(2019, 3), "key: 2019-03\n"),
        (["ferry", "Salt Quay", "a, b", "[c]"], 'key: [ferry, Salt Quay, "a, b", "[c]"]\n'),
        ([], "key: []\n"),
    ],
)
def test_a_value_is_plain_where_possible(value: str | bool | PartialDate | list[str], line: str) -> None:
    assert write_yaml({"key": value}) == line


def test_the_value_of_one_key_is_always_in_quotes() -> None:
    assert (
        write_yaml({"headline": "Ferry", "section": "News"}, quoted="headline") == 'headline: "Ferry"\nsection: News\n'
    )


@given(TEXTS, st.lists(TEXTS))
@example("\u200d\u200f\u00ad", ["\U0010ffff", "\ue000"])
def test_every_text_is_read_back_by_every_reader(text: str, parts: list[str]) -> None:
    lines = write_yaml({"text": text, "parts": parts})
    assert load_mapping(lines, "x").values == parse_mapping(lines, "x").values == {"text": text, "parts": parts}
    assert yaml.safe_load(lines) == {"text": text, "parts": parts}
