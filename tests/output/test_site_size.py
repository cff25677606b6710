"""A built site is compared with what its host takes."""

import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from newsgen.output.manifest import MANIFEST_FILE, manifest_lines
from newsgen.output.site_size import find_passed_limits, measure_site
from newsgen.settings.host_limits import HOSTS, HostLimits, Limit, read_host_limits

LIMITS = [(host, what) for host in HOSTS for what in read_host_limits(host).limits]


def write_site(folder: Path, sizes: dict[str, int | str]) -> None:
    """Write files of these sizes, or with these texts, and their manifest; large ones take no room."""
    for name, size in sizes.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as opened:
            opened.write(size.encode()) if isinstance(size, str) else opened.truncate(size)
    lines = manifest_lines((name, bytes(32)) for name in sorted(sizes))
    (folder / MANIFEST_FILE).write_bytes(b"".join(lines))


def list_site(folder: Path, names: list[str]) -> None:
    """Write the manifest of files that are not there, of which only names are looked at."""
    folder.mkdir(exist_ok=True)
    (folder / MANIFEST_FILE).write_bytes(b"".join(manifest_lines((name, bytes(32)) for name in sorted(names))))


def site_of(folder: Path, what: str, amount: int) -> None:
    """Write a site that has this much of what a host may limit."""
    if what == "files":
        list_site(folder, [f"{number % 100}/{number}" for number in range(amount - 1)])
    elif what == "file_size":
        write_site(folder, {"film.mp4": amount})
    elif what == "total_size":
        write_site(folder, {"a": 10, "b": 0})
        write_site(folder, {"a": amount - (folder / MANIFEST_FILE).stat().st_size, "b": 0})
    elif what == "path_size":
        list_site(folder, ["a/" * ((amount - 1) // 2) + "x" * (amount - (amount - 1) // 2 * 2)])
    elif what == "folder_entries":
        # Names of one to 13 letters take two entries, of 14 to 26 three; the manifest's takes three.
        rest = amount - 3
        three = rest % 2
        two = (rest - 3 * three) // 2
        list_site(folder, [f"{number:026}" for number in range(three)] + [f"{number:013}" for number in range(two)])
    elif what == "redirects":
        write_site(folder, {"_redirects": "# rules\n\n" + "/a /b\n" * amount})
    elif what == "redirects_size":
        write_site(folder, {"_redirects": "/a" + " " * (amount - 5) + "/b\n"})
    else:
        write_site(folder, {"_redirects": "/a" + " " * (amount - 4) + "/b\n"})


@pytest.mark.parametrize(("host", "what"), LIMITS)
def test_a_site_at_a_limit_is_within_it_and_one_more_is_not(tmp_path: Path, host: str, what: str) -> None:
    limit = read_host_limits(host).limits[what]
    # Where the limit is too large for a test, a smaller one stands for it.
    most = min(limit.most, 2_001 if what in ("files", "folder_entries") else 1 << 40)
    smaller = HostLimits(host, {what: Limit(most, limit.fix)})
    for amount, passed in ((most, 0), (most + 1, 1)):
        folder = tmp_path / str(amount)
        folder.mkdir()
        site_of(folder, what, amount)
        assert measure_site(folder)[what].value == amount
        assert len(list(find_passed_limits(folder, smaller))) == passed


def test_what_is_passed_is_told_with_what_to_do(tmp_path: Path) -> None:
    write_site(tmp_path, {"archive.jsonl.gz": 26_214_401, "_redirects": "/a /b\n" * 2_001})
    assert "\n".join(map(str, find_passed_limits(tmp_path, read_host_limits("cloudflare-pages")))) == (
        f"{tmp_path}/archive.jsonl.gz: has 26,214,401 bytes, and Cloudflare Pages takes 26,214,400\n"
        "    Readers would not find all of the site there.\n"
        "    Leave the dumps out with data: [], or the large file out of static/, and keep it in an object store.\n"
        f"{tmp_path}/_redirects: has 2,001 redirects, and Cloudflare Pages takes 2,000\n"
        "    Readers would not find all of the site there.\n"
        "    Let pages redirect alone: take cloudflare out of redirect_rules."
    )


def test_names_that_a_stick_does_not_take_are_told(tmp_path: Path) -> None:
    list_site(tmp_path, ["what?.html", "fine.html"])
    (problem,) = find_passed_limits(tmp_path, read_host_limits("usb-fat32"))
    assert str(problem).split("\n")[0] == (
        f"{tmp_path}/what?.html: a USB stick with FAT32 does not take this name: "
        "it holds ?, which Windows does not take"
    )


def test_every_limit_says_where_it_is_from_and_what_to_do() -> None:
    table = tomllib.loads(files("newsgen.settings").joinpath("host_limits.toml").read_text(encoding="utf-8"))
    assert table.keys() == set(HOSTS)
    for host, what in LIMITS:
        limit = table[host][what]
        assert limit.keys() - {"seen"} == {"most", "fix", "source", "date"}
        assert limit["source"].startswith("https://")
        assert isinstance(limit["date"], date)
        assert limit["fix"].endswith(".")
