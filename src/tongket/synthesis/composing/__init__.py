"""The summary report composed from figures, statements and exemplars, every passage with its sources. Pure."""

from tongket.synthesis.composing.skeleton import compose
from tongket.synthesis.composing.values import Material

__all__ = ["Material", "compose"]
