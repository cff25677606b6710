"""HTML that Markdown lets through: what pages cannot show is rewritten, and the rest sanitised."""
