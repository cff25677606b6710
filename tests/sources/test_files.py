"""Sources: which files are articles."""

from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.sources.files import Source, find_sources, find_symbolic_links
from newsgen.sources.scan import list_files


def put(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("The heron is back.\n", encoding="utf-8")


def find_paths(folder: Path, *ignore: str) -> list[str]:
    return [source.path for source in find_sources(folder, "articles", ignore)]


def problems_of(folder: Path, *ignore: str) -> list[str]:
    with pytest.raises(NewsgenError) as failed:
        find_sources(folder, "articles", ignore)
    return [str(problem) for problem in failed.value.problems]


def test_text_and_markdown_files_are_articles(tmp_path: Path) -> None:
    put(tmp_path, "b.md", "a.txt", "photo.jpg", "notes.docx", "txt", "metadata.csv", "old/c.md", "old/older/d.txt")
    assert find_paths(tmp_path) == ["a.txt", "b.md", "old/c.md", "old/older/d.txt"]


def test_pages_with_front_matter_are_articles_and_others_are_not(tmp_path: Path) -> None:
    put(tmp_path, "a.html", "d.markdown", "e.mkd", "c.html.json")
    for name, text in (("b.html", "---\ntitle: B\n---\n"), ("c.HTM", "\ufeff\r\n+++\r\n"), ("f.html", "--- \n")):
        (tmp_path / name).write_bytes(text.encode())
    assert find_paths(tmp_path) == ["b.html", "c.HTM", "c.html.json", "d.markdown", "e.mkd", "f.html"]


def test_an_ending_counts_in_upper_and_lower_case(tmp_path: Path) -> None:
    put(tmp_path, "A.TXT", "b.Md")
    assert find_paths(tmp_path) == ["A.TXT", "b.Md"]


def test_sources_are_sorted_by_their_whole_path(tmp_path: Path) -> None:
    put(tmp_path, "b/a.txt", "a/z.txt", "a.txt", "Z.txt", "é.txt")
    assert find_paths(tmp_path) == ["Z.txt", "a.txt", "a/z.txt", "b/a.txt", "é.txt"]


def test_a_source_knows_its_file_and_its_label(tmp_path: Path) -> None:
    put(tmp_path, "2014/heron.md")
    assert find_sources(tmp_path, "clippings") == (
        Source("2014/heron.md", "clippings/2014/heron.md", tmp_path / "2014" / "heron.md"),
    )


def test_hidden_files_and_folders_are_ignored(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", ".hidden.txt", ".git/description.txt", "old/.trash/b.md")
    assert find_paths(tmp_path) == ["a.txt"]


def test_a_folder_with_an_articles_ending_is_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "old.txt/a.md")
    assert find_paths(tmp_path) == ["old.txt/a.md"]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("README.md", ["drafts/b.md", "drafts/old/c.txt", "heron.txt"]),
        ("drafts/*", ["README.md", "heron.txt", "old/README.md"]),
        ("*.txt", ["README.md", "drafts/b.md", "old/README.md"]),
        ("old/README.md", ["README.md", "drafts/b.md", "drafts/old/c.txt", "heron.txt"]),
        ("readme.md", ["README.md", "drafts/b.md", "drafts/old/c.txt", "heron.txt", "old/README.md"]),
        ("?.txt", ["README.md", "drafts/b.md", "heron.txt", "old/README.md"]),
        ("[!h]*.txt", ["README.md", "drafts/b.md", "heron.txt", "old/README.md"]),
    ],
)
def test_paths_that_match_a_pattern_are_ignored(tmp_path: Path, pattern: str, left: list[str]) -> None:
    put(tmp_path, "README.md", "old/README.md", "drafts/b.md", "drafts/old/c.txt", "heron.txt")
    assert find_paths(tmp_path, pattern) == left


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    assert problems_of(tmp_path / "articles") == [
        "articles: there is no such folder of articles\n"
        "    newsgen makes a site from the .txt and .md files in it.\n"
        '    Put article text there, or name another folder with "articles:" in site.yaml.'
    ]


def test_a_file_named_like_the_folder_is_reported(tmp_path: Path) -> None:
    put(tmp_path, "articles")
    assert problems_of(tmp_path / "articles")[0].startswith("articles: there is no such folder of articles\n")


@pytest.mark.parametrize("paths", [[], ["photo.jpg"], [".hidden.txt"], ["drafts/a.txt"]])
def test_a_folder_without_articles_is_reported(tmp_path: Path, paths: list[str]) -> None:
    put(tmp_path, *paths)
    assert problems_of(tmp_path, "drafts/*") == [
        "articles: there is no article in this folder\n"
        "    newsgen makes a site from the .txt and .md files in it.\n"
        '    Put article text there, or name another folder with "articles:" in site.yaml.'
    ]


def test_a_folder_of_texts_in_other_formats_is_reported_with_their_endings(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", "2019/b.DOCX", "c.mdx", "photo.jpg")
    assert problems_of(tmp_path) == [
        "articles: there is no article in this folder\n"
        "    newsgen makes a site from the .txt and .md files in it, and it has 2 .docx, 1 .mdx.\n"
        '    Save them as .txt or .md, bring them over with "newsgen import", or name another folder in site.yaml.'
    ]


def test_every_symbolic_link_is_reported_and_none_is_followed(tmp_path: Path) -> None:
    folder, outside = tmp_path / "articles", tmp_path / "outside"
    put(folder, "a.txt")
    put(outside, "b.txt")
    (folder / "linked.txt").symlink_to(outside / "b.txt")
    (folder / "folder").symlink_to(outside)
    (folder / "broken.jpg").symlink_to(outside / "nothing")
    (folder / "round").symlink_to(folder)
    (folder / "skipped.md").symlink_to(outside / "b.txt")
    assert find_paths(folder) == ["a.txt"]
    found = find_symbolic_links(list_files(folder), "articles", ["skipped.*"])
    assert [(rule, str(problem)) for rule, problem in found] == [
        (
            "symbolic-links",
            f"articles/{name}: is a symbolic link\n"
            "    What it points to may change or lie outside the archive.\n"
            "    Put the file itself here.",
        )
        for name in ("broken.jpg", "folder", "linked.txt", "round")
    ]


def test_a_hidden_symbolic_link_is_ignored_like_other_hidden_files(tmp_path: Path) -> None:
    put(tmp_path, "a.txt")
    (tmp_path / ".linked.txt").symlink_to(tmp_path / "a.txt")
    assert find_paths(tmp_path) == ["a.txt"]
