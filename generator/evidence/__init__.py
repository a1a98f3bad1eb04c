"""Evidence: quotations found letter for letter in articles, locked, and kept within the authors' rights."""
