"""`newsgen clips`: one author's work as a small site, and as one page for print."""
