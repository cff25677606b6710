"""Use what was learnt from the other texts of a folder: lines that recur, and the places of fields among them."""
