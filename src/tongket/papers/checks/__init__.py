"""What is looked at in a paper, one check a file; pure: values in, findings out."""
