"""The files in ZIP archives, of which neither the sizes nor the names are believed."""
