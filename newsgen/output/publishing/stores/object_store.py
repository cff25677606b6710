"""Object stores as the target: S3 and what speaks it, Google Cloud Storage and Azure, through obstore.

Each provider's client finds the credentials by its own rules: in the environment, by the identity of the machine or of
the workflow that runs newsgen, and those of S3 also in `~/.aws/credentials`.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from newsgen.errors import NewsgenError
from newsgen.output.publishing.stores.object_errors import is_bucket_missing, no_bucket, object_fault
from newsgen.output.publishing.stores.store import PassingFault, Upload

if TYPE_CHECKING:
    from obstore.store import ObjectStore as Client

# What one request deletes at once: 1,000 in S3, 256 in Azure.
_DELETED_AT_ONCE = 250
_GZIP = b"\x1f\x8b"
_Result = TypeVar("_Result")


class ObjectStore:
    """A bucket or container, or the objects of one whose keys begin with a prefix."""

    threads = 32
    has_folders = False

    def __init__(self, name: str, client: Client) -> None:
        self.name = name
        self._client = client

    def read(self, file: str) -> Iterator[bytes] | None:
        """What an object holds, in parts and unpacked; None where there is none."""
        import obstore

        try:
            got = self._ask(file, lambda: obstore.get(self._client, file))
        except FileNotFoundError:
            return None
        parts = (bytes(part) for part in got.stream())
        packed = got.attributes.get("Content-Encoding") == "gzip"
        return self._told(file, _unpacked(parts) if packed else parts)

    def has(self, file: str) -> bool:
        """Whether there is such an object."""
        import obstore

        try:
            self._ask(file, lambda: obstore.head(self._client, file))
        except FileNotFoundError:
            return False
        return True

    def write(self, upload: Upload) -> None:
        """Put an object in place; a reader sees the old one or the new one, whole."""
        import obstore

        is_whole = isinstance(upload.content, bytes)
        content: Any = upload.content if is_whole else upload.parts()
        fields = dict(upload.fields)
        try:
            self._ask(
                upload.file,
                lambda: obstore.put(self._client, upload.file, content, attributes=fields, use_multipart=not is_whole),
            )
        except FileNotFoundError:
            # Nothing can be missing for a new object but its bucket.
            raise no_bucket(self.name) from None

    def delete(self, files: Sequence[str]) -> None:
        """Remove objects; one that is not there is no fault."""
        import obstore

        for start in range(0, len(files), _DELETED_AT_ONCE):
            some = files[start : start + _DELETED_AT_ONCE]
            try:
                self._ask(some[0], partial(obstore.delete, self._client, some))
            except FileNotFoundError:
                # Some stores stop at the first that is not there.
                for file in some:
                    self._delete_one(file)

    def _delete_one(self, file: str) -> None:
        import obstore

        try:
            self._ask(file, lambda: obstore.delete(self._client, file))
        except FileNotFoundError:
            return

    def list_files(self) -> Iterator[str]:
        """The objects, in no order."""
        import obstore

        for some in self._told("", obstore.list(self._client)):
            yield from (str(one["path"]) for one in some)

    def close(self) -> None:
        """Do nothing: no connection is held."""

    def _ask(self, file: str, request: Callable[[], _Result]) -> _Result:
        """The answer to a request. Raises FileNotFoundError where there is no such object."""
        try:
            return request()
        except FileNotFoundError as error:
            if is_bucket_missing(error):
                raise no_bucket(self.name) from None
            raise
        except (NewsgenError, PassingFault):
            # What the parts of an upload raise.
            raise
        except Exception as error:
            raise object_fault(self.name, file, error) from None

    def _told(self, file: str, parts: Iterator[_Result]) -> Iterator[_Result]:
        """The parts of an answer, whose faults are told as those of all requests are."""
        while True:
            part = self._ask(file, lambda: next(parts, None))
            if part is None:
                return
            yield part


def _unpacked(parts: Iterator[bytes]) -> Iterator[bytes]:
    """The content of an object that is stored packed; some stores have unpacked it by now."""
    first = next(parts, b"")
    if not first.startswith(_GZIP):
        yield first
        yield from parts
        return
    unpack = zlib.decompressobj(wbits=31)
    yield unpack.decompress(first)
    for part in parts:
        yield unpack.decompress(part)
    yield unpack.flush()


def open_object_store(url: str, config: Mapping[str, str]) -> ObjectStore:
    """The store of a URL such as `s3://bucket/prefix`; `config` holds what the environment need not say.

    Raises NewsgenError where the client cannot be made of what it finds.
    """
    import obstore.store

    plain: Any = {"allow_http": config.get("endpoint", "").startswith("http://")}
    # All is tried again by newsgen, which lets the other threads go on.
    once: Any = {"max_retries": 0, "retry_timeout": timedelta(seconds=120)}
    options: Any = dict(config)
    try:
        client = obstore.store.from_url(
            url, config=options or None, client_options=plain if plain["allow_http"] else None, retry_config=once
        )
    except Exception as error:
        raise object_fault(url, "", error) from None
    return ObjectStore(url, client)
