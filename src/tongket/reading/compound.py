"""Names what an OLE compound file holds; Word wrote them until 2003, and still wraps encrypted files in one."""

from tongket.reading.kinds import Kind
from tongket.reading.refusals import refuse

# Names of streams stand in the directory as UTF-16 (MS-CFB 2.6.1).
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (("Workbook", "bảng tính Excel kiểu cũ (.xls)"), ("PowerPoint Document", "trình chiếu kiểu cũ (.ppt)"))


def is_old_workbook(data: bytes) -> bool:
    """Whether it is a workbook of Excel 97 to 2003 without macros or a password, which another program can open."""
    names = (_ENCRYPTED, _WORD, _MACROS)
    return data.startswith(MAGIC) and _WORKBOOK in data and not any(name in data for name in names)


def examine_compound(data: bytes) -> Kind:
    """Kind.DOC for an old Word file; raises Unreadable for one with macros or a password, and for everything else."""
    if _ENCRYPTED in data:
        raise refuse("encrypted")
    if _WORD in data:
        if _MACROS in data:
            raise refuse("macro")
        return Kind.DOC
    for stream, kind in _OTHERS:
        if stream.encode("utf-16-le") in data:
            raise refuse("other-format", found=kind)
    raise refuse("not-text")
