"""The version of newsgen."""

__version__ = "0.1.0"
