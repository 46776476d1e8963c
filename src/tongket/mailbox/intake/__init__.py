"""What a message that came in is: noise or matter, from whom, for which duty, and how sure that is. Pure."""
