"""Texts by which attackers make programs leave a folder, generated: encodings, separators, names of other systems."""

from __future__ import annotations

from collections.abc import Iterator

# How "two dots" is written so that a check misses it and what comes later does not.
_CLIMBS = (
    *("..", "%2e%2e", "%2E.", ".%2e", "%252e%252e", "%25252e%25252e", "．．", "․․", "‥", "%c0%ae%c0%ae", "%C0%AE."),
    *("%e0%80%ae%e0%80%ae", "%uff0e%uff0e", "%u002e%u002e", "&#46;&#46;", "&period;&period;", ".. ", " ..", "..."),
    *("..;", "..%00", ".\u200b.", "..\u202e"),
)
_SEPARATORS = (
    *("/", "\\", "%2f", "%5c", "%2F", "%252f", "%255c", "／", "＼", "∕", "⁄", "%c0%af", "%c1%9c", "//", "/./"),
    *("&#47;", "\\/"),
)
_DEVICES = ("con", "PRN", "aux", "NUL", "com1", "lpt9", "com¹", "conin$", "CLOCK$")
_DEVICE_ENDS = ("", ".txt", ".html", " ", ".", ":x", "/x")
_ABSOLUTE = (
    *("/", "//", "///", "/x", "//x", "/etc/hostname", "//etc/hostname", "///etc/hostname", "/%2fetc/hostname"),
    *("%2fetc%2fhostname", "/./etc/hostname", "/proc/self/environ", "/dev/stdin", "\\x", "\\\\server\\share\\x"),
    *("//server/share/x", "\\\\?\\C:\\x", "\\\\.\\pipe\\x", "//?/C:/x", "C:\\x", "C:/x", "C:x", "c:", "Z:\\..\\x"),
    *("file:///etc/hostname", "file://localhost/etc/hostname", "file:/etc/hostname", "file:../../outside/x"),
    *("FILE:///etc/hostname", "~", "~/x", "~root/x", "~/../x", "$HOME/x", "${HOME}/x", "%HOME%/x", "`id`", "$(id)"),
)
_ENDS = ("x.", "x..", "x ", "x. .", " x", "\tx", "x\t", ".x", "..x", "x/.", "x/..", "./x", ".", "..", "...", ". .", "")
_OWN = (
    *(".git/config", ".htaccess", ".newsgen", ".newsgen/state.sqlite", ".newsgen-files", ".newsgen-half-1", ".env"),
    *("public", "../site.yaml", "/../site.yaml", "../permalinks.tsv", "x:y", "x::$DATA", "index.html:x", "*", "?x"),
    *(
        "#x",
        "|x",
        "<x>",
        '"x"',
        "x%",
        "%",
        "%zz",
        "%0",
        "{slug}",
        "{path}",
        "{x.__class__}",
        "{0}",
        "%s%n",
        "-rf",
        "--",
    ),
    # Links that the test's folder has: to a folder outside, to a file outside, and to the folder above.
    *("link/x", "link/secret.jpg", "link", "secret-link.jpg", "up/outside/secret.jpg", "up/x", "/link/x", "/up/x"),
    *("/media/link/secret.jpg", "/media//etc/hostname", "media//etc/hostname", "/media/%2fetc/hostname"),
)
_LONG = ("a" * 255, "a" * 256, "a" * 300, "a" * 5_000, "é" * 200, "字" * 120, "a/" * 300, "../" * 300, "/.." * 300)


def path_tricks(outside: str = "") -> tuple[str, ...]:
    """All tricks, each once; `outside` is the whole path of the folder which they try to reach."""
    return tuple(dict.fromkeys((*_few(outside), *_rest(outside))))


def few_path_tricks(outside: str = "") -> tuple[str, ...]:
    """One trick or two of each sort."""
    return tuple(_few(outside))


def _few(outside: str) -> Iterator[str]:
    yield from ("../../outside/x", "/../../outside/x", "/..%2f..%2foutside%2fx", "/%2e%2e/x", "%252e%252e%252foutside")
    yield from ("..\\..\\x", "C:\\x", "\\\\server\\share\\x", "x\0y", "\0", "/etc/hostname", "file:///etc/hostname")
    yield from (
        "con",
        "aux.html",
        "x.",
        "x ",
        "~root",
        "．．／．．／x",
        "%c0%ae%c0%ae%c0%af",
        "a" * 300,
        "link/secret.jpg",
    )
    yield from (
        "/media//etc/hostname",
        "/media/link/secret.jpg",
        "up/outside/secret.jpg",
        ".htaccess",
        "\x1b[31m",
        "\udcff",
    )
    yield from (f"{outside}/secret.jpg", f"/media/{outside}/secret.jpg", f"file://{outside}/secret.jpg")


def _rest(outside: str) -> Iterator[str]:
    for climb in _CLIMBS:
        for separator in _SEPARATORS:
            yield f"{climb}{separator}" * 3 + "outside" + separator + "x"
    for climb in _CLIMBS:
        yield from (f"/{climb}/x", f"x/{climb}/{climb}/outside/x", f"/{climb}", climb, f"x{climb}", f"/x/{climb}")
    yield from (device + end for device in _DEVICES for end in _DEVICE_ENDS)
    for code in (*range(0x20), 0x7F, 0x85, 0xA0, 0x2028, 0x202E, 0xFEFF, 0xFFFE, 0xD800, 0xDC80, 0x10FFFF):
        yield from (f"x{chr(code)}y", f"..{chr(code)}/x")
    yield from _ABSOLUTE
    yield from _ENDS
    yield from _OWN
    yield from _LONG
    for before in ("", "/media/", "/media//", "file://", "media/", "static/", "/static/", "//", "x/../"):
        yield from (
            f"{before}{outside}/secret.jpg",
            f"{before}../outside/secret.jpg",
            f"{before}../../outside/secret.jpg",
        )
