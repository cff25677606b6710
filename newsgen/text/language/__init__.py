"""Languages: tags, detection, tokens and stems, translated messages and dates."""
