"""PDF files with text as printed lines in reading order: what stands on the page, column by column."""
