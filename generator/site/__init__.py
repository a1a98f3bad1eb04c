"""From pages to a finished site."""
