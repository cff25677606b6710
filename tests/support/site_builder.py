"""A site in a folder, written file by file and built: what the specifications of whole builds are made of."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newsgen.build.build import Summary, build_site
from newsgen.build.options import BuildOptions
from tests.support.edits import build_from_nothing, tree

# What follows from every change of a text.
_FOLLOWING = ("manifest-sha256.txt", "search/", "data/")


class SiteBuilder:
    """The site of a folder, which need not exist."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.output = root / "public"

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file, and the folders that it lies in."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def article(self, path: str, text: str = "Text.", **fields: object) -> Path:
        """Write an article of Markdown; without a headline it has the name of its file, such as "Note 7"."""
        fields.setdefault("title", Path(path).stem.replace("-", " ").capitalize())
        head = "".join(
            f"{key}: {value if isinstance(value, str) else json.dumps(value)}\n" for key, value in fields.items()
        )
        return self.write(f"articles/{path}", f"---\n{head}---\n{text}\n")

    def notes(self, numbers: Iterable[int]) -> None:
        """Write articles of one section, author and tag, a day apart: 07.md is "Note 7"."""
        for number in numbers:
            self.article(
                f"{number:02}.md",
                f"Text {number}.",
                title=f"Note {number}",
                date=f"2020-03-{number % 28 + 1:02}",
                section="Harbour",
                author="Ada Quill",
                tags="[tide]",
                slug=f"note-{number}",
            )

    def settings(self, text: str) -> None:
        """Write site.yaml."""
        self.write("site.yaml", text)

    def edit(self, path: str, old: str, new: str) -> None:
        """Write another text into a file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def build(self, **options: Any) -> Summary:
        """Build the site in this process."""
        return build_site(self.root, BuildOptions(**{"workers": "1", **options}))

    def written(self, **options: Any) -> dict[str, str]:
        """Build; the files that it writes, each with the reason, without those that follow from every change."""
        found: dict[str, str] = {}
        self.build(on_written=found.__setitem__, **options)
        return {file: why for file, why in found.items() if not file.startswith(_FOLLOWING)}

    def read(self, file: str) -> str:
        """The text of a file of the output."""
        return (self.output / file).read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """The output: every file with its content."""
        return tree(self.output)

    def files_from_nothing(self) -> dict[str, bytes]:
        """The output of a build of the same inputs without a state."""
        return build_from_nothing(self.root, self.root.parent / f"{self.root.name}-clean")


def make_site(root: Path, articles: int = 30) -> Path:
    """A site of notes, not built; its listings have several sheets."""
    site = SiteBuilder(root)
    site.notes(range(articles))
    site.settings("sheet_size: 5\nurl: https://quay.example\n")
    return root


def add_articles(root: Path, numbers: Iterable[int]) -> None:
    """Write longer articles of a few sections, authors and tags, a day apart: 0007.md is "Note 7"."""
    for number in numbers:
        SiteBuilder(root).article(
            f"{number:04}.md",
            f"Text of {number}. " * 40,
            title=f"Note {number}",
            date=f"{2000 + number // 300}-{number // 25 % 12 + 1:02}-{number % 25 + 1:02}",
            section=("Harbour", "Town", "Sport")[number % 3],
            author=f"Writer {number % 7}",
            tags=f"[tag {number % 11}, tag {number // 20}]",
            slug=f"note-{number}",
        )


def written(root: Path, **options: Any) -> dict[str, str]:
    """The files that a build writes, each with the reason, without those that follow from every change of a text."""
    return SiteBuilder(root).written(**options)
