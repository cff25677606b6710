from newsgen.pages.metadata.citations.names import read_name
from newsgen.pages.metadata.citations.reference import Reference


def test_unknown_values_are_empty() -> None:
    reference = Reference((read_name("Ada Quill"),), "The mill turns", "The Quay")
    assert (reference.published, reference.page, reference.section, reference.language, reference.url) == (
        None,
        "",
        "",
        "",
        "",
    )
