"""The body of an article on its page: which blocks are its own, and their HTML."""
