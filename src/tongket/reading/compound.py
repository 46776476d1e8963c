"""Names what an OLE compound file holds; Word wrote them until 2003, and still wraps encrypted files in one."""

from tongket.reading.refusals import Unreadable, refuse

# Names of streams stand in the directory as UTF-16 (MS-CFB 2.6.1).
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_OTHERS = (("Workbook", "bảng tính Excel kiểu cũ (.xls)"), ("PowerPoint Document", "trình chiếu kiểu cũ (.ppt)"))


def examine_compound(data: bytes) -> Unreadable:
    """Why a compound file is not read: locked by a password, an old Word file, or something else."""
    if _ENCRYPTED in data:
        return refuse("encrypted")
    if _WORD in data:
        return refuse("old-doc")
    for stream, kind in _OTHERS:
        if stream.encode("utf-16-le") in data:
            return refuse("other-format", found=kind)
    return refuse("not-text")
