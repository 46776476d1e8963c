"""Small parts of the report's pages."""
