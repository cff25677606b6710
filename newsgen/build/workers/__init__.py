"""Worker processes: the pool, its tasks, and what is kept on disk between them."""
