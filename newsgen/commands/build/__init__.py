"""The command `newsgen build`."""
