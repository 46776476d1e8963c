"""Official documents: drafted from what the conference knows, approved, numbered, issued, found again.

Nouns: Document, Step, Template, Recipient, Register, Entry, Batch, Copy.
May use core, reading, accounts, units, plans, conferences.
"""
