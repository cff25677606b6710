"""The fields of an article on its page."""
