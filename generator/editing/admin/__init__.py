"""Editing records in a browser on this machine, with the forms of Sveltia CMS; no part of the public site."""
