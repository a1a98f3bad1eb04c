"""Takes a captured article in: reads the file, labels its paragraphs and drafts its source record."""
