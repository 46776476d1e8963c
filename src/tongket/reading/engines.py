"""The one place that loads a reading library, so that nobody pays for, or is exposed to, one that is not needed.

Importing them by name here, and only when asked, keeps lxml, pdfium and the encoding tables out of the server's
process and lets the child process start with the one library that its file needs.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

from tongket.reading.kinds import Kind

if TYPE_CHECKING:
    from tongket.reading.document import Document
    from tongket.reading.limits import Limits
    from tongket.reading.manuscript.answer import Draft

_READERS = {
    Kind.TEXT: "tongket.reading.plain",
    Kind.DOCX: "tongket.reading.word.reader",
    Kind.PDF: "tongket.reading.pdf.reader",
}
_MANUSCRIPTS = {
    Kind.DOCX: "tongket.reading.manuscript.docx",
    Kind.PDF: "tongket.reading.manuscript.printed",
}


def reader_of(kind: Kind) -> "Callable[[bytes, Limits], Document]":
    """The function `read` of the module that reads files of `kind`; loading it loads its library."""
    return cast("Callable[[bytes, Limits], Document]", import_module(_READERS[kind]).read)


def drawer() -> "Callable[[bytes, Limits, Sequence[int]], bytes]":
    """The function that draws the pages of a PDF."""
    return cast("Callable[[bytes, Limits, Sequence[int]], bytes]", import_module("tongket.reading.pdf.pictures").draw)


def figure_drawer() -> "Callable[[bytes, Limits], bytes]":
    """The function that draws the pages of a PDF in colour."""
    return cast("Callable[[bytes, Limits], bytes]", import_module("tongket.reading.pdf.pictures").figures)


def guess_encoding() -> Callable[[bytes], str | None]:
    """The function that guesses an encoding by statistics; loading it loads tables of some dozen encodings."""
    return cast(Callable[[bytes], str | None], import_module("tongket.reading.guessing").guess)


def manuscript_reader(kind: Kind) -> "Callable[[bytes, Limits], Draft]":
    """The function that reads the manuscript in a file of `kind`."""
    return cast("Callable[[bytes, Limits], Draft]", import_module(_MANUSCRIPTS[kind]).draft)


def mail_reader() -> Callable[[bytes], bytes]:
    """The function that reads a message and writes it as the parent takes it."""
    read = import_module("tongket.reading.mail.message").read_mail
    encode = import_module("tongket.reading.mail.wire").encode
    return lambda data: cast(bytes, encode(read(data)))
