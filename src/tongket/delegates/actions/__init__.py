"""What people do with delegates; each change leaves a line in the trail."""
