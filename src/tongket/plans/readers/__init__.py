"""The small readers: one file for each kind of fact, each fact with the words it stands on and how sure it is."""
