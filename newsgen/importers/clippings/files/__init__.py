"""The text of the kinds of files that databases export: plain text, RTF, DOCX and HTML, with the links in it."""
