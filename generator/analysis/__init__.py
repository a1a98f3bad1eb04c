"""What is computed of records: standings, origins, links, coverage, differences and releases."""
