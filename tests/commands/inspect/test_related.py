"""Why stories suggest what they do."""

from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.commands.inspect.related import Explanation, explain_suggestions
from newsgen.errors import NewsgenError
from tests.support.topics import write_about

pytestmark = pytest.mark.long


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, topic, number in (("a", "ferry", 1), ("b", "ferry", 2), ("c", "mill", 3), ("d", "ferry", 2)):
        file = tmp_path / f"articles/{name}.md"
        file.parent.mkdir(exist_ok=True)
        text = write_about(topic, number)
        file.write_text(f"---\ntitle: Report {name}\ndate: 2020-03-0{ord(name) - 96}\n---\n{text}\n", encoding="utf-8")
    build_site(tmp_path)
    return tmp_path


def explain(site: Path, *names: str) -> tuple[Explanation, ...]:
    explained = explain_suggestions(site, [str(site / "articles" / name) for name in names])
    assert explained.problems == ()
    return explained.explanations


def refusal(site: Path, *names: str) -> str:
    """What is said of files that cannot be explained, without the site's folder."""
    try:
        text = "\n".join(map(str, explain_suggestions(site, [str(site / name) for name in names]).problems))
    except NewsgenError as failed:
        text = str(failed)
    return text.replace(f"{site}/", "")


def test_each_suggestion_has_the_shared_words(site: Path) -> None:
    (explanation,) = explain(site, "b.md")
    assert (explanation.label, explanation.note) == (f"{site}/articles/b.md", "")
    assert [(reason.kind, reason.card.path) for reason in explanation.suggested] == [
        ("copies", "d.md"),
        ("earlier", "a.md"),
    ]
    copy, earlier = explanation.suggested
    assert copy.percent == pytest.approx(96, abs=4)
    assert earlier.percent == pytest.approx(sum(shared.percent for shared in earlier.words))
    percents = [shared.percent for shared in earlier.words]
    assert percents == sorted(percents, reverse=True)
    # As the article writes them, not their stems.
    assert {"passengers", "moorings"} <= {shared.word for shared in copy.words}


def test_a_folder_gives_all_its_articles(site: Path) -> None:
    explanations = explain(site, "")
    assert [Path(one.label).name for one in explanations] == ["a.md", "b.md", "c.md", "d.md"]
    assert explanations[2] == Explanation(f"{site}/articles/c.md", "no other article is like it", ())


def test_a_note_says_why_nothing_is_suggested(site: Path) -> None:
    file = site / "articles/a.md"
    file.write_text(file.read_text("utf-8").replace("---\n", "---\ndelisted: true\n", 1), encoding="utf-8")
    build_site(site)
    assert explain(site, "a.md") == (Explanation(str(file), "it is not listed", ()),)
    (site / "site.yaml").write_text("suggestions: 0\n", encoding="utf-8")
    build_site(site)
    assert explain(site, "b.md")[0].note == "suggestions is 0 in site.yaml"


def test_the_metadata_table_counts_as_in_a_build(site: Path) -> None:
    (site / "articles/metadata.csv").write_text("path,dek\nc.md,The skipper is late\n", encoding="utf-8")
    build_site(site)
    assert explain(site, "c.md")[0].note == "no other article is like it"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "site.yaml",
            "site.yaml: is not in the folder of articles\n    Only what is there is built.\n"
            "    Name a file or folder in articles/.",
        ),
        (
            "articles/none.md",
            "articles/none.md: there is no such file or folder\n    newsgen reads .txt and .md files, and folders of "
            "them.\n    Name a file or folder of articles.",
        ),
        (
            "articles/picture.png",
            "articles/picture.png: is not an article text\n    newsgen reads .txt and .md files, and folders of them.\n"
            "    Name a file or folder of articles.",
        ),
        (
            "articles/new.md",
            "articles/new.md: is not in the archive that was built last\n    What a story suggests is known once it is "
            "built.\n    Run newsgen build; a draft has no story.",
        ),
        (
            "articles/b.md",
            "articles/b.md: changed since the site was built\n    Its words are not the ones that its story was chosen "
            "by.\n    Run newsgen build first.",
        ),
    ],
)
def test_a_file_that_was_not_built_as_it_is_cannot_be_explained(site: Path, name: str, message: str) -> None:
    (site / "site.yaml").touch()
    (site / "articles/picture.png").touch()
    (site / "articles/new.md").write_text("New", encoding="utf-8")
    with (site / "articles/b.md").open("a", encoding="utf-8") as file:
        file.write("\nKestrel Kestrel Kestrel.\n")
    assert refusal(site, name) == message


def test_without_a_build_nothing_is_explained(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a.md") == (
        f"{tmp_path}: no site was built here yet\n    What a story suggests is known once the archive is built.\n"
        "    Run newsgen build first."
    )
