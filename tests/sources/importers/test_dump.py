"""`newsgen restore`: the same site is built from a dump, and problems are reported before anything is written."""

import gzip
import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.cli import main
from newsgen.errors import NewsgenError
from newsgen.settings.site import Site, load_site
from newsgen.sources.importers.dump import RestoreResult, restore_articles
from tests.support.edits import differences, tree
from tests.support.paths import ROOT
from tests.support.photographs import save
from tests.support.site_builder import make_site

LOST = "    Articles would be lost.\n    Take it anew from where it is whole."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["restore", *map(str, arguments)])


def write(file: Path, *records: object) -> Path:
    file.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return file


def failure(file: Path, folder: Path) -> str:
    before = tree(folder)
    with pytest.raises(NewsgenError) as failed:
        restore_articles(file, folder, Site())
    assert tree(folder) == before
    return str(failed.value)


@pytest.mark.long
def test_the_sample_site_is_the_same_byte_for_byte(sample: Path, tmp_path: Path) -> None:
    shutil.copy(sample.parent / "site.yaml", tmp_path)
    shutil.copytree(sample.parent / ".newsgen/images", tmp_path / ".newsgen/images")
    result = run(sample / "data", "--root", tmp_path, "--files", ROOT / "articles")
    assert result.output == f"55 articles and 14 files beside them restored to {tmp_path}/articles.\n"
    build_site(tmp_path)
    assert not list(differences(tree(tmp_path / "public"), tree(sample)))


@pytest.mark.long
def test_a_site_with_everything_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    """Links between sources, drafts, unused front matter, HTML, and rules that must apply only once."""
    root = make_site(tmp_path / "old", articles=3)
    settings = (
        "missing_images: note\nauthors: {a: b, b: c}\nsection_names: {Quay: Harbour, Harbour: News}\n"
        'front_matter: {keep: ["*"]}\nmarkdown: {html: true, replace: [{pattern: o, by: oo}]}\ndefault_section: Misc\n'
    )
    (root / "site.yaml").write_text(settings, encoding="utf-8")
    for path, text in {
        "x/2019-03-04-ferry.md": (
            "---\ntitle: Ferry &amp;amp; fog\nauthor: a\nsection: Quay\nurl: /old/ferry.html\nnested: {a: [1, yes]}\n"
            "lang: ar\nupdated: 2020-01-02 03:04 +0100\ncorrections: [{date: 2020, text: Wrong.}]\n"
            "image: {file: a.png, alt: A}\nrelated: [note.txt, Note 1, {title: Out, url: 'https://o.example/'}]\n"
            "canonical: https://o.example/1\n---\n# Ferry\n\n"
            "<b>Bold</b> [note](note.txt), [draft](draft.txt), [plan](plan.pdf) and ![a](b.png)\n"
        ),
        "x/note.txt": (
            "News\n\nA note on the quay\n\nBy Ada Quill\nMarch 3, 2019\n\n" + "The tide came in. " * 30 + "\n\n=1\n"
        ),
        "x/draft.txt": "---\ntitle: D\ndraft: true\n---\nText\n",
        "plain.md": "---\ntitle: Plain\n---\n",
    }.items():
        file = root / "articles" / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    save(root / "articles/x/a.png")
    (root / "articles/x/plan.pdf").write_bytes(b"%PDF")
    build_site(root, BuildOptions(workers="1"))
    new = tmp_path / "new"
    new.mkdir()
    (new / "site.yaml").write_text(settings, encoding="utf-8")
    restored = restore_articles(root / "public", new / "articles", Site(), root / "articles")
    assert restored == RestoreResult(6, 2, ("x/b.png",))
    build_site(new, BuildOptions(workers="1"))
    assert not list(differences(tree(new / "public"), tree(root / "public")))


def test_images_come_from_the_site_of_the_dump(tmp_path: Path) -> None:
    root = make_site(tmp_path / "old", articles=1)
    (root / "articles/00.md").write_text("---\ntitle: A\nimage: quay.png\n---\n![b](map.tiff)\n", encoding="utf-8")
    save(root / "articles/quay.png")
    save(root / "articles/map.tiff")
    build_site(root, BuildOptions(workers="1"))
    result = run(root / "public", tmp_path / "new")
    assert result.output == (
        f"missing: map.tiff\n1 article and 1 file beside them restored to {tmp_path}/new; 1 file missing.\n"
    )
    assert sorted(tree(tmp_path / "new")) == ["00.md.json", "quay.png"]


