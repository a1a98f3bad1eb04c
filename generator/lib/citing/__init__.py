"""Citations: what is cited, in the forms of style guides and of reference managers."""

from generator.lib.citing.item import Author, Issued, Item, Original, issued, split_name
from generator.lib.citing.styles import apa, chicago, mla
