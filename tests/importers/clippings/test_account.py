"""The account of an import of clippings: each line of any file stands in it once, however the file is damaged."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.clippings.test_languages import CASES
from tests.sources.exports.test_ebsco import BELOW, LABELS, SECOND
from tests.sources.exports.test_pressreader import BODY, LINK
from tests.support.clippings import read_text
from tests.support.exports import FACTIVA, FACTIVA_CODES, NEXIS, NEXIS_UNI, PROQUEST
from tests.support.importing import count_entries, messages_in

_SAMPLES = (
    *(FACTIVA, FACTIVA_CODES, NEXIS, NEXIS_UNI, PROQUEST, LABELS + BELOW + SECOND),
    f"Chain ferry returns\nThe Sorrel Courant · 3 Mar 2015\n{BODY}{LINK}\n",
    *(text for text, _ in CASES.values()),
)
_LINES = [sample.split("\n") for sample in _SAMPLES]


@st.composite
def damaged_exports(draw: st.DrawFn) -> str:
    """Exports one below the other, some of whose lines are gone, doubled or in another place."""
    lines: list[str] = []
    for sample in draw(st.lists(st.sampled_from(_LINES), min_size=1, max_size=3)):
        lines += sample
    for _ in range(draw(st.integers(0, 4))):
        place, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["delete", "double", "swap", "blank"])):
            case "delete":
                del lines[place]
            case "double":
                lines.insert(place, lines[other])
            case "swap":
                lines[place], lines[other] = lines[other], lines[place]
            case "blank":
                lines.insert(place, "")
        lines = lines or [""]
    return "\n".join(lines)


@given(damaged_exports())
@settings(max_examples=60, deadline=None)
def test_every_line_stands_in_the_account_once(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = read_text(Path(folder), text)
        if messages_in(found):
            return
        lines = [line for line in text.split("\n") if line.strip()]
        assert count_entries(found, "line").total() == len(lines)
