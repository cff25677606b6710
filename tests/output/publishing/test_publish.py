"""A target becomes what the site is: by few requests, in an order that breaks no link, whenever it is killed."""

import re
from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.output.manifest import MANIFEST_FILE, is_part
from newsgen.output.publishing.stores.store import PassingFault
from newsgen.output.publishing.unfinished import NOTE_FILE
from tests.support.publishing import Killed, MemoryStore, publish, write_site

# A page is its name and the files that it links to.
BEFORE = {
    "index.html": "1 [sections/a.html] [style.css]",
    "sections/a.html": "1 [stories/1.html] [stories/2.html]",
    "stories/1.html": "1 [media/1.png] [stories/2.html]",
    "stories/2.html": "1 [sections/a.html]",
    "stories/old.html": "1",
    "media/1.png": "1",
    "style.css": "1",
}
AFTER = {
    "index.html": "2 [sections/a.html] [sections/b.html] [style.css]",
    "sections/a.html": "2 [stories/1.html] [stories/3.html]",
    "sections/b.html": "1 [stories/4.html]",
    "stories/1.html": "2 [media/1.png] [stories/4.html]",
    "stories/3.html": "1 [media/3.png] [stories/4.html]",
    "stories/4.html": "1 [sections/b.html] [stories/3.html]",
    "media/1.png": "1",
    "media/3.png": "1",
    "style.css": "2",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "public").mkdir()
    return tmp_path / "public"


def broken_links(files: dict[str, bytes]) -> list[str]:
    """The links to nothing that a reader finds who begins at the front page."""
    seen: set[str] = set()
    waiting = ["index.html"] if "index.html" in files else []
    broken = []
    while waiting:
        page = waiting.pop()
        if page in seen:
            continue
        seen.add(page)
        for link in re.findall(r"\[(.+?)\]", files[page].decode()):
            if link in files:
                waiting.append(link)
            else:
                broken.append(f"{page} -> {link}")
    return broken


def test_all_of_a_site_is_sent_with_its_types_and_a_sample_is_read_back(folder: Path) -> None:
    site = write_site(folder, BEFORE)
    store = MemoryStore()
    publication = publish(folder, store)
    assert store.files == site
    assert (len(publication.changes.new), publication.read_back) == (7, 6)
    assert store.fields["index.html"] == {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "public, max-age=300",
    }


def test_nothing_changed_costs_two_requests(folder: Path) -> None:
    write_site(folder, BEFORE)
    store = MemoryStore()
    publish(folder, store)
    store.requests.clear()
    publication = publish(folder, store)
    assert publication.changes.is_empty
    assert store.requests == [("read", NOTE_FILE), ("read", MANIFEST_FILE)]


def test_new_files_go_first_then_changed_ones_then_the_manifest_and_deletions_last(folder: Path) -> None:
    write_site(folder, BEFORE)
    store = MemoryStore()
    publish(folder, store)
    site = write_site(folder, AFTER)
    store.requests.clear()
    publish(folder, store)
    assert [request for request in store.requests if request[0] in ("write", "delete")] == [
        ("write", NOTE_FILE),
        ("write", "media/3.png"),
        ("write", "stories/3.html"),
        ("write", "stories/4.html"),
        ("write", "sections/b.html"),
        ("write", "stories/1.html"),
        ("write", "sections/a.html"),
        ("write", "style.css"),
        ("write", "index.html"),
        ("write", MANIFEST_FILE),
        ("delete", "stories/2.html"),
        ("delete", "stories/old.html"),
        ("delete", NOTE_FILE),
    ]
    assert store.files == site


@pytest.mark.parametrize("first", [{}, BEFORE], ids=["first publication", "later publication"])
def test_a_reader_finds_no_broken_link_at_any_moment(folder: Path, first: dict[str, str]) -> None:
    store = MemoryStore()
    if first:
        write_site(folder, first)
        publish(folder, store)
    write_site(folder, AFTER)
    broken: list[str] = []
    store.before = lambda verb, file: broken.extend(broken_links(store.files))
    publish(folder, store)
    assert broken == []


def kill_at(store: MemoryStore, number: int) -> None:
    """Let the request of this number be the first that is never made."""
    store.requests.clear()

    def before(verb: str, file: str) -> None:
        if len(store.requests) >= number:
            raise Killed

    store.before = before


def test_a_publication_that_is_killed_at_any_request_is_ended_by_the_next(tmp_path: Path) -> None:
    for number in range(1, 40):
        folder = tmp_path / str(number) / "public"
        folder.mkdir(parents=True)
        write_site(folder, BEFORE)
        store = MemoryStore()
        publish(folder, store)
        site = write_site(folder, AFTER)
        kill_at(store, number)
        try:
            publish(folder, store)
        except Killed:
            assert broken_links(store.files) == []
        store.before = lambda verb, file: None
        done = {file for verb, file in store.requests[: number - 1] if verb == "write"}
        store.requests.clear()
        publish(folder, store)
        assert store.files == site
        assert done & {file for verb, file in store.requests if verb == "write"} <= {NOTE_FILE, MANIFEST_FILE}
    assert store.requests == [("read", NOTE_FILE), ("read", MANIFEST_FILE)], "not every request was the last one"


