"""The template of a site: learnt from the pages that declare their fields, it finds those of pages that do not."""

import json
import random
import re

import pytest
from click.testing import CliRunner

from newsgen.cli import main
from newsgen.importers.html.page.fields.letters import letters_of
from newsgen.importers.html.page.parse import parse_page
from newsgen.importers.html.page.read import read_page
from newsgen.importers.html.page.reading import PageReading
from newsgen.importers.html.page.template import find_texts
from newsgen.importers.html.template.apply import apply_template
from newsgen.importers.html.template.learn import SamplePage, learn_template
from newsgen.importers.html.template.site_template import SiteTemplate, without_numbers
from tests.support.paper_themes import THEMES, Story, stories_of, write_paper
from tests.support.paths import ROOT
from tests.support.web_pages import ARTICLE, page, prose

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def stories() -> list[Story]:
    """Articles of the sample site in Latin letters."""
    shown = CliRunner().invoke(main, ["inspect", "--json", str(ROOT / "articles")]).stdout
    records = [json.loads(line) for line in shown.splitlines()]
    return [story for story in stories_of(records) if re.match("[A-Za-z‘]", story.headline)][:30]


def _sample(pages: dict[str, str]) -> list[SamplePage]:
    return [SamplePage(tuple(find_texts(parse_page(html).blocks)), read_page(html)) for html in pages.values()]


def _read(html: str, template: SiteTemplate) -> PageReading:
    texts = tuple(find_texts(parse_page(html).blocks))
    return apply_template(read_page(html, "", template.for_page(texts)), texts, template)


def _wrong(reading: PageReading, story: Story) -> list[str]:
    """The fields that are not those of a story."""
    names = {letters_of(name) for name in reading.byline} == {letters_of(name) for name in story.byline}
    fields = {
        "headline": letters_of(reading.headline) == letters_of(story.headline),
        "dek": letters_of(reading.dek) == letters_of(story.dek),
        "byline": names,
        "section": letters_of(reading.section) == letters_of(story.section),
        "published": str(reading.published)[:10] == str(story.published),
    }
    return [name for name, is_right in fields.items() if not is_right]


@pytest.mark.parametrize("theme", THEMES)
def test_a_template_halves_the_wrong_fields_of_a_paper(stories: list[Story], theme: str) -> None:
    pages = write_paper(theme, stories)
    template = learn_template(_sample({path: html for path, (html, _) in pages.items()}))
    alone = [name for html, story in pages.values() for name in _wrong(read_page(html), story)]
    together = [name for html, story in pages.values() for name in _wrong(_read(html, template), story)]
    assert len(together) * 2 <= len(alone)
    assert len(together) <= len(pages) // 10


def test_a_template_does_not_depend_on_the_order_of_the_pages(stories: list[Story]) -> None:
    sample = _sample({path: html for path, (html, _) in write_paper("daily", stories[:12]).items()})
    shuffled = list(sample)
    random.Random(7).shuffle(shuffled)
    assert learn_template(shuffled) == learn_template(sample)


def test_what_recurs_at_its_place_is_no_part_of_the_text() -> None:
    plea = "<p class='plea'>We are 12 people, and 3 of them are paid: give something, so that the mill goes on.</p>"
    pages = {
        str(n): page(f"Story {n} of the quay", prose(n), ARTICLE).replace(
            "</p>", f"</p>{plea.replace('12', str(n))}", 2
        )
        for n in range(1, 6)
    }
    template = learn_template(_sample(pages))
    for number in range(1, 6):
        body = letters_of(re.sub("<[^>]*>", "", _read(pages[str(number)], template).body_html))
        assert body == letters_of("".join(prose(number)))


def test_copies_of_one_text_teach_nothing() -> None:
    story = page("The wheel turns again", prose(1), ARTICLE)
    assert learn_template(_sample(dict.fromkeys("abcd", story))) == SiteTemplate()


def test_numbers_do_not_tell_texts_apart() -> None:
    assert without_numbers("12 comments, 1,004 readers") == "0 comments, 0,0 readers"
