"""The pages: each module makes the pages of one sort from the archive; templates hold their words."""
