"""People who log in, and links that need no password. May use core and reading."""
