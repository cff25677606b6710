"""The command `newsgen learn`."""
