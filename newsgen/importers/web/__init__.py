"""From captures of web pages, whatever holds them, to articles."""
