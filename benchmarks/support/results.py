"""Results as JSON lines, one for each engine, case and size."""

from __future__ import annotations

import json
import statistics
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Result:
    """One engine's rounds of one case. `wall` and `cpu` are seconds per round; `memory` is MB, 0 if not watched.

    `written` is the number of files that a build wrote, `pages` the number of HTML pages that the site then had.
    `machine` has the number of cores, the CPU's name and the memory in GB.
    """

    engine: str
    version: str
    size: int
    case: str
    related: bool
    wall: tuple[float, ...]
    cpu: tuple[float, ...]
    memory: float
    written: int
    pages: int
    machine: Mapping[str, str | int]
    date: str

    @property
    def key(self) -> tuple[int, bool, str, str]:
        """What identifies the measurement; a newer result with the same key replaces an older one."""
        return self.size, self.related, self.case, self.engine

    @property
    def median_wall(self) -> float:
        """The median of wall time in seconds."""
        return statistics.median(self.wall)

    @property
    def median_cpu(self) -> float:
        """The median of CPU time in seconds."""
        return statistics.median(self.cpu)


def read_results(file: Path) -> list[Result]:
    """The results of a file, in its order."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        found.append(Result(**{**data, "wall": tuple(data["wall"]), "cpu": tuple(data["cpu"])}))
    return found


def write_result(result: Result) -> str:
    """A result as a line of JSON, its figures rounded to what is significant."""
    data = asdict(result)
    data["wall"] = [round(seconds, 3) for seconds in result.wall]
    data["cpu"] = [round(seconds, 3) for seconds in result.cpu]
    data["memory"] = round(result.memory, 1)
    return json.dumps(data, ensure_ascii=False)


def save_results(file: Path, results: Iterable[Result]) -> None:
    """Save results in a file; they replace older ones for the same engine, case and size."""
    known = {result.key: result for result in (read_results(file) if file.exists() else [])}
    known.update({result.key: result for result in results})
    file.write_text("".join(f"{write_result(result)}\n" for _, result in sorted(known.items())), encoding="utf-8")
