"""Pages of the summary report."""
