"""The map: where the places lie, how sure that is, and what is said to have happened there."""
