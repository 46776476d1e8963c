"""What this room gives to the volume: the accepted papers."""

from tongket.core.findings import words
from tongket.documents.parts import Part, register_part
from tongket.papers.queries.chapters import chapters_of


def register() -> None:
    """Adds the papers to the volume."""
    register_part(Part("papers", words("Tham luận"), 30, chapters_of))
