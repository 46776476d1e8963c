"""The kinds of file that are read."""

from enum import StrEnum


class Kind(StrEnum):
    """A kind of file, by content."""

    TEXT = "text"
    DOCX = "docx"
    PDF = "pdf"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"
    PICTURE = "picture"


# Kinds that another program must turn into .docx first.
FOREIGN = frozenset({Kind.DOC, Kind.ODT, Kind.RTF})
