"""What editors write: the models of records, how they are read, and problems in them."""
