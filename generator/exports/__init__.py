"""The documentary's records as data, in the formats of the field."""
