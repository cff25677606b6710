"""Texts that SQLite does not take come back as they were."""

from hypothesis import given
from hypothesis import strategies as st

from newsgen.importers.temporary_database import storable
from newsgen.importers.temporary_index import TemporaryIndex

# Also halves of surrogate pairs, which names of files have, and the sign that marks what stands for them.
_TEXTS = st.text(st.one_of(st.characters(), st.characters(categories=["Cs"]), st.just("\U0010fffd")), max_size=20)


@given(st.lists(st.tuples(_TEXTS, _TEXTS), unique_by=lambda pair: pair[0], max_size=5))
def test_an_index_gives_back_every_text(pairs: list[tuple[str, str]]) -> None:
    with TemporaryIndex() as index:
        assert all(index.add(key, value) for key, value in pairs)
        assert [index.find(key) for key, _ in pairs] == [value for _, value in pairs]


@given(_TEXTS, _TEXTS)
def test_two_texts_are_stored_as_two(one: str, other: str) -> None:
    assert (storable((one,)) == storable((other,))) == (one == other)
