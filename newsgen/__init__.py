"""Turn a folder of article text into a permanent news archive of plain files."""

__version__ = "0.1.0"