def test_another_computer_ends_what_was_killed_and_deletes_what_it_left(folder: Path) -> None:
    write_site(folder, BEFORE)
    store = MemoryStore()
    publish(folder, store)
    write_site(folder, AFTER)
    for number in range(3, 17):
        kill_at(store, number)
        with pytest.raises(Killed):
            publish(folder, store)
        for record in (folder.parent / "state").iterdir():
            record.unlink()
    store.before = lambda verb, file: None
    # The articles 3 and 4, which are there by now and in no manifest, are taken back.
    site = write_site(folder, BEFORE)
    publish(folder, store)
    assert store.files == site


def test_requests_that_fail_now_and_then_are_made_again(folder: Path) -> None:
    site = write_site(folder, BEFORE)
    store = MemoryStore()
    turns = iter(range(1000))

    def fail(verb: str, file: str) -> None:
        if next(turns) % 3 == 1:
            raise PassingFault(f"{file}: the server answers 503 SlowDown")

    store.before = fail
    publish(folder, store)
    assert store.files == site


def test_requests_that_never_succeed_end_it_with_one_problem(folder: Path) -> None:
    write_site(folder, BEFORE)
    store = MemoryStore()

    def fail(verb: str, file: str) -> None:
        if file == "stories/1.html":
            raise PassingFault(f"{file}: the server answers 503 SlowDown")

    store.before = fail
    with pytest.raises(NewsgenError) as failed:
        publish(folder, store)
    assert str(failed.value) == (
        "memory: stories/1.html: the server answers 503 SlowDown, 6 times\n"
        "    Not all of the site is there.\n"
        "    Run it again when the server answers: it goes on from here."
    )
    assert MANIFEST_FILE not in store.files


def test_more_deletions_than_may_be_are_refused_before_anything_is_sent(folder: Path) -> None:
    write_site(folder, BEFORE)
    store = MemoryStore()
    site = dict(publish(folder, store) and store.files)
    write_site(folder, AFTER)
    with pytest.raises(NewsgenError) as failed:
        publish(folder, store, delete_limit=1)
    assert str(failed.value) == (
        "memory: 2 files would be deleted there, and 1 may be: stories/2.html, stories/old.html\n"
        "    So many addresses that end are more often a slip than meant.\n"
        "    Look at them with --dry-run; if they are to go, run it with --delete-limit 2."
    )
    assert store.files == site
    publish(folder, store, delete_limit=2)


def test_what_newsgen_did_not_publish_is_never_deleted(folder: Path) -> None:
    write_site(folder, BEFORE)
    store = MemoryStore()
    store.files |= {"photos/mine.jpg": b"", "stories/5.html": b"not of the site"}
    publish(folder, store)
    write_site(folder, AFTER)
    publish(folder, store)
    assert store.files["photos/mine.jpg"] == b""
    assert store.files["stories/5.html"] == b"not of the site"


def test_the_site_of_another_program_is_not_overwritten_unless_told(folder: Path) -> None:
    site = write_site(folder, BEFORE)
    store = MemoryStore()
    store.files = {"index.html": b"of another", "about.html": b"of another"}
    with pytest.raises(NewsgenError) as failed:
        publish(folder, store)
    assert str(failed.value) == (
        "memory: holds an index.html that newsgen did not publish\n"
        "    newsgen does not overwrite or delete the files of others.\n"
        "    Name an empty place, or overwrite what has the name of a file of the site with --all."
    )
    publish(folder, store, everything=True)
    assert store.files == {**site, "about.html": b"of another"}


def test_all_files_are_sent_again_where_the_target_was_damaged(folder: Path) -> None:
    site = write_site(folder, BEFORE)
    store = MemoryStore()
    publish(folder, store)
    store.files["stories/1.html"] = b"damaged"
    store.files[MANIFEST_FILE] = b"damaged"
    with pytest.raises(NewsgenError, match="this line is cut short"):
        publish(folder, store)
    publish(folder, store, everything=True)
    assert store.files == site


def test_a_site_that_is_not_as_it_was_built_is_not_published(folder: Path) -> None:
    write_site(folder, BEFORE)
    (folder / "stories/1.html").write_text("altered", encoding="utf-8")
    (folder / "style.css").unlink()
    store = MemoryStore()
    with pytest.raises(NewsgenError) as failed:
        publish(folder, store)
    assert "is not as it was built\n    Readers would get something else than what was built.\n" in str(failed.value)
    assert store.files == {}


def test_a_dry_run_sends_nothing(folder: Path) -> None:
    write_site(folder, BEFORE)
    store = MemoryStore()
    publication = publish(folder, store, is_dry=True)
    assert len(publication.changes.new) == len(BEFORE)
    assert store.files == {}


