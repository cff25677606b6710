"""Which articles have a word, a phrase or a name, or meet another condition."""
