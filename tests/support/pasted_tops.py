"""An article whose top is given, for the tests of the lines above a body."""

from newsgen.sources.pasted.line import split_lines
from newsgen.sources.pasted.observe import observe
from newsgen.sources.pasted.top import label_top

HEADLINE = "Ferry returns to the Salt Quay after four months"
BODY = """The ferry came back to the Salt Quay on Tuesday, four months after it was sold.
It carried eleven cars, a horse box and the island's only postman, who had come over to see his sister.
“I had stopped looking,” said Lowenna Hext, who has run the ticket office since the autumn of 1994."""


def roles(top: str) -> list[str]:
    """The roles of the lines above the body, of which HEADLINE is the headline."""
    lines = split_lines(f"{top}\n{BODY}", 1)
    start = len(split_lines(top, 1))
    headline = next((place for place in range(start) if lines[place].text == HEADLINE), -1)
    return [label.role for label in label_top(lines, [observe(line.text) for line in lines], headline, 0.9, start)]
