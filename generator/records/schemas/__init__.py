"""What editors may write, told to programs: the fields of every kind and a JSON Schema of each.

The models are the one place where fields stand; the schemas, the reference page and the forms in the browser
are made from the tree of fields here.
"""

FOLDER = "sources/schemas"
