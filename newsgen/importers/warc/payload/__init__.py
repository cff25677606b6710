"""What a record holds: an answer of HTTP, and the codings of its content."""
