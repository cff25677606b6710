"""Text processing that needs no archive: encoding, YAML, languages, HTML and links, similarity."""
