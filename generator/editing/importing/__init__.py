"""Takes in records that were kept elsewhere, in tables or by reference managers, as drafts."""
