from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from newsgen.sources.listing_values import read_listed_names, read_print_page, read_publication


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ada Quill", ("Ada Quill",)),
        ("Ada Quill; Bo Fenn", ("Ada Quill", "Bo Fenn")),
        ("Springfield, Westmark", ("Springfield, Westmark",)),
        (["Ada Quill", "Bo Fenn", "Ada Quill"], ("Ada Quill", "Bo Fenn")),
        ([{"name": "Ada Quill", "role": "mayor"}, None, ""], ("Ada Quill",)),
        ({"display_name": "Ada Quill"}, ("Ada Quill",)),
        ([], ()),
    ],
)
def test_names_come_from_lists_mappings_and_texts(written: object, names: tuple[str, ...]) -> None:
    assert read_listed_names(written) == names


@pytest.mark.parametrize("written", [{"role": "mayor"}, [{"role": "mayor"}], [{"name": ""}]])
def test_an_entry_without_a_name_is_refused(written: object) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        read_listed_names(written)
    assert refused.value.context == {
        "message": "has an entry without a name",
        "reason": "It could be in no listing.",
        "fix": 'Write "name: …".',
    }


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("The Lenne Herald", ("The Lenne Herald",)),
        ("Herald; and Courier", ("Herald; and Courier",)),
        ("", ()),
        (["The Lenne Herald", "Courier"], ("The Lenne Herald", "Courier")),
        ({"name": "Courier", "city": "Lenne"}, ("Courier",)),
    ],
)
def test_a_text_is_the_whole_name_of_a_newspaper(written: object, names: tuple[str, ...]) -> None:
    assert read_publication(written) == names


@pytest.mark.parametrize(
    ("written", "page"), [("A4", "A4"), (["A1", None, "A4"], "A1, A4"), ("12-13", "12-13"), ([], "")]
)
def test_pages_are_one_text(written: Any, page: str) -> None:
    assert read_print_page(written) == page
