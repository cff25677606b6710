"""A server with SFTP as the target, through asyncssh: many requests are on their way at once over one connection.

Keys, names and hosts come from where `ssh` has them: the agent, `~/.ssh/config`, `~/.ssh/id_*` and `known_hosts`. A
password is taken from the environment only.
"""

from __future__ import annotations

import asyncio
import os
import posixpath
import secrets
import stat
from collections.abc import Coroutine, Iterator, Sequence
from contextlib import suppress
from pathlib import PurePosixPath
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from newsgen.output.files import HALF
from newsgen.output.publishing.stores.sftp_errors import sftp_fault
from newsgen.output.publishing.stores.store import PassingFault, Upload

if TYPE_CHECKING:
    from asyncssh import SFTPClient, SFTPClientFile, SSHClientConnection

PASSWORD = "NEWSGEN_SFTP_PASSWORD"
_PIECE = 1 << 18
_Result = TypeVar("_Result")


class SftpAddress(NamedTuple):
    """The address of a folder on a server; None stands for what `~/.ssh/config` or the standard says."""

    name: str
    host: str
    port: int | None
    user: str | None
    folder: str


class SftpStore:
    """A folder on a server, which is made where it is not there."""

    threads = 16
    has_folders = True

    def __init__(self, address: SftpAddress) -> None:
        self.name = address.name
        self._address = address
        self._loop = asyncio.new_event_loop()
        self._runner = Thread(target=self._loop.run_forever, daemon=True)
        self._runner.start()
        self._lock = Lock()
        self._connection: SSHClientConnection | None = None
        self._client: SFTPClient | None = None
        self._folders: set[str] = set()
        # Names of half-written files, which nobody else uses.
        self._halves: SimpleQueue[str] = SimpleQueue()
        token = secrets.token_hex(6)
        for number in range(self.threads):
            self._halves.put(f"{HALF}{token}-{number}")

    def read(self, file: str) -> Iterator[bytes] | None:
        """What a file holds, in parts; None where there is none."""
        client = self._connected()
        opened = self._find(file, _open(client, self._place(file)))
        if opened is None:
            return None

        def parts() -> Iterator[bytes]:
            try:
                while part := self._ask(file, opened.read(_PIECE)):
                    yield os.fsencode(part) if isinstance(part, str) else part
            finally:
                with suppress(Exception):
                    self._wait(opened.close())

        return parts()

    def has(self, file: str) -> bool:
        """Whether something of this name is there."""
        return self._find(file, self._connected().lstat(self._place(file))) is not None

    def write(self, upload: Upload) -> None:
        """Put a file in place in one step."""
        client = self._connected()
        half = self._halves.get()
        try:
            self._make_folders(client, "")
            self._ask(upload.file, _send(client, self._place(half), upload))
            self._make_folders(client, posixpath.dirname(upload.file))
            if self._find(upload.file, _rename(client, self._place(half), self._place(upload.file))) is None:
                # Another publication has cleared away what was half-written.
                raise PassingFault(f"{upload.file}: is not there")
        finally:
            self._halves.put(half)

    def delete(self, files: Sequence[str]) -> None:
        """Remove files, and the folders that this empties."""
        client = self._connected()
        for file in files:
            self._find(file, client.remove(self._place(file)))
            for folder in PurePosixPath(file).parents[:-1]:
                try:
                    self._wait(client.rmdir(self._place(str(folder))))
                except Exception:
                    # Servers differ in how they say that a folder is not empty.
                    break
                self._folders.discard(str(folder))

    def list_files(self) -> Iterator[str]:
        """The files, in no order."""
        client = self._connected()
        waiting = [""]
        while waiting:
            folder = waiting.pop()
            for entry in self._ask(folder, client.readdir(self._place(folder))):
                name = os.fsdecode(entry.filename)
                path = f"{folder}/{name}".lstrip("/")
                if name in (".", ".."):
                    continue
                if _is_folder(entry.attrs):
                    waiting.append(path)
                else:
                    yield path

    def close(self) -> None:
        """End the connection, and clear away what a publication that was killed left half-written."""
        if self._client:
            with suppress(Exception):
                self._wait(_clear(self._client, self._place("")))
        self._disconnect()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._runner.join()
        self._loop.close()

    def _connected(self) -> SFTPClient:
        """The client of a connection that stands."""
        with self._lock:
            if self._client is None:
                self._connection, self._client = self._ask("", self._connect())
                self._folders.clear()
            return self._client

    async def _connect(self) -> tuple[SSHClientConnection, SFTPClient]:
        import asyncssh

        options: dict[str, Any] = {"connect_timeout": 30, "keepalive_interval": 30}
        if self._address.port:
            options["port"] = self._address.port
        if self._address.user:
            options["username"] = self._address.user
        if os.environ.get(PASSWORD):
            options["password"] = os.environ[PASSWORD]
        connection = await asyncssh.connect(self._address.host, **options)
        return connection, await connection.start_sftp_client()

    def _disconnect(self) -> None:
        with self._lock:
            connection, self._connection, self._client = self._connection, None, None
        if connection:
            connection_closed = self._closing(connection)
            with suppress(Exception):
                self._wait(connection_closed)

    async def _closing(self, connection: SSHClientConnection) -> None:
        connection.close()
        await asyncio.wait_for(connection.wait_closed(), 5)

    def _make_folders(self, client: SFTPClient, folder: str) -> None:
        if folder in self._folders:
            return
        self._ask(folder, client.makedirs(self._place(folder), exist_ok=True))
        self._folders.add(folder)

    def _place(self, file: str) -> bytes:
        # The paths of SFTP are bytes.
        return os.fsencode(posixpath.join(self._address.folder, file).rstrip("/") or "/")

    def _wait(self, work: Coroutine[Any, Any, _Result]) -> _Result:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def _find(self, file: str, work: Coroutine[Any, Any, _Result]) -> _Result | None:
        """The answer to a request; None where there is no such file."""
        import asyncssh

        try:
            return self._request(file, work)
        except (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath):
            return None

    def _ask(self, file: str, work: Coroutine[Any, Any, _Result]) -> _Result:
        """The answer to a request for a file that is there."""
        import asyncssh

        try:
            return self._request(file, work)
        except (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath) as error:
            raise sftp_fault(self.name, file, error) from None

    def _request(self, file: str, work: Coroutine[Any, Any, _Result]) -> _Result:
        import asyncssh

        try:
            return self._wait(work)
        except (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath):
            raise
        except (asyncssh.Error, OSError) as error:
            if not isinstance(error, asyncssh.SFTPError) or isinstance(error, asyncssh.SFTPConnectionLost):
                # The next request makes a new one.
                self._connection = self._client = None
            raise sftp_fault(self.name, file, error) from None


async def _clear(client: SFTPClient, folder: bytes) -> None:
    for entry in await client.readdir(folder):
        if os.fsdecode(entry.filename).startswith(HALF):
            await client.remove(posixpath.join(folder, os.fsencode(entry.filename)))


async def _open(client: SFTPClient, place: bytes) -> SFTPClientFile:
    return await client.open(place, "rb")


async def _send(client: SFTPClient, place: bytes, upload: Upload) -> None:
    async with client.open(place, "wb") as opened:
        for part in upload.parts():
            await opened.write(part)


async def _rename(client: SFTPClient, half: bytes, place: bytes) -> bool:
    import asyncssh

    try:
        await client.posix_rename(half, place)
    except asyncssh.SFTPOpUnsupported:
        # Such a server cannot replace a file in one step.
        with suppress(asyncssh.SFTPNoSuchFile):
            await client.remove(place)
        await client.rename(half, place)
    return True


def _is_folder(attributes: Any) -> bool:
    return stat.S_ISDIR(attributes.permissions or 0)
