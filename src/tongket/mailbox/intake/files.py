"""What a file that came by mail is to the office, by its content first, and in which order files are handed over."""

import re
from collections.abc import Sequence
from enum import StrEnum

from tongket.core.text import fold
from tongket.mailbox.intake.kinds import kinds_in
from tongket.reading.mail.values import MailFile


class Role(StrEnum):
    """What a file is: matter (documents, then pictures), or what only comes along."""

    DOCUMENT = "document"
    PICTURE = "picture"
    DECORATION = "decoration"
    LETTER = "letter"
    OTHER = "other"
    PROGRAM = "program"


# Best first: what the office can edit, then what it can read, then the rest.
ENDINGS = (
    "docx",
    "doc",
    "odt",
    "rtf",
    "pdf",
    "xlsx",
    "xls",
    "ods",
    "csv",
    "pptx",
    "ppt",
    "odp",
    "txt",
    "md",
    "zip",
    "rar",
    "7z",
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe")
_RUN = frozenset(
    [
        "ade",
        "apk",
        "app",
        "appx",
        "bat",
        "cab",
        "chm",
        "cmd",
        "com",
        "cpl",
        "dll",
        "docm",
        "dotm",
        "exe",
        "hta",
        "img",
        "ins",
        "iso",
        "jar",
        "js",
        "jse",
        "jnlp",
        "lnk",
        "msc",
        "msi",
        "mst",
        "pif",
        "potm",
        "ppam",
        "ppsm",
        "pptm",
        "ps1",
        "reg",
        "scr",
        "sct",
        "sh",
        "shb",
        "sys",
        "vb",
        "vbe",
        "vbs",
        "vhd",
        "vhdx",
        "wsc",
        "wsf",
        "wsh",
        "xlam",
        "xlsm",
        "xltm",
    ]
)
_DOCUMENTS = (b"%PDF", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf\x27\x1c")
_TEXTS = frozenset({"txt", "md", "csv"})
# Programs call the pictures of a signature so; a photograph keeps the name that the camera gave.
_SIGNATURE = re.compile(
    r"^(?:image\d{1,4}|logo|outlook-|att\d{5}|inline|banner|footer|signature|icon|chu ky|khung)", re.I
)
_LOGO_BYTES = 20_000


def role_of(file: MailFile) -> Role:
    """What `file` is to the office; what its sender calls it does not count."""
    ending = ending_of(file.name)
    if ending in _RUN or file.data.startswith(_PROGRAMS):
        return Role.PROGRAM
    if file.is_letter:
        return Role.LETTER
    if file.data.startswith(_PICTURES):
        is_small = len(file.data) < _LOGO_BYTES
        is_drawn = file.is_inline and (is_small or bool(_SIGNATURE.match(fold(file.name))))
        return Role.DECORATION if is_drawn or (is_small and _SIGNATURE.match(fold(file.name))) else Role.PICTURE
    if file.data.startswith(_DOCUMENTS) and ending not in {"ics", "vcf", "p7s"}:
        return Role.DOCUMENT
    return Role.DOCUMENT if ending in _TEXTS and b"\0" not in file.data[:4096] else Role.OTHER


def ending_of(name: str) -> str:
    """The ending of a file's name in small letters, without its dot."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def matter(files: Sequence[tuple[str, Role]], kind: str = "") -> tuple[int, ...]:
    """The places in `files`, given as name and role, of what is handed in, the main one first.

    Documents before pictures; one that is named after the kind of duty first, then what can be edited, then their
    order in the message. Pictures come along only where there is no document: a photograph of a paper is the paper.
    """
    for role in (Role.DOCUMENT, Role.PICTURE):
        places = [place for place, (_name, found) in enumerate(files) if found is role]
        if places:
            return tuple(sorted(places, key=lambda place: _rank(files[place][0], kind, place)))
    return ()


def _rank(name: str, kind: str, place: int) -> tuple[bool, int, int]:
    ending = ending_of(name)
    worth = ENDINGS.index(ending) if ending in ENDINGS else len(ENDINGS)
    return kind not in kinds_in(name), worth, place
