"""What an import puts below `static` runs nothing, whatever the files of a source are called and hold."""

from pathlib import Path

import pytest

from newsgen.importers.imported import ImportedFile
from newsgen.importers.run import run_import
from newsgen.importers.static_files import make_static
from tests.support.importing import write_files

SVG = "http://www.w3.org/2000/svg"


def _import(root: Path, name: str, content: str) -> list[str]:
    """The problems of an import of one file, with the names of files from the site's folder."""
    write_files(root / "source", {"file": content})
    file = ImportedFile(name, root / "source" / "file")
    result = run_import(iter([file]), root, "articles", lambda article: None)
    return [str(problem).replace(f"{root}/", "") for problem in result.problems]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("/files/tide.svg", f'<?xml version="1.0"?><svg xmlns="{SVG}"><g/></svg>'),
        ("/files/tide.html", "<title>Tide</title><p>High at nine."),
        ("/files/tide.foo", "<p>High at nine."),
        ("/files/tide.txt", "<script>"),
        ("/files/tide.zip", "PK"),
        ("/files/tide", ""),
    ],
)
def test_what_runs_nothing_stays_as_it_is(tmp_path: Path, name: str, content: str) -> None:
    assert _import(tmp_path, name, content) == []
    assert (tmp_path / "static" / name[1:]).read_text() == content


def test_a_drawing_with_a_script_is_imported_without_it_and_told(tmp_path: Path) -> None:
    assert _import(tmp_path, "/files/tide.svg", f'<svg xmlns="{SVG}"><script>alert(1)</script><g/></svg>') == [
        "static/files/tide.svg: is imported without its scripts, declarations and addresses of other servers\n"
        "    The file has an address of its own, where they would run.\n"
        "    Look at it, and correct it there."
    ]
    cleaned = f'<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink"><g></g></svg>'
    assert (tmp_path / "static/files/tide.svg").read_text() == cleaned
    assert _import(tmp_path, "/files/tide.svg", "another") == []


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        *(
            (f"/files/tide.{ending}", "", "a browser or a server may run it")
            for ending in ("php", "PHP5", "phtml", "php.jpg", "shtml", "svgz", "swf", "mht", "config", "cgi")
        ),
        ("/files/tide.html", "<script>", "a browser or a server may run it"),
        ("/files/tide.xml", "<?xml-stylesheet href='a.xsl'?><a/>", "a browser or a server may run it"),
        ("/files/tide.foo", "<img onerror=x>", "a browser or a server may run it"),
        ("/files/tide.svg", "<svg><script>", "its XML is not well-formed, so that scripts in it cannot be found"),
    ],
)
def test_what_would_run_is_not_imported_and_told(tmp_path: Path, name: str, content: str, fault: str) -> None:
    assert _import(tmp_path, name, content) == [
        f"static{name}: is not imported: {fault}\n"
        "    Whoever made it could do on the site what its scripts can.\n"
        "    Look into it, and put it there yourself if you trust it."
    ]
    assert not (tmp_path / "static").exists()


@pytest.mark.parametrize("path", ["a.svg", "a.html", "a.foo"])
def test_a_drawing_of_any_size_is_not_held_in_memory(path: str) -> None:
    made = make_static(iter([b"<", *[bytes(1 << 22)] * 17, *[b""]]), path)
    assert made == ((), "it has more than 64 MB, in which there may be scripts", False)


def test_a_file_is_looked_at_however_few_bytes_are_read_at_a_time() -> None:
    pieces = [b" "] * 4_000 + [b"<script>"]
    assert make_static(iter(pieces), "a.foo").fault == "a browser or a server may run it"
