"""A generator of static documentary sites: it reads sourced records, checks them and writes pages."""

__version__ = "0.1.0"
