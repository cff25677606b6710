"""`newsgen serve` as people start it: a line for the address, one for each build, and problems in the browser."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from newsgen.build.state import hold_state
from newsgen.cli import main
from newsgen.commands.serve.live_reload import EVENTS, add_script
from newsgen.commands.serve.server import listen
from newsgen.errors import Problem
from tests.support.serving import PATIENCE, Serving, serving

GOOD = "---\ntitle: Ferry returns\ndate: 2019-03-12\nsection: Harbour\n---\nThe ferry is back.\n"
BROKEN = "---\ntitle: Ferry returns\ndraft: soon\nsection: Harbour\n---\nThe ferry is back.\n"
STORY = "2019/03/ferry-returns.html"
PROBLEM = Problem(
    "articles/ferry.md",
    3,
    '"draft" is neither true nor false',
    "The key asks a question of yes or no.",
    "Write true or false.",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, "articles/ferry.md", GOOD)
    return tmp_path


def put(root: Path, name: str, text: str) -> None:
    """Write a file in one step, so that no build reads half of it."""
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{file.name}.unfinished")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(file)


def read(served: Serving, path: str) -> str:
    with urlopen(served.address + path) as answer:
        content: bytes = answer.read()
    return content.decode()


def refuse(*options: str) -> str:
    """What is printed where nothing can be served."""
    result = CliRunner().invoke(main, ["serve", *options])
    assert (result.exit_code, result.stdout) == (1, "")
    return result.stderr


@pytest.mark.long
def test_every_file_of_the_sample_is_served_and_every_page_has_the_script(sample: Path, tmp_path: Path) -> None:
    # A copy of the built site: making its images anew takes a minute where the processors are busy.
    shutil.copytree(sample.parent, tmp_path, dirs_exist_ok=True)
    with serving(tmp_path) as served:
        files = [file for file in (tmp_path / "public").rglob("*") if file.is_file()]
        assert len(files) > 200
        for file in files:
            with urlopen(served.address + file.relative_to(tmp_path / "public").as_posix()) as answer:
                sent = answer.read()
            built = file.read_bytes()
            if file.suffix == ".html":
                assert EVENTS.encode() not in built
                (nonce,) = set(re.findall(rb'<script nonce="([^"]+)"', sent))
                (key,) = set(re.findall(rb' data-key="(\d+)"', sent))
                built = add_script(built, int(key), nonce.decode())
            assert sent == built, file


CHANGES: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "an article": (lambda root: put(root, "articles/ferry.md", GOOD + "\nAll of it.\n"), STORY, "All of it."),
    "a new article": (
        lambda root: put(root, "articles/2020/mill.md", GOOD.replace("Ferry", "Mill")),
        "2019/03/mill-returns.html",
        "Mill returns",
    ),
    "the table of metadata": (
        lambda root: put(root, "articles/metadata.csv", "path,dek\nferry.md,Back after all\n"),
        STORY,
        "Back after all",
    ),
    "the settings": (lambda root: put(root, "site.yaml", "title: The Tide Table\n"), "", "The Tide Table"),
    "a template": (lambda root: put(root, "templates/404.html", "<p>Lost at sea</p>"), "404.html", "Lost at sea"),
    "a static file": (lambda root: put(root, "static/robots.txt", "User-agent: *\n"), "robots.txt", "User-agent"),
}


@pytest.mark.long
def test_every_kind_of_change_is_built_and_served(root: Path) -> None:
    with serving(root) as served:
        for kind, (change, path, text) in CHANGES.items():
            change(root)
            served.wait_for(" written, ")
            assert text in read(served, path), kind
            # Whatever is watched now, the next change is seen too.
            put(root, "articles/last.md", GOOD.replace("Ferry returns", f"After {kind}"))
            served.wait_for(" written, ")
            assert f"After {kind}" in read(served, ""), kind


@pytest.mark.long
def test_the_output_folder_of_the_settings_is_served(root: Path) -> None:
    with serving(root) as served:
        put(root, "site.yaml", "output: elsewhere\n")
        served.wait_for(" written, ")
        shutil.rmtree(root / "public")
        assert "The ferry is back." in read(served, STORY)
        put(root, "articles/ferry.md", GOOD.replace("back", "here"))
        served.wait_for(" written, ")
        assert "The ferry is here." in read(served, STORY)


@pytest.mark.long
def test_the_address_and_each_build_are_one_line(root: Path) -> None:
    with serving(root) as served:
        for number in range(20):
            put(root, f"articles/{number}.md", GOOD.replace("Ferry", f"Boat {number}"))
        served.wait_for("(21 articles)")
        put(root, "articles/.hidden.md.swp", "nothing")
        put(root, "articles/ferry.md", GOOD)
        put(root, "articles/last.md", GOOD.replace("Ferry", "Last"))
        served.wait_for("(22 articles)")
        assert served.stop() == 0
    address, *builds, end = served.lines
    assert re.fullmatch(r"Serving http://127\.0\.0\.1:\d+/ \(Ctrl-C stops it\)", address)
    # A build that begins while files are still being written is followed by another.
    built = re.compile(r"\d+ written, \d+ kept, \d+ deleted in [\d.]+ s \((\d+) articles?\)")
    counts = [int(found[1]) for line in builds if (found := built.fullmatch(line))]
    assert len(counts) == len(builds)
    assert counts == sorted(counts)
    assert {1, 21, 22} <= set(counts)
    assert end == "Stopped."


@pytest.mark.long
def test_problems_are_printed_and_the_last_good_site_stays(root: Path) -> None:
    with serving(root) as served:
        put(root, "articles/ferry.md", BROKEN)
        served.wait_for("1 problem: nothing was written.")
        assert served.lines[2:] == [*str(PROBLEM).splitlines(), "1 problem: nothing was written."]
        assert "The ferry is back." in read(served, STORY)
        put(root, "articles/ferry.md", GOOD.replace("back", "here"))
        served.wait_for(" written, ")
        assert "The ferry is here." in read(served, STORY)


@pytest.mark.long
def test_a_failed_first_build_shows_its_problems_until_they_are_fixed(root: Path) -> None:
    put(root, "articles/ferry.md", BROKEN)
    with serving(root, first="nothing was written.") as served:
        with pytest.raises(HTTPError) as failed:
            urlopen(served.address)
        page = failed.value.read().decode()
        assert failed.value.code == 503
        assert '<p class="location" dir="auto">articles/ferry.md:3</p>' in page
        assert '<p class="message" dir="auto">&#34;draft&#34; is neither true nor false</p>' in page
        put(root, "articles/ferry.md", GOOD)
        served.wait_for(" written, ")
        assert "The ferry is back." in read(served, STORY)
    assert len(served.lines) == 6


@pytest.mark.long
def test_broken_settings_are_watched_until_they_are_fixed(root: Path) -> None:
    put(root, "site.yaml", "titel: Courant\n")
    with serving(root, first="nothing was written.") as served:
        put(root, "site.yaml", "title: The Tide Table\n")
        served.wait_for(" written, ")
        assert "The Tide Table" in read(served, "")


@pytest.mark.long
def test_the_links_of_the_404_page_work(root: Path) -> None:
    put(root, "site.yaml", "url: https://courant.example/archive\n")
    with serving(root) as served:
        with pytest.raises(HTTPError) as failed:
            urlopen(f"{served.address}archive/2019/nothing.html")
        page = failed.value.read().decode()
        links = set(re.findall(r'href="/(archive/[^"]*)"', page))
        assert {"archive/index.html", "archive/style.css"} <= links
        assert all(read(served, link) for link in links)


@pytest.mark.long
def test_serve_waits_for_another_build(root: Path) -> None:
    with serving(root) as served:
        with hold_state(root):
            put(root, "articles/ferry.md", GOOD.replace("back", "here"))
            served.wait_for("another newsgen is building this site at the moment")
        served.wait_for(" written, ")
        assert "The ferry is here." in read(served, STORY)
    assert sum("another newsgen" in line for line in served.lines) == 1


@pytest.mark.long
def test_ctrl_c_ends_it_while_pages_are_open(root: Path) -> None:
    with serving(root) as served, urlopen(f"{served.address}.newsgen/events") as events:
        assert events.readline() == b"retry: 500\n"
        assert served.stop() == 0
    assert served.lines[-1] == "Stopped."
    assert len(served.lines) == 3


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="the browser here is a script for a shell")
def test_the_browser_is_opened_on_demand(root: Path) -> None:
    put(root, "browser.sh", f'#!/bin/sh\necho "$1" > {root}/opened.half && mv {root}/opened.half {root}/opened\n')
    (root / "browser.sh").chmod(0o755)
    with serving(root, "--open", env={**os.environ, "BROWSER": f"{root}/browser.sh %s"}) as served:
        for _ in range(10 * PATIENCE):
            if (root / "opened").exists():
                break
            time.sleep(0.1)
        assert (root / "opened").read_text(encoding="utf-8") == f"{served.address}\n"


def test_a_port_in_use_ends_it(root: Path) -> None:
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        printed = refuse("--port", str(port), "--root", str(root))
    assert printed == (
        f"127.0.0.1:{port}: is in use by another program\n"
        "    The browser gets the site from there.\n"
        "    End that program, or take another port, such as --port 8001.\n"
        "1 problem: nothing is served.\n"
    )


def test_a_missing_folder_ends_it_and_is_not_created(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert refuse("--root", "nowhere") == (
        "nowhere: there is no such folder\n"
        "    The site to serve is in it.\n"
        "    Name the site's folder with --root, or begin one: newsgen init FOLDER\n"
        "1 problem: nothing is served.\n"
    )
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("made", "message"),
    [([], "there is no such folder of articles"), (["texts/notes.odt"], "there is no article in this folder")],
)
def test_a_folder_without_articles_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "site.yaml", "articles: texts\n")
    for name in made:
        put(tmp_path, name, "")
    assert refuse() == (
        f"texts: {message}\n"
        "    newsgen makes a site from the .txt and .md files in it.\n"
        '    Put article text there, or name another folder with "articles:" in site.yaml.\n'
        "1 problem: nothing is served.\n"
    )


@pytest.mark.long
def test_a_build_does_not_load_what_serving_needs(root: Path) -> None:
    script = (
        "import sys; from newsgen.cli import main; main(['build', '-q'], standalone_mode=False);"
        "serving = {'anyio', 'asyncio', 'starlette', 'uvicorn', 'watchfiles', 'newsgen.commands.serve.serve'};"
        "print(sorted(serving & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"
