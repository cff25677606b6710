"""How alike articles are, told from their own texts and from what is known of their languages alone."""
