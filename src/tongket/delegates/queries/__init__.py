"""What pages, documents and the bound volume ask of delegates."""
