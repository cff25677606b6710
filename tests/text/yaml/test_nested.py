"""Nested YAML of texts is what PyYAML writes, or left to it."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsgen.text.yaml.nested import write_nested

_WORDS = (
    "plain words",
    "12",
    "007",
    "1.5",
    "2021-03-11",
    "2021-03-11T08:00:00",
    "2021-03-11T08:00:00+00:00",
    "2021-13-45T99:99:99-99:99",
    "yes",
    "Null",
    "a: b",
    "a:b",
    "key:",
    "a #b",
    "a#b",
    "- a",
    "/p/q.jpg",
    "~",
)
_TEXTS = st.one_of(
    st.sampled_from(_WORDS),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=8),
    st.text(alphabet="az 09:#-_,.[]{}&*!|>'\"%@`?=~/()\\", max_size=12),
)
_VALUES = st.recursive(
    _TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(_TEXTS, inner, max_size=3),
        st.sampled_from((None, True, 3)),
    ),
    max_leaves=8,
)


@given(st.dictionaries(_TEXTS, _VALUES, min_size=1, max_size=4))
def test_what_is_written_is_what_pyyaml_writes(values: dict[str, object]) -> None:
    written = write_nested(values)
    if written is not None:
        assert written == yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=2**31 - 1)


def test_texts_lists_and_mappings_are_written() -> None:
    values = {
        "images": [{"file": "/a.jpg", "alt": "The mill: no. 3"}],
        "extra": {"views": "17", "names": ["Ada", "Bo"], "deep": {"er": "é"}},
    }
    assert write_nested({**values, "images": [{"file": "/a.jpg", "alt": "The mill"}]}) == (
        "images:\n- file: /a.jpg\n  alt: The mill\n"
        "extra:\n  views: '17'\n  names:\n  - Ada\n  - Bo\n  deep:\n    er: é\n"
    )
    assert write_nested(values) is None
    assert write_nested({"a": "yes"}) is None
