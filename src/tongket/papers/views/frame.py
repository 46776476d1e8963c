"""The frame around a page of this room: the office's sections stand beside it, a unit has none to go to."""

from tongket.conferences.access import Rights


def frame_for(rights: Rights) -> str:
    """The template that a page extends for this reader."""
    return "core/base.html" if rights.is_host else "core/plain.html"
