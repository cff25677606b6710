"""References as tests need them, and any that Hypothesis can think of."""

from hypothesis import strategies as st

from newsgen.pages.metadata.citations.names import read_name
from newsgen.pages.metadata.citations.reference import Reference
from newsgen.record.dates import PartialDate, parse_date


def a_reference(*authors: str, published: str = "", language: str = "en", **fields: str) -> Reference:
    """A reference to "The mill turns" in The Quay."""
    return Reference(
        tuple(read_name(author, language) for author in authors),
        fields.pop("headline", "The mill turns"),
        fields.pop("paper", "The Quay"),
        parse_date(published) if published else None,
        language=language,
        **fields,
    )


LINES = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=30).map(
    lambda text: " ".join(text.split())
)
WORDS = LINES.filter(bool)
NAMES = st.one_of(
    WORDS,
    st.lists(st.sampled_from("Ada Jean-Paul van der O'Neill Quill Jr. Núñez عبد الله ليلى".split()), min_size=1).map(
        " ".join
    ),
)
DATES = st.one_of(
    st.none(),
    st.builds(PartialDate, st.integers(1000, 2100)),
    st.builds(PartialDate, st.integers(1000, 2100), st.integers(1, 12)),
    st.builds(PartialDate, st.integers(1000, 2100), st.integers(1, 12), st.integers(1, 28)),
)
LANGUAGES = st.sampled_from(["", "en", "ar", "zh", "hu", "de"])
REFERENCES = st.builds(
    Reference,
    st.lists(st.builds(read_name, NAMES, LANGUAGES), max_size=25).map(tuple),
    WORDS,
    WORDS,
    DATES,
    st.sampled_from(["", "A4", "B-4", "12-13", "A1–A3"]),
    st.one_of(st.just(""), WORDS),
    LANGUAGES,
    st.sampled_from(["", "https://quay.example/2024/01/50%25_off~a&b.html"]),
)
