"""From other systems' files to records."""
