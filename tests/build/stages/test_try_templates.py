"""Templates are tried before anything is written."""

from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.errors import NewsgenError
from tests.support.edits import tree
from tests.support.site_builder import add_articles


def break_template(root: Path, name: str, text: str) -> None:
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates" / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("name", ["story.html", "listing.html", "groups.html", "year.html", "years.html", "front.html"])
def test_a_template_that_fails_is_told_while_the_old_site_is_whole(tmp_path: Path, name: str) -> None:
    add_articles(tmp_path, range(12))
    build_site(tmp_path, BuildOptions(workers="1"))
    before = tree(tmp_path / "public")
    break_template(tmp_path, name, "<p>\n{{ nothing }}")
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, BuildOptions(workers="1"))
    (problem,) = failed.value.problems
    assert (problem.path, problem.line, problem.message) == (
        f"templates/{name}",
        2,
        "template error: 'nothing' is undefined",
    )
    assert tree(tmp_path / "public") == before


def test_all_templates_that_fail_are_told_at_once(tmp_path: Path) -> None:
    add_articles(tmp_path, range(3))
    break_template(tmp_path, "front.html", "{{ nothing }}")
    break_template(tmp_path, "years.html", "{% if %}")
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, BuildOptions(workers="1"))
    assert [problem.path for problem in failed.value.problems] == ["templates/front.html", "templates/years.html"]
    assert not (tmp_path / "public").exists()


def test_a_template_is_tried_with_every_kind_of_page_that_it_shows(tmp_path: Path) -> None:
    add_articles(tmp_path, range(3))
    break_template(tmp_path, "listing.html", '{% if kind == "months" %}{{ nothing }}{% endif %}')
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, BuildOptions(workers="1"))
    assert [problem.reason for problem in failed.value.problems] == [
        "It came up in 2000/01/index.html, the page of month 2000-01."
    ]
    assert not (tmp_path / "public").exists()


@pytest.mark.long
def test_a_template_that_was_mended_builds(tmp_path: Path) -> None:
    add_articles(tmp_path, range(3))
    break_template(tmp_path, "front.html", "{{ nothing }}")
    with pytest.raises(NewsgenError):
        build_site(tmp_path, BuildOptions(workers="1"))
    break_template(tmp_path, "front.html", "{{ site.title }}")
    build_site(tmp_path, BuildOptions(workers="1"))
    assert (tmp_path / "public/index.html").read_bytes() == b"News archive"


def test_a_build_that_was_ended_before_it_wrote_leaves_no_digest_of_a_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_articles(tmp_path, range(3))
    build_site(tmp_path, BuildOptions(workers="1"))
    break_template(tmp_path, "front.html", "<p>new</p>")

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("newsgen.build.pipeline.write_outputs", end)
        with pytest.raises(KeyboardInterrupt):
            build_site(tmp_path, BuildOptions(workers="1"))
    build_site(tmp_path, BuildOptions(workers="1"))
    assert (tmp_path / "public/index.html").read_text(encoding="utf-8") == "<p>new</p>"
    (tmp_path / "templates/front.html").unlink()
    build_site(tmp_path, BuildOptions(workers="1"))
    assert (tmp_path / "public/index.html").read_text(encoding="utf-8") != "<p>new</p>"
