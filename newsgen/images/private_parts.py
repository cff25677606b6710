"""What a film, a sound or a document says of where, when and by what it was made."""

from __future__ import annotations

from newsgen.images.boxes import Content
from newsgen.images.documents import find_places, is_pdf
from newsgen.images.films import Blank, find_private_parts, is_film
from newsgen.images.sounds import find_private_tags


def find_in_file(content: Content) -> list[Blank]:
    """What is to be blanked in a file, whatever its name says.

    Raises ValueError where it cannot be found, though it is there.
    """
    if is_film(content):
        return find_private_parts(content)
    return find_places(content) if is_pdf(content) else find_private_tags(content)
