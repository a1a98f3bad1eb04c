"""Reads the text of a new article and drafts what an editor may take into the records, one by one."""
