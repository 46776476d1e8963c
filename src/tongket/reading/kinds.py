"""The kinds of file that have a reader."""

from enum import StrEnum


class Kind(StrEnum):
    """A kind of file, by content."""

    TEXT = "text"
    DOCX = "docx"
    PDF = "pdf"
