"""Work on other machines, which share the site's folder: the job that is published there, and who hands it out."""
