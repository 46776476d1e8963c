"""The summary report composed from figures, statements and exemplars, every passage with its sources. Pure."""
