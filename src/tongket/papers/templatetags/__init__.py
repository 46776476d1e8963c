"""How pages say figures of papers."""
