"""The command `newsgen publish`."""
