"""What a .docx shows on paper, as values: pages, paragraphs in their dress, and the components recognised in them."""
