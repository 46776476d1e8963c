"""Synthesis: the summary report out of the units' reviews; themes, draft with sources, recommendations followed up.

May use every room before it, of the papers only what any room may.
"""
