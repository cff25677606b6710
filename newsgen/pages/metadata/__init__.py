"""The metadata of a story for programs: head tags, JSON-LD and citations."""
