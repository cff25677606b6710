"""Files that are made to fill the memory or to take for ever are read or refused, in bounded memory, and told."""

import multiprocessing
import os
import pkgutil
import resource
import sys
import traceback
from pathlib import Path
from typing import NamedTuple

import pytest

import newsgen
from newsgen.cli import main
from tests.support.import_attacks import ATTACKS

# The others run with the tests that take hours.
_OFTEN = ("wxr", "html", "mhtml", "warc", "wacz", "zip", "table")
# Bytes of address space that the command may take beside what it begins with, seconds of the processor after which it
# has no end, and seconds after which it is known to wait for what never comes.
_MEMORY, _ENDLESS, _WAITING = 3 << 29, 120, 1800
_CRASHED = 70


class _Ended(NamedTuple):
    """The status of a command that has ended, and what it said."""

    status: int
    said: str


@pytest.fixture(scope="module")
def copies() -> multiprocessing.context.ForkServerContext:
    """Processes that begin with all modules, copied from one that has no threads, whose locks would stay shut."""
    modules = [module.name for module in pkgutil.walk_packages(newsgen.__path__, "newsgen.")]
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*(name for name in modules if not name.endswith("__main__")), __name__])
    return context


def _run(copies: multiprocessing.context.ForkServerContext, output: Path, *arguments: str) -> _Ended:
    """Run a command of newsgen within the limits, in a process of its own."""
    process = copies.Process(target=_be_command, args=(output, arguments))
    process.start()
    process.join(_WAITING)
    status = process.exitcode
    process.kill()
    assert status is not None, f"{arguments} does not end"
    return _Ended(status, output.read_text(encoding="utf-8", errors="replace"))


def _be_command(output: Path, arguments: tuple[str, ...]) -> None:
    status: object = _CRASHED
    held = sys.stdout
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        memory = pages * resource.getpagesize() + _MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (_ENDLESS, _ENDLESS))
        handle = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(handle, 1)
        os.dup2(handle, 2)
        # The command puts others in their place, and what nobody holds is closed.
        held = sys.stdout = sys.stderr = os.fdopen(1, "w", encoding="utf-8", errors="replace")
        main(list(arguments))
    except SystemExit as ended:
        status = ended.code
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        held.flush()
        os._exit(int(status or 0) if isinstance(status, int | None) else _CRASHED)


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.long if name.startswith(_OFTEN) else pytest.mark.hours) for name in ATTACKS],
)
def test_a_file_that_attacks_is_read_or_refused_within_limits(
    tmp_path: Path, name: str, copies: multiprocessing.context.ForkServerContext
) -> None:
    attack = ATTACKS[name]
    source = attack.write(tmp_path / "source")
    site = tmp_path / "site"
    site.mkdir()
    ended = _run(copies, tmp_path / "said", "import", attack.format, str(source), "--root", str(site))
    assert "Traceback" not in ended.said, ended.said[-3_000:]
    assert ended.status in ((1,) if attack.told else (0, 1)), ended.said[-3_000:]
    assert attack.told in ended.said
    if attack.told:
        assert source.name in ended.said
    if any(site.rglob("*.md")):
        built = _run(copies, tmp_path / "said", "build", "--root", str(site), "--workers", "1")
        assert "Traceback" not in built.said, built.said[-3_000:]
        assert built.status in (0, 1), built.said[-3_000:]
