"""What the errors of SFTP servers mean: which pass, which stay, and what to do about those."""

from __future__ import annotations

import socket

from newsgen.errors import NewsgenError
from newsgen.output.publishing.stores.store import PassingFault, Unanswered, no_room, refusal

_KEY_FIX = (
    "Let `ssh` to the same host work without a question: by a key in the agent or in ~/.ssh; "
    "a password is taken from NEWSGEN_SFTP_PASSWORD."
)
_KEY_REASON = "newsgen has no keys of its own; it uses those of ssh."


def sftp_fault(name: str, file: str, error: Exception) -> NewsgenError | PassingFault:
    """The exception to raise for one of asyncssh's at the server of this name; "" for a `file` that matters not."""
    import asyncssh

    where = f"{file}: " if file else ""
    if isinstance(error, asyncssh.PermissionDenied):
        return refusal(name, "does not accept the credentials", _KEY_FIX, _KEY_REASON)
    if isinstance(error, asyncssh.HostKeyNotVerifiable):
        fix = "Connect once by `ssh`, compare the key with the one that the provider publishes, and accept it."
        reason = "Somebody else's server might take the site and what opens it."
        return refusal(name, "the key of the server is not known", fix, reason)
    if isinstance(error, asyncssh.SFTPNoSpaceOnFilesystem | asyncssh.SFTPQuotaExceeded):
        return no_room(name)
    if isinstance(error, asyncssh.SFTPPermissionDenied | asyncssh.SFTPWriteProtect):
        return refusal(name, f"{where}the server does not allow this", "Name a folder that the account may write to.")
    if isinstance(error, asyncssh.SFTPConnectionLost | asyncssh.SFTPNoConnection):
        return PassingFault("the connection broke")
    if isinstance(error, asyncssh.SFTPFailure) and "space" in error.reason.lower():
        return no_room(name)
    if isinstance(error, asyncssh.SFTPError):
        return refusal(name, f"{where}the server answers: {error.reason}", "Look at the folder with another program.")
    if isinstance(error, socket.gaierror):
        return refusal(name, "there is no such host", "Correct its name.")
    if isinstance(error, asyncssh.DisconnectError | OSError | TimeoutError):
        return Unanswered(f"{where}the server cannot be reached, or breaks off")
    return refusal(name, f"{where}{error}", "Look at the server with another program.")
