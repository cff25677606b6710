"""What a text gives by itself: encoding, YAML, languages, HTML and links, similarity."""
