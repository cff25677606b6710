"""NITF, the News Industry Text Format."""
