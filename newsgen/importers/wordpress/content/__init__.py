"""The texts of WordPress, of its classic editor and of its blocks, as HTML and then as Markdown."""