def test_records_of_other_systems_need_few_fields(tmp_path: Path) -> None:
    file = write(
        tmp_path / "export.jsonl",
        {"path": "a/1", "headline": "One", "text": "*Text*"},
        {"path": "2.txt.json", "headline": "2"},
    )
    assert restore_articles(file, tmp_path / "articles", Site()) == RestoreResult(2, 0, ())
    assert sorted(tree(tmp_path / "articles")) == ["2.txt.json", "a/1.txt.json"]
    build_site(tmp_path, BuildOptions(workers="1"))
    assert "<em>Text</em>" in (tmp_path / "public/undated/one.html").read_text(encoding="utf-8")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", {"path": "a.txt", "headline": "A"}, {"path": "b.txt", "headline": "B"})
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "b.txt").touch()
    assert failure(file, folder) == (
        f"{file}:2: {folder}/b.txt is there already\n"
        "    newsgen overwrites nothing, and would not have an article twice.\n"
        "    Name a new folder."
    )


def test_an_existing_file_beside_the_articles_stays(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", {"path": "a.txt", "headline": "A", "images": [{"file": "quay.png"}]})
    for folder in ("media", "articles"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "quay.png").write_text(folder, encoding="utf-8")
    assert restore_articles(file, tmp_path / "articles", Site()) == RestoreResult(1, 0, ())
    assert (tmp_path / "articles/quay.png").read_text(encoding="utf-8") == "articles"


@pytest.mark.parametrize(
    "path", ["../a.txt", "/a.txt", ".hidden.txt", "a/.b/c.txt", "", None, 7, "a\0.txt", "a/../../b"]
)
def test_a_path_that_leaves_the_folder_is_refused(tmp_path: Path, path: object) -> None:
    file = write(tmp_path / "a.jsonl", {"path": path, "headline": "A"})
    assert failure(file, tmp_path / "articles") == (
        f'{file}:1: "path" names no place in the folder\n'
        "    The record could not become a file.\n"
        "    Write a path such as 2020/flood.txt."
    )


def test_all_records_that_cannot_be_restored_are_reported(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'{"path": "a.txt", "headline": "A"}\n\n{"path": \n{"path": "A.txt", "headline": "A"}\n\xff\n')
    assert failure(file, tmp_path / "articles") == (
        f"{file}:3: cannot read JSON: Expecting value\n    Its article would be lost.\n"
        "    Correct it, or take it from where it is whole.\n"
        f'{file}:4: "path" is the same as that of an earlier record: A.txt\n    One of the two would be lost.\n'
        "    Give one of them another path.\n"
        f"{file}:5: is not UTF-8: byte 0xFF at position 0\n    Letters would be lost or wrong.\n"
        "    Take it from where it is whole."
    )


@pytest.mark.long
def test_a_truncated_or_damaged_dump_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "archive.jsonl.gz"
    whole = gzip.compress(b"".join(b'{"path": "%d.txt", "headline": "A"}\n' % number for number in range(2000)))
    file.write_bytes(whole[:-20])
    message = "cannot be unpacked from here on: the file is damaged or cut short"
    problem = failure(file, tmp_path / "articles")
    assert problem.endswith(f": {message}\n{LOST}")
    assert 1 < int(problem.removeprefix(f"{file}:").split(":")[0]) <= 2001
    file.write_bytes(whole[:500] + bytes(20) + whole[520:])
    assert failure(file, tmp_path / "articles").endswith(f": {message}\n{LOST}")


@pytest.mark.parametrize(
    ("content", "message"), [(None, "cannot be read: No such file or directory"), (b"", "holds no record")]
)
def test_a_file_without_records_is_reported(tmp_path: Path, content: bytes | None, message: str) -> None:
    file = tmp_path / "a.jsonl"
    if content is not None:
        file.write_bytes(content)
    result = run(file, tmp_path / "articles")
    assert result.stderr == (
        f"{file}: {message}\n    There is nothing to restore.\n"
        "    Name a dump, such as public/data or archive.jsonl.gz.\n"
        "1 problem: the articles are not restored.\n"
    )
    assert result.exit_code == 1


def test_moved_withdrawn_removed_and_anonymised_articles_are_restored(tmp_path: Path) -> None:
    root, again = tmp_path / "site", tmp_path / "again"
    texts = {
        "moved.md": "title: Moved\nslug: elsewhere\naliases: [/old/1, /older.html]\nid: seven\n",
        "hidden.md": "title: Hidden\ndelisted: true\n",
        "withdrawn.md": "title: Withdrawn\nauthor: Ada Quill\nwithdrawn: {reason: Untrue, date: 2021-05}\n",
        "removed.md": "title: Removed\nremoved: true\nnotice: An old one.\n",
        "named.md": "title: Jan Novák fined\nanonymised: [Jan Novák]\n",
    }
    (root / "articles").mkdir(parents=True)
    (root / "site.yaml").write_text("url: https://quay.example\nredirect_rules: [netlify]\n", encoding="utf-8")
    for slug in ("first", "elsewhere"):
        for name, front in texts.items():
            front = front.replace("elsewhere", slug)
            text = f"---\n{front}date: 2020-03-04\n---\nThe text of {name}.\n"
            (root / "articles" / name).write_text(text, encoding="utf-8")
        build_site(root, BuildOptions(workers="1"))
    restore_articles(root / "public", again / "articles", load_site(root))
    shutil.copy(root / "site.yaml", again)
    build_site(again, BuildOptions(workers="1"))
    assert tree(again / "public") == tree(root / "public")
    assert b"/2020/03/first.html /2020/03/elsewhere.html 301!" in (again / "public/_redirects").read_bytes()


@pytest.mark.parametrize("named", ["", "data", "data/index.json"])
def test_a_dump_in_parts_is_restored_by_its_site_its_folder_or_its_index(tmp_path: Path, named: str) -> None:
    root = make_site(tmp_path / "old", articles=3)
    (root / "articles/note.md").write_text("---\ntitle: Note\ndate: 1998\n---\nText.\n", encoding="utf-8")
    build_site(root, BuildOptions(workers="1"))
    assert restore_articles(root / "public" / named, tmp_path / "new", Site()) == RestoreResult(4, 0, ())
    year = restore_articles(root / "public/data/1998.jsonl.gz", tmp_path / "one", Site())
    assert (year, sorted(tree(tmp_path / "one"))) == (RestoreResult(1, 0, ()), ["note.md.json"])


def test_a_whole_dump_of_an_earlier_newsgen_is_restored(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public/archive.jsonl.gz").write_bytes(gzip.compress(b'{"path": "a.txt", "headline": "A"}\n'))
    assert restore_articles(tmp_path / "public", tmp_path / "articles", Site()) == RestoreResult(1, 0, ())


def test_a_part_that_lacks_records_stops_everything(tmp_path: Path) -> None:
    root = make_site(tmp_path / "old", articles=2)
    (root / "articles/note.md").write_text("---\ntitle: Note\ndate: 1998\n---\nText.\n", encoding="utf-8")
    build_site(root, BuildOptions(workers="1"))
    part = root / "public/data/1998.jsonl.gz"
    part.write_bytes(gzip.compress(b""))
    assert failure(root / "public", tmp_path / "new") == (
        f"{part}: holds 0 records, and index.json lists 1\n    Articles would be lost.\n"
        "    Take it anew from where it is whole, or name this file alone."
    )
    part.unlink()
    assert failure(root / "public", tmp_path / "new") == (
        f"{part}: cannot be read: No such file or directory\n    There is nothing to restore.\n"
        "    Name a dump, such as public/data or archive.jsonl.gz."
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{}", "is no index of dumps: these are no parts of dumps, or those of a later newsgen"),
        (None, "cannot be read: No such file or directory"),
    ],
)
def test_a_damaged_index_is_told(tmp_path: Path, content: bytes | None, message: str) -> None:
    index = tmp_path / "index.json"
    if content is not None:
        index.write_bytes(content)
    assert failure(index, tmp_path / "new") == (
        f"{index}: {message}\n    It says which parts there are, and without one of them articles would be lost.\n"
        "    Take it anew from where it is whole."
    )
