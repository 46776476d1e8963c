"""From facts to duties."""
