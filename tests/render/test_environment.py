from pathlib import Path

import pytest

from newsgen.render.environment import make_environment
from tests.support.templates import SITE, render_template, write_templates


def test_a_template_that_changed_is_compiled_again_in_the_same_process(tmp_path: Path) -> None:
    """Compiled templates are kept from one build to the next while a site is served."""
    assert [render_template(tmp_path, text) for text in ("one", "two", "two", "one")] == ["one", "two", "two", "one"]
    folders = ("three", "four", "three")
    assert [render_template(tmp_path / part, part) for part in folders] == ["three", "four", "three"]


def test_lines_of_template_tags_leave_no_blank_lines(tmp_path: Path) -> None:
    assert render_template(tmp_path, "<ul>\n  {% for n in (1, 2) %}\n  <li>{{ n }}\n  {% endfor %}\n</ul>\n") == (
        "<ul>\n  <li>1\n  <li>2\n</ul>\n"
    )


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ _('Archive') }}", "Archive"),
        ("{{ _('Sheet %(number)s', number=3) }}", "Sheet 3"),
        ("{{ ngettext('%(number)s article', '%(number)s articles', 1) }}", "1 article"),
        ("{{ ngettext('%(number)s article', '%(number)s articles', 1234) }}", "1,234 articles"),
    ],
)
def test_messages_are_in_the_sites_language(tmp_path: Path, template: str, text: str) -> None:
    assert render_template(tmp_path, template) == text


def test_a_page_may_ask_for_the_messages_of_another_language(tmp_path: Path) -> None:
    template = (
        "{% set own = words_of('de') %}{% with _ = own[0], ngettext = own[1] %}"
        "{{ ngettext('%(number)s', '%(number)s', 1234) }}{% endwith %} {{ ngettext('%(number)s', '%(number)s', 1234) }}"
    )
    assert render_template(tmp_path, template) == "1.234 1,234"


def test_values_in_messages_are_escaped_as_all_text_is(tmp_path: Path) -> None:
    template = "{{ _('Later in %(section)s', section=name) }}"
    assert render_template(tmp_path, template, name="<R&D>") == "Later in &lt;R&amp;D&gt;"


def test_the_globals_of_a_template_are_one_dictionary(tmp_path: Path) -> None:
    environment = make_environment(write_templates(tmp_path, {"page.html": "{{ site.title }}"}), {"site": SITE})
    template = environment.get_template("page.html", globals={"more": 1})
    assert type(template.globals) is dict
    assert template.globals == {**environment.globals, "more": 1}
