"""Names of files and folders: which ones every file system and host takes, and which paths stay inside their folder.

What newsgen names itself gets a name by `safe_path`; what somebody declared is refused where `path_fault` finds one.

Sources of the rules: Microsoft, "Naming Files, Paths, and Namespaces"; Jekyll, EntryFilter (GitHub Pages runs it);
Netlify, "Deploy with '#' or '?' in filenames"; AWS, "Naming Amazon S3 objects".
"""

from __future__ import annotations

import hashlib
import os
import re
from urllib.parse import unquote, unquote_to_bytes

_LONGEST_NAME = 255
# An object's key may have 1,024 bytes in S3; the rest is for "index.html" and a folder that a site is put into.
_LONGEST_PATH = 900
# Hexadecimal digits that tell two changed names apart.
_MARK = 6
_LONGEST_ENDING = 10
# Windows knows its devices in any case, whatever follows the first dot, and also by superscript digits.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³]|conin\$|conout\$|clock\$)[ .]*(?:\.|$)", re.IGNORECASE)
_UNSAFE = re.compile('[\\x00-\\x1f\\x7f-\\x9f\u2028\u2029\ufffd\ud800-\udfff/\\\\:?"*<>|]')
_BEGINNING = re.compile(r"^[\s._#~]+")
_END = re.compile(r"(?<![\s.~])[\s.~]++$")
# What holds for most names, found at once.
_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]{4,99}(?:\.[a-z0-9]+)?|[0-9]{1,9}")
# Without any of these no path leads out of its folder.
_LEADS_UP = re.compile(r"(?:^|/)\.\.?(?:/|$)|[%\\\0．․﹒‥／∕⁄＼∖﹨\udcc0\udcc1\udce0]")
# What old servers and code pages of Windows take for dots and slashes: letters like them, codes of Unicode, and UTF-8
# that is longer than it may be (RFC 3629, 10).
_LIKENESSES = str.maketrans(
    {**dict.fromkeys("．․﹒", "."), "‥": "..", **dict.fromkeys("／∕⁄", "/"), **dict.fromkeys("＼∖﹨", "\\")}
)
_UNICODE_CODE = re.compile("%u([0-9a-fA-F]{4})")
_OVERLONG = re.compile(rb"[\xc0\xc1][\x80-\xbf]|\xe0[\x80-\x9f][\x80-\xbf]")
# Halves of characters, which Python's texts can hold and no file.
SURROGATES = re.compile("[\ud800-\udfff]")
# Halves of a character of UTF-16 that stand for no byte of a file's name either.
_HALF_SIGN = re.compile("[\ud800-\udc7f\udd00-\udfff]")
_QUERY = re.compile("[?#]")
_INVALID_CODE = re.compile("%(?![0-9a-fA-F]{2})")


def name_fault(name: str) -> str:
    """Why not every file system and host takes a name, as the rest of a sentence that begins with it; "" if all do."""
    if _PLAIN.fullmatch(name):
        return ""
    fault = disk_fault(name)
    if fault:
        return fault
    if _BEGINNING.match(name):
        return f'begins with "{name[0]}", and GitHub Pages leaves such names out'
    return 'ends with "~", and GitHub Pages leaves such names out' if name[-1] == "~" else ""


def disk_fault(name: str) -> str:
    """Why not every file system takes a name, as `name_fault` says it; "" if all do."""
    if not name:
        return "is no name"
    if leaves_folder(name) or ("/" in unquote(name) and "/" not in name):
        return "leads out of its folder"
    if "/" in name:
        return "is more than one name"
    unsafe = _UNSAFE.search(name)
    if unsafe:
        sign = unsafe[0] if unsafe[0].isprintable() else f"U+{ord(unsafe[0]):04X}"
        return f"holds {sign}, which Windows does not take"
    if _DEVICE.match(name):
        return "is the name of a device on Windows"
    if name[-1] == "." or name[-1].isspace():
        return f'ends with "{name[-1]}", which Windows does not keep'
    return f"is longer than {_LONGEST_NAME} bytes" if _size(name) > _LONGEST_NAME else ""


def path_fault(path: str) -> str:
    """Why not every file system and host takes a path, as a clause; "" if all do. A "/" may begin and end it."""
    names = path.removeprefix("/").removesuffix("/").split("/")
    for name in names if names != [""] else ():
        fault = name_fault(name)
        if fault:
            return f'"{name}" {fault}'
    return f"it is longer than {_LONGEST_PATH} bytes" if _size(path) > _LONGEST_PATH else ""


def leaves_folder(path: str) -> bool:
    """Whether a path leads out of its folder, or would if a server decoded it, once or more often."""
    if not _LEADS_UP.search(path):
        return False
    while True:
        if any(part in (".", "..") or "\\" in part or "\0" in part for part in path.split("/")):
            return True
        if ".." in re.split(r"[/\\]", path.translate(_LIKENESSES)):
            return True
        decoded = _decode(path)
        if decoded == path:
            return False
        path = decoded


def _decode(path: str) -> str:
    """A path with its percent codes decoded once, as the most lenient server would."""
    path = _HALF_SIGN.sub("?", _UNICODE_CODE.sub(lambda code: chr(int(code[1], 16)), path))
    raw = unquote_to_bytes(path.encode("utf-8", "surrogateescape"))
    return _OVERLONG.sub(_shorten, raw).decode("utf-8", "surrogateescape")


def _shorten(overlong: re.Match[bytes]) -> bytes:
    """The character that bytes of overlong UTF-8 stand for."""
    code = 0
    for byte in overlong[0][1:]:
        code = code << 6 | byte & 0x3F
    return chr((overlong[0][0] & 0x1F) << 6 * (len(overlong[0]) - 1) | code).encode()


def safe_name(name: str) -> str:
    """A name that every file system and host takes: the name itself, or one made of it, with a mark of its own."""
    if not name_fault(name):
        return name
    stem, dot, ending = name.rpartition(".")
    if not stem or not ending.isascii() or not ending.isalnum() or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = name, "", ""
    # A dot in it might end the name of a device, and "%" begin a code.
    plain = re.sub("[.%]", "-", _UNSAFE.sub("-", stem)).strip()
    plain = _END.sub("", _BEGINNING.sub("", plain)).strip("-_~# ") or "name"
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK]
    end = f"-{mark}{dot}{ending}"
    return plain.encode()[: _LONGEST_NAME - len(end)].decode(errors="ignore") + end


def safe_path(path: str) -> str:
    """A path of which every name is one that every file system and host takes. A "/" may begin and end it."""
    if "//" in path:
        path = re.sub("/{2,}", "/", path)
    return "/".join([safe_name(name) if name else "" for name in path.split("/")])


def decode_address(address: str) -> str:
    """The path that a percent-encoded one means. Raises ValueError for a code that stands for no character of UTF-8."""
    if "%" not in address:
        return address
    if _INVALID_CODE.search(address):
        raise ValueError("a percent code has two hexadecimal digits")
    try:
        return unquote_to_bytes(os.fsencode(address)).decode()
    except UnicodeError:
        raise ValueError("a percent code stands for no letter") from None


def split_path(address: str) -> tuple[str, str]:
    """The path of an address, and its query and fragment with their signs."""
    path = _QUERY.split(address, maxsplit=1)[0]
    return path, address[len(path) :]


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
