"""The six papers of the model plan's authors in Markdown, for the demo: people, figures and places are made up."""
