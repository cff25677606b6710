"""XML files of any encoding as trees, one an item, without fetching or growing anything."""
