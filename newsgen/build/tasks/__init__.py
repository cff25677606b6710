"""The work of worker processes: each task is a function of a `Worker` and a batch."""
