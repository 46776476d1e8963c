"""The standard form of a paper: one layout for the checks, the page that shows it, and the bound volume."""
