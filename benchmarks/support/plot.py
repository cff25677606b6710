"""Plot time and memory by the size of the archive: an SVG with logarithmic scales, for light and dark."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

_PANEL, _HIGH, _LEFT, _TOP, _GAP, _LINE_HEIGHT = 300, 240, 56, 48, 120, 15
_COLOURS = (("#8f1d14", "#ff9d8f"), ("#14508f", "#8fc1ff"), ("#4d6b12", "#b9d977"), ("#6b3d8f", "#d2a8f0"))
# Besides colours, so that the lines differ in print and for colour-blind readers.
_DASHES = ("", "6 3", "2 3", "8 3 2 3")


class Line(NamedTuple):
    """An engine's points: size and figure, both above 0."""

    name: str
    points: tuple[tuple[float, float], ...]


class Panel(NamedTuple):
    """One of the diagrams side by side."""

    title: str
    lines: tuple[Line, ...]


class Scale(NamedTuple):
    """A logarithmic axis: its first and last power of ten, and their coordinates."""

    low: int
    high: int
    start: float
    end: float

    def coordinate(self, value: float) -> float:
        """The coordinate of a value."""
        share = (math.log10(value) - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)

    def marks(self) -> list[int]:
        """The powers of ten."""
        return list(range(self.low, self.high + 1))


def draw_plot(panels: Sequence[Panel], title: str, description: str) -> str:
    """The SVG. Every engine has the same colour in all panels."""
    names = list(dict.fromkeys(line.name for panel in panels for line in panel.lines))
    wide = _LEFT + len(panels) * (_PANEL + _GAP)
    high = _TOP + _HIGH + 56
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" role="img" '
        'aria-labelledby="title description">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        _style(),
        f'<rect class="paper" width="{wide}" height="{high}"/>',
    ]
    for index, panel in enumerate(panels):
        parts += _draw_panel(panel, names, _LEFT + index * (_PANEL + _GAP))
    return "\n".join([*parts, "</svg>\n"])


def _style() -> str:
    light = "".join(f".c{n} {{ --line: {colours[0]} }} " for n, colours in enumerate(_COLOURS))
    dark = "".join(f".c{n} {{ --line: {colours[1]} }} " for n, colours in enumerate(_COLOURS))
    dashes = "".join(f".c{n} path {{ stroke-dasharray: {dash or 'none'} }} " for n, dash in enumerate(_DASHES))
    return (
        "<style>svg { font: 13px system-ui, sans-serif; --paper: #fff; --ink: #222; --grid: #ddd } "
        ".paper { fill: var(--paper) } text { fill: var(--ink) } .grid { stroke: var(--grid) } "
        "path { fill: none; stroke: var(--line); stroke-width: 2 } circle, .name { fill: var(--line) } "
        f".head {{ font-weight: bold }} {light}{dashes}"
        f"@media (prefers-color-scheme: dark) {{ svg {{ --paper: #16181b; --ink: #ddd; --grid: #3a3d42 }} {dark}}}"
        "</style>"
    )


def _draw_panel(panel: Panel, names: Sequence[str], left: float) -> list[str]:
    """Grid, marks and lines of one panel; an engine's name is at the end of its line."""
    points = [point for line in panel.lines for point in line.points]
    if not points:
        return []
    across = _make_scale([size for size, _ in points], left, left + _PANEL)
    up = _make_scale([value for _, value in points], _TOP + _HIGH, _TOP)
    parts = [f'<text class="head" x="{left}" y="24">{escape(panel.title)}</text>']
    for power in across.marks():
        x = across.coordinate(10**power)
        parts.append(f'<line class="grid" x1="{x}" x2="{x}" y1="{up.end}" y2="{up.start}"/>')
        parts.append(f'<text x="{x}" y="{up.start + 20}" text-anchor="middle">{10**power:,}</text>')
    for power in up.marks():
        y = up.coordinate(10**power)
        parts.append(f'<line class="grid" x1="{across.start}" x2="{across.end}" y1="{y}" y2="{y}"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{_write_power(power)}</text>')
    parts.append(f'<text x="{left + _PANEL / 2}" y="{up.start + 42}" text-anchor="middle">articles</text>')
    ends = {line.name: up.coordinate(max(line.points)[1]) for line in panel.lines}
    heights = _keep_apart(ends)
    for line in panel.lines:
        spots = [(across.coordinate(size), up.coordinate(value)) for size, value in sorted(line.points)]
        parts.append(f'<g class="c{names.index(line.name) % len(_COLOURS)}">')
        parts.append(f'<path d="M{" L".join(f"{x} {y}" for x, y in spots)}"/>')
        parts += [f'<circle cx="{x}" cy="{y}" r="3"/>' for x, y in spots]
        x, y = spots[-1][0] + 8, heights[line.name] + 4
        parts.append(f'<text class="name" x="{x:.1f}" y="{y:.1f}">{escape(line.name)}</text></g>')
    return parts


def _keep_apart(ends: Mapping[str, float]) -> dict[str, float]:
    """The heights of the names at the ends of the lines, moved down where two would overlap."""
    heights: dict[str, float] = {}
    lowest = -math.inf
    for name, height in sorted(ends.items(), key=lambda end: end[1]):
        lowest = heights[name] = max(height, lowest + _LINE_HEIGHT)
    return heights


def _make_scale(values: Sequence[float], start: float, end: float) -> Scale:
    """The axis from the power of ten below all values to the one above; they differ by at least one."""
    low = math.floor(math.log10(min(values)))
    return Scale(low, max(math.ceil(math.log10(max(values))), low + 1), start, end)


def _write_power(power: int) -> str:
    return f"{10**power:,}" if power >= 0 else f"{10**power:.{-power}f}"
