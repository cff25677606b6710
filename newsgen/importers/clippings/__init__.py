"""Articles from the exports of news databases: of each file all documents, whatever kind of file it is."""
