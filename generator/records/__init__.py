"""What editors write: the models of records, how they are read, and problems in them."""

SCHEMAS = "sources/schemas"
"""Where the schemas for text editors stand; known without loading the models."""
