"""A place to publish to that lies in memory, where every request can be the last one."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Lock

from newsgen.output.manifest import MANIFEST_FILE, is_part, manifest_lines, part_file
from newsgen.output.manifest_parts import divide
from newsgen.output.publishing.publish import Publication, PublishOptions, publish_site
from newsgen.output.publishing.site_files import SiteFiles
from newsgen.output.publishing.stores.store import Upload
from newsgen.output.publishing.transfer import Patience
from newsgen.output.publishing.unfinished import NOTE_FILE, Record
from newsgen.record.digests import checksum_of
from newsgen.record.paths import INDEX

AT_ONCE = Patience(attempts=6, first=0, longest=0)


class Killed(BaseException):
    """The publication was killed."""


class MemoryStore:
    """Files in memory; `before` is called before each request with its verb and file, and may raise."""

    name = "memory"
    threads = 1
    has_folders = False

    def __init__(self, before: Callable[[str, str], None] = lambda verb, file: None) -> None:
        self.files: dict[str, bytes] = {}
        self.fields: dict[str, dict[str, str]] = {}
        self.requests: list[tuple[str, str]] = []
        self.before = before
        self._lock = Lock()

    def _begin(self, verb: str, file: str) -> None:
        with self._lock:
            self.requests.append((verb, file))
            self.before(verb, file)

    def read(self, file: str) -> Iterator[bytes] | None:
        self._begin("read", file)
        return iter((self.files[file],)) if file in self.files else None

    def has(self, file: str) -> bool:
        self._begin("has", file)
        return file in self.files

    def write(self, upload: Upload) -> None:
        content = b"".join(upload.parts())
        self._begin("write", upload.file)
        self.files[upload.file] = content
        self.fields[upload.file] = dict(upload.fields)

    def delete(self, files: Sequence[str]) -> None:
        for file in files:
            self._begin("delete", file)
            self.files.pop(file, None)

    def list_files(self) -> Iterator[str]:
        yield from list(self.files)

    def close(self) -> None:
        """Do nothing."""

    @property
    def site(self) -> dict[str, bytes]:
        """The files without the note of an unfinished publication."""
        return {file: content for file, content in self.files.items() if file != NOTE_FILE}


def write_site(folder: Path, files: dict[str, str], part_size: int = 0) -> dict[str, bytes]:
    """Make a folder a built site of these files, with their manifest; what it holds then.

    The manifest is divided into parts of so many files on average, unless that is 0.
    """
    for old in sorted(folder.rglob("*"), reverse=True):
        old.unlink() if old.is_file() else old.rmdir()
    contents = {file: text.encode() for file, text in files.items()}
    listed = sorted((file, checksum_of(content)) for file, content in contents.items())
    for part in divide(listed, part_size) if part_size else ():
        contents[part_file(checksum_of(part))] = part
    lists = [(file, checksum_of(part)) for file, part in contents.items() if is_part(file)] or listed
    contents[MANIFEST_FILE] = b"".join(manifest_lines(lists))
    for file, content in contents.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(content)
    return contents


def kind_by_name(file: str) -> str:
    """The kind of a file's target in these tests, by its name."""
    kinds = {"stories": "article", "sections": "sections", "media": "asset"}
    return "front" if file == INDEX else kinds.get(file.split("/")[0], "")


def publish(folder: Path, store: MemoryStore, **options: object) -> Publication:
    """Publish a folder, with the record beside it."""
    given = {"delete_limit": 250, "kind_of_file": kind_by_name, "on_progress": lambda *_: None, "patience": AT_ONCE}
    record = Record(folder.parent / "state", store.name)
    return publish_site(SiteFiles(folder, False), store, record, PublishOptions(**{**given, **options}))  # type: ignore[arg-type]
