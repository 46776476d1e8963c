"""Assigned presentations (tham luận) and remarks of units: versions, checks, rounds, order.

Nouns: Paper, PaperVersion, Comment, Remark. Uses documents, mailbox, conferences and what stands before them.
"""
