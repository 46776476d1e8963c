"""The bound volume of a conference (kỷ yếu): its parts in order, built anew when one changes, for screen and print.

Nouns: Volume, VolumePart, Build. Uses papers, documents, conferences and what stands before them.
"""
