"""From the archive to `Page`s: which files there are, and what each shows."""
