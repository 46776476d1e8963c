"""What a document must look like: one file per rule of the form, each a function of what was seen in the file. Pure."""
