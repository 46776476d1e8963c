"""Files of others made safe: bytes in, lines and tables out. May use core; knows nothing of Django."""
