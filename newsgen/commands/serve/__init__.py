"""The command `newsgen serve`."""
