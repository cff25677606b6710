"""A server with SFTP on loopback, in a thread of its own, for tests of publishing."""

import asyncio
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

import asyncssh


class SftpServer(NamedTuple):
    """A running server: its port, its folder, which is the root for those who log in, and its public key as a line."""

    port: int
    folder: Path
    key: str

    @property
    def known_host(self) -> str:
        """Its line in `known_hosts`."""
        return f"[127.0.0.1]:{self.port} {self.key}"


class _Accounts(asyncssh.SSHServer):
    """One account, ada, with the password "quill"."""

    def begin_auth(self, username: str) -> bool:
        return True

    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        return (username, password) == ("ada", "quill")


@contextmanager
def running_sftp(folder: Path) -> Iterator[SftpServer]:
    """A server of a folder, which ends with the block."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()

    def wait(work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, loop).result()

    key = asyncssh.generate_private_key("ssh-ed25519")

    async def listen() -> asyncssh.SSHAcceptor:
        return await asyncssh.listen(
            "127.0.0.1",
            0,
            server_factory=_Accounts,
            server_host_keys=[key],
            sftp_factory=lambda channel: asyncssh.SFTPServer(channel, chroot=os.fsencode(folder)),
        )

    listener = wait(listen())
    try:
        yield SftpServer(listener.get_port(), folder, key.export_public_key().decode().strip())
    finally:
        listener.close()
        wait(listener.wait_closed())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
