"""Which files can be read on this machine: always some, more where LibreOffice and tesseract are installed."""

from tongket.reading.office import find_office
from tongket.reading.scans import find_tesseract

ALWAYS = (".docx", ".pdf", ".txt", ".md")
BY_OFFICE = (".doc", ".odt", ".rtf")
BY_TESSERACT = (".png", ".jpg", ".jpeg")


def readable_suffixes() -> tuple[str, ...]:
    """The endings of files that can be read here, as a file dialog takes them."""
    return (*ALWAYS, *(BY_OFFICE if find_office() else ()), *(BY_TESSERACT if find_tesseract() else ()))
