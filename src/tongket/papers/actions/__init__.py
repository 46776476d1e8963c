"""What happens to papers and remarks."""
