"""Word's .docx as lines: what the page shows, in the order of the document, with Word's own numbering counted."""
