"""A server that shows the site as it is edited and tells browsers of changes."""