def test_a_second_publication_that_begins_meanwhile_stops_the_first(folder: Path, tmp_path: Path) -> None:
    write_site(folder, BEFORE)
    store = MemoryStore()
    other = tmp_path / "other" / "public"
    other.mkdir(parents=True)
    site = write_site(other, AFTER)

    def begin_other(verb: str, file: str) -> None:
        if (verb, file) == ("write", "stories/1.html"):
            beside = MemoryStore()
            beside.files = store.files
            store.before = lambda verb, file: None
            publish(other, beside)

    store.before = begin_other
    with pytest.raises(NewsgenError) as failed:
        publish(folder, store)
    assert str(failed.value) == (
        "memory: another publication has begun there since\n"
        "    Files of both may stand there; the manifest still lists those of before.\n"
        "    Let it end, then run this again."
    )
    # Files that the first has sent since are known to nobody's manifest, and still put right.
    assert store.files["stories/1.html"] == BEFORE["stories/1.html"].encode()
    publish(other, store)
    assert store.files == site


def test_what_is_altered_on_its_way_is_told_and_sent_again(folder: Path) -> None:
    site = write_site(folder, {"index.html": "1"})
    store = MemoryStore()

    def alter(verb: str, file: str) -> None:
        if (verb, file) == ("read", "index.html"):
            store.files[file] = b"altered"

    store.before = alter
    with pytest.raises(NewsgenError, match=r"memory: index\.html is not what was sent"):
        publish(folder, store)
    store.before = lambda verb, file: None
    publish(folder, store)
    assert store.files == site


MANY = {f"stories/{number:03}.html": "1" for number in range(100)} | BEFORE
EDITED = {**MANY, "stories/050.html": "2"}


def test_of_a_divided_manifest_only_the_parts_that_changed_are_read_and_sent(folder: Path) -> None:
    store = MemoryStore()
    before = write_site(folder, MANY, part_size=8)
    publish(folder, store)
    assert store.site == before
    after = write_site(folder, EDITED, part_size=8)
    (new,) = {*after} - {*before}
    (old,) = {*before} - {*after}
    store.requests.clear()
    publication = publish(folder, store, delete_limit=0)
    assert store.site == after
    assert publication.changes.kept == len(before) - 3
    written = [file for verb, file in store.requests if verb == "write"]
    assert written == [NOTE_FILE, new, "stories/050.html", MANIFEST_FILE]
    assert [file for verb, file in store.requests if verb == "delete"] == [old, NOTE_FILE]
    assert store.requests[:3] == [("read", NOTE_FILE), ("read", MANIFEST_FILE), ("read", old)]
    store.requests.clear()
    assert publish(folder, store).changes.kept == len(after) - 1
    assert store.requests == [("read", NOTE_FILE), ("read", MANIFEST_FILE)]


@pytest.mark.parametrize(("first", "then"), [(0, 8), (8, 0), (8, 20)])
def test_a_manifest_that_is_divided_otherwise_sends_no_page_again(folder: Path, first: int, then: int) -> None:
    store = MemoryStore()
    write_site(folder, MANY, first)
    publish(folder, store)
    after = write_site(folder, MANY, then)
    publication = publish(folder, store)
    assert store.site == after
    assert [entry.file for entry in publication.changes.uploads if not is_part(entry.file)] == []


def test_a_divided_manifest_survives_a_kill_at_any_request(folder: Path) -> None:
    for last in range(14):
        store = MemoryStore()
        store.files = write_site(folder, BEFORE, 2)
        after = write_site(folder, {**BEFORE, "stories/1.html": "2"}, 2)
        left = len(store.requests) + last

        def kill(verb: str, file: str, store: MemoryStore = store, left: int = left) -> None:
            if len(store.requests) > left:
                raise Killed

        store.before = kill
        try:
            publish(folder, store)
        except Killed:
            store.before = lambda verb, file: None
            publish(folder, store)
        assert store.site == after


def test_a_part_that_is_missing_there_is_named(folder: Path) -> None:
    store = MemoryStore()
    write_site(folder, MANY, 8)
    publish(folder, store)
    write_site(folder, EDITED, 8)
    part = next(file for file in store.files if is_part(file) and not (folder / file).exists())
    del store.files[part]
    with pytest.raises(NewsgenError) as refused:
        publish(folder, store)
    (problem,) = refused.value.problems
    assert problem.message == f"{part} is missing, a part of the manifest"
    publish(folder, store, everything=True)
    assert part not in store.files


def test_a_damaged_manifest_is_named_by_where_it_stands(folder: Path) -> None:
    store = MemoryStore()
    write_site(folder, BEFORE)
    store.files[MANIFEST_FILE] = b"nonsense\n"
    with pytest.raises(NewsgenError) as refused:
        publish(folder, store)
    assert str(refused.value).split("\n") == [
        f"memory/{MANIFEST_FILE}:1: this line is no digest and path",
        "    A manifest that is damaged itself cannot tell which files are.",
        "    Send all files again: newsgen publish --all",
    ]
