"""General tools that know no record: dates, citations, languages, text, git and the Wayback Machine."""
