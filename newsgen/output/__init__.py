"""From bytes to files: atomic writes, the register, the manifest, dumps."""
