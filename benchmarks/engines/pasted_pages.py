"""Measure how long reading a pasted page takes, and that its time is linear in the length of the text.

    python -m benchmarks.engines.pasted_pages

prints CPU milliseconds for a text of about 6 KB (the sample archive's pasted pages, extended to that size if they are
shorter), and seconds for very large and adverse texts at three sizes each.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from newsgen.sources.pasted import read_pasted

ARTICLES = Path(__file__).parents[2] / "articles"
SIZE = 6_000
PARAGRAPH = (
    "The ferry came back to the Salt Quay on Tuesday with eleven cars, a horse box and the island's only postman. "
)
# A page with all that the lists and weights of the reader are for.
FIRST = "\n\n".join(
    ["News", "Harbour", "The ferry is back", "By Ada Quill", "Tuesday, 12 March 2019", "The eleven cars came with it"]
    + [PARAGRAPH] * 3
    + ["Read more", "The postman of the Salt Quay", PARAGRAPH]
)


def texts_of_a_page() -> list[str]:
    """The sample's pasted pages, cut or extended to about 6 KB."""
    pages = [file.read_text(encoding="utf-8") for file in sorted(ARTICLES.rglob("*.txt"))]
    return [(page + "\n\n" + PARAGRAPH * 40)[:SIZE] for page in pages]


def cpu_seconds(text: str) -> float:
    """The CPU time of one reading."""
    started = time.process_time()
    read_pasted(text, 1, "benchmark")
    return time.process_time() - started


def main() -> None:
    """Print the table."""
    texts = texts_of_a_page()
    # The first reading loads all that is known of languages; then each page is read once, as in a build.
    loading = cpu_seconds(FIRST)
    times = [cpu_seconds(text) for text in texts]
    print(f"phrases, names and weights: {1000 * loading:.0f} ms of CPU time, once")
    print(f"a page of {SIZE:,} characters: {1000 * statistics.mean(times):.2f} ms of CPU time")
    adverse = {
        "paragraphs, 5 MB": lambda share: "A headline\n\n" + (PARAGRAPH * 3 + "\n\n") * int(15_000 * share),
        "one line, 1 MB": lambda share: "A headline\n" + "word, " * int(170_000 * share),
        # Other lines at each size, as short ones are cached.
        "200,000 short lines": lambda share: "\n".join(f"Part {n:06} {share}" for n in range(int(200_000 * share))),
        "1 MB of one character": lambda share: "." * int(1_000_000 * share),
    }
    for name, make in adverse.items():
        times = [cpu_seconds(make(share)) for share in (0.25, 0.5, 1.0)]
        print(f"{name}: " + ", ".join(f"{seconds:.2f} s" for seconds in times) + " at a quarter, a half, the whole")


if __name__ == "__main__":
    main()
