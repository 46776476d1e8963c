"""What the ending of a file's name promises, beside what the file is by its content."""

from collections.abc import Mapping
from pathlib import PurePath

from tongket.core.findings import words
from tongket.reading.kinds import Kind

_NONE: frozenset[Kind] = frozenset()
_TEXT, _PICTURE = frozenset({Kind.TEXT}), frozenset({Kind.PICTURE})
# Programs write RTF as .doc and open it so; pictures show whatever of their own endings they bear.
_PROMISED: Mapping[str, frozenset[Kind]] = {
    ".docx": frozenset({Kind.DOCX}),
    ".doc": frozenset({Kind.DOC, Kind.RTF}),
    ".rtf": frozenset({Kind.RTF}),
    ".odt": frozenset({Kind.ODT}),
    ".pdf": frozenset({Kind.PDF}),
    **dict.fromkeys((".txt", ".md"), _TEXT),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp"), _PICTURE),
    # What these promise is not read, so a file that was read bears them wrongly.
    **dict.fromkeys((".docm", ".dotx", ".xls", ".xlsx", ".ppt", ".pptx", ".zip", ".rar", ".heic"), _NONE),
}
# The ending that content should bear.
RIGHT: Mapping[Kind, str] = {
    Kind.DOCX: ".docx",
    Kind.DOC: ".doc",
    Kind.RTF: ".rtf",
    Kind.ODT: ".odt",
    Kind.PDF: ".pdf",
    Kind.TEXT: ".txt",
    Kind.PICTURE: ".jpg/.png",
}
# Both, where they differ.
SAID: Mapping[Kind, str] = {
    Kind.DOCX: words("Tên tệp là {name}, nội dung là Word (.docx)."),
    Kind.DOC: words("Tên tệp là {name}, nội dung là Word kiểu cũ (.doc)."),
    Kind.RTF: words("Tên tệp là {name}, nội dung là RTF."),
    Kind.ODT: words("Tên tệp là {name}, nội dung là OpenDocument (.odt)."),
    Kind.PDF: words("Tên tệp là {name}, nội dung là PDF."),
    Kind.TEXT: words("Tên tệp là {name}, nội dung chỉ là chữ thường."),
    Kind.PICTURE: words("Tên tệp là {name}, nội dung là ảnh."),
}


def promises(name: str) -> bool:
    """Whether the ending of `name` says what the file is; none, or one that nobody knows, promises nothing."""
    return _ending(name) in _PROMISED


def is_kept(name: str, kind: Kind) -> bool:
    """Whether a file of this kind is what the ending of `name` promises, if that promises anything."""
    return kind in _PROMISED.get(_ending(name), frozenset(Kind))


def _ending(name: str) -> str:
    return PurePath(name.strip()).suffix.lower()
