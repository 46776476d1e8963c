"""The six papers of the model plan's authors, written for the demo in Markdown: people, figures and places are made up."""
