"""Input of this room made into clean values, one module for each kind of thing typed."""
