"""Pages of papers and remarks."""
