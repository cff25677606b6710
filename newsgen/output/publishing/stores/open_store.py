"""From the name of a target to the store: a folder, or a URL such as `s3://bucket/prefix` or `sftp://host/folder`."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from newsgen.errors import NewsgenError, Problem, did_you_mean
from newsgen.output.publishing.stores.aws_files import read_aws_files
from newsgen.output.publishing.stores.folder import FolderStore
from newsgen.output.publishing.stores.store import Store

# What a hand writes that means one of these, or the address of another program: "s3:/paper", "ada@paper.example:/srv".
_NEAR_SCHEME = re.compile(r"(s3|s3a|gs|az|sftp|file|https?):(?!//)", re.IGNORECASE)
_NEAR_SFTP = re.compile(r"([\w.-]+@[\w.-]+):(?!//)(.*)", re.DOTALL)
# One letter before the colon is a drive of Windows.
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_S3 = ("s3", "s3a")
_OBJECTS = (*_S3, "gs", "az", "azure", "abfs", "abfss", "adl")
_KNOWN = ("s3", "gs", "az", "sftp", "file")
# The extra and the library that a kind of target needs.
EXTRAS = {"objects": ("publish", "obstore"), "sftp": ("sftp", "asyncssh")}


class TargetAddress(NamedTuple):
    """Where to publish to: a name without secrets, and for an object store its server and region, or ""."""

    name: str
    endpoint: str = ""
    region: str = ""


def kind_of_target(name: str) -> str:
    """The kind of a target: "folder", "objects" or "sftp".

    Raises NewsgenError for a URL of something else, for one with a password, and for one that names no bucket or host.
    """
    found = _SCHEME.match(name)
    if not found:
        _refuse_near_address(name)
        return "folder"
    scheme, parts = found[1].lower(), _split(name)
    if parts.password or parts.query or parts.fragment:
        fix = "Leave it out; docs/hosting.md says where newsgen finds credentials."
        raise _wrong(f"{scheme}://…", "holds a password or a signature", "It would be read by others.", fix)
    if scheme == "file":
        return "folder"
    if scheme not in (*_OBJECTS, "sftp"):
        fix = f"Name a folder, or a URL that begins with {', '.join(f'{known}://' for known in _KNOWN)}."
        guess = did_you_mean(scheme, _KNOWN)
        raise _wrong(name, f'newsgen cannot publish to "{scheme}://".{guess}', "Nothing can be sent there.", fix)
    if not parts.hostname and not parts.netloc:
        what = "host" if scheme == "sftp" else "bucket"
        raise _wrong(name, f"names no {what}", "Nothing can be sent there.", f"Write {scheme}://{what.upper()}/FOLDER.")
    return "sftp" if scheme == "sftp" else "objects"


def open_store(address: TargetAddress) -> Store:
    """The store at an address; what its kind needs is installed. Raises NewsgenError where it cannot be opened."""
    kind = kind_of_target(address.name)
    if kind == "objects":
        # Its library is installed with an extra.
        from newsgen.output.publishing.stores.object_store import open_object_store

        return open_object_store(address.name, _s3_config(address) if address.name.lower().startswith("s3") else {})
    if kind == "sftp":
        from newsgen.output.publishing.stores.sftp_store import SftpAddress, SftpStore

        parts = _split(address.name)
        # A path after "/~/" begins at the home of the account.
        folder = unquote(parts.path).removeprefix("/~/") or "."
        user = unquote(parts.username) if parts.username else None
        return SftpStore(SftpAddress(address.name, parts.hostname or "", parts.port, user, folder))
    path = unquote(_split(address.name).path) if _SCHEME.match(address.name) else address.name
    return FolderStore(Path(path))


def _s3_config(address: TargetAddress) -> dict[str, str]:
    named = {"endpoint": address.endpoint, "region": address.region}
    config = {**read_aws_files(os.environ, Path.home()), **{key: value for key, value in named.items() if value}}
    endpoint = config.get("endpoint") or os.environ.get("AWS_ENDPOINT_URL") or os.environ.get("AWS_ENDPOINT") or ""
    if endpoint:
        # Servers other than Amazon's have no regions, and take any name for theirs.
        config |= {"endpoint": endpoint}
        if not (os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION")):
            config.setdefault("region", "auto" if "r2.cloudflarestorage" in endpoint else "us-east-1")
    return config


def _split(name: str) -> SplitResult:
    try:
        parts = urlsplit(name)
        _ = parts.port
    except ValueError:
        # Part of a secret may be what cannot be read.
        shown = f"{name.split(':')[0].lower()}://…"
        fix = "Write SCHEME://BUCKET/FOLDER or sftp://USER@HOST:PORT/FOLDER, without keys or passwords."
        raise _wrong(shown, "is no address", "Nothing can be sent there.", fix) from None
    return parts


def _refuse_near_address(name: str) -> None:
    """Raise NewsgenError for what would become a folder of a strange name. A folder that is there is taken."""
    if os.path.lexists(name):
        return
    reason = "It would become a folder of this name on this computer."
    if found := _NEAR_SCHEME.match(name):
        fix = f"Write {found[1].lower()}://, or ./ before the name of a folder."
        raise _wrong(name, "has no // after its colon", reason, fix)
    if found := _NEAR_SFTP.fullmatch(name):
        folder = found[2] if found[2].startswith("/") else f"/~/{found[2]}"
        raise _wrong(name, "is an address of scp", reason, f"Write sftp://{found[1]}{folder}")


def _wrong(name: str, message: str, reason: str, fix: str) -> NewsgenError:
    return NewsgenError([Problem(name, 0, message, reason, fix)])
