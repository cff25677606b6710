"""What an article asks of the ledger, and when it moves."""

import pytest

from newsgen.archive.permalinks.claim import PermalinkClaim


@pytest.mark.parametrize(
    ("permalink", "slugs", "moves"),
    [
        ("/2004/heron/", ("heron",), False),
        ("/2004/heron.html", ("heron",), False),
        ("heron", ("heron",), False),
        ("/2004/the-heron/", ("heron",), True),
        ("/2004/herons/", ("heron",), True),
        # The part that is the slug may come after one that only holds it.
        ("/the-heron/heron/", ("heron",), False),
        ("/herons/heron", ("heron",), False),
        ("/a.b/", ("a",), False),
        ("/a+b/", ("a.b",), True),
        ("/2004/tern/", ("heron", "tern"), False),
        ("/2004/tern/", ("",), True),
        ("/2004/tern/", (), False),
    ],
)
def test_an_article_moves_where_no_part_of_its_permalink_is_its_slug(
    permalink: str, slugs: tuple[str, ...], moves: bool
) -> None:
    assert PermalinkClaim("a.md", "/new/", slugs=slugs).moves_from(permalink) is moves


@pytest.mark.parametrize(("permalink", "moves"), [("/about", False), ("/about/", False), ("/else/", True)])
def test_an_article_that_declares_a_permalink_moves_from_any_other(permalink: str, moves: bool) -> None:
    assert PermalinkClaim("a.md", "/about/", is_explicit=True).moves_from(permalink) is moves
