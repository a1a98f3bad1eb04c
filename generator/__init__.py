"""A generator of static documentary sites: it reads sourced records, checks them and writes pages."""
