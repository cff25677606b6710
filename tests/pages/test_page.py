from functools import partial

from newsgen.archive.targets import Target
from newsgen.pages.page import Page, viewed_page
from tests.support.rendering import no_text


def test_the_digest_of_a_viewed_page_changes_with_its_view() -> None:
    pages = [viewed_page("a.html", "front.html", Target("front"), partial(dict, count=count)) for count in (1, 1, 2)]
    digests = [page.data() for page in pages]
    assert digests[0] == digests[1] != digests[2]
    assert pages[2].view(no_text) == {"count": 2}


def test_a_view_and_its_digest_are_made_only_when_called_for() -> None:
    count = iter(range(5))
    page = Page(
        "index.html", "front.html", Target("front"), lambda: bytes([next(count)]), lambda read: {"count": next(count)}
    )
    assert next(count) == 0
    assert page.view(no_text) == {"count": 1}
    assert page.data() == b"\x02"
