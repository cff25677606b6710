"""An article with a given top, for tests of the lines above the body."""

from newsgen.sources.pasted.labels.above_body import label_above_body
from newsgen.sources.pasted.line import split_lines
from newsgen.sources.pasted.line_features import features_of

HEADLINE = "Ferry returns to the Salt Quay after four months"
BODY = """The ferry came back to the Salt Quay on Tuesday, four months after it was sold.
It carried eleven cars, a horse box and the island's only postman, who had come over to see his sister.
“I had stopped looking,” said Lowenna Hext, who has run the ticket office since the autumn of 1994."""


def roles(top: str) -> list[str]:
    """The roles of the lines above the body; HEADLINE is the headline."""
    lines = split_lines(f"{top}\n{BODY}", 1)
    start = len(split_lines(top, 1))
    headline = next((index for index in range(start) if lines[index].text == HEADLINE), -1)
    return [
        label.role
        for label in label_above_body(lines, [features_of(line.text) for line in lines], headline, 0.9, start)
    ]
