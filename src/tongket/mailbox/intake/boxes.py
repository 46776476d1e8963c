"""The messages in a file that a person brings: one .eml, or a .zip of many."""

import io
import zipfile

from tongket.core.findings import words
from tongket.reading.archive import BROKEN
from tongket.reading.limits import MEGABYTE
from tongket.reading.mail.message import head_of

MOST_LETTERS = 5000
MOST_BYTES = 400 * MEGABYTE
MOST_OF_ONE = 60 * MEGABYTE
_ENDINGS = (".eml", ".msg.eml", ".txt", ".mht")
_HEADERS = (b"from:", b"subject:", b"date:", b"message-id:", b"received:", b"return-path:", b"to:", b"mime-version:")


class NoLetters(ValueError):
    """The file holds no message; the words, a message id, say what was wanted."""


def letters_in(data: bytes) -> tuple[bytes, ...]:
    """Every message in `data`, judged by content; raises NoLetters where there is none or it is too much to unpack."""
    if not data.startswith(b"PK"):
        if not is_letter(data):
            raise NoLetters(words("Tệp này không phải thư. Cần tệp .eml, hoặc tệp .zip gồm các tệp .eml."))
        return (data,)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = _unpacked(archive)
    except NoLetters:
        raise
    except BROKEN:
        raise NoLetters(words("Tệp .zip bị hỏng hoặc có mật khẩu. Cần tệp .zip mở được, gồm các tệp .eml.")) from None
    if not found:
        raise NoLetters(words("Tệp .zip không có thư nào. Cần tệp .zip gồm các tệp .eml."))
    return found


def _unpacked(archive: zipfile.ZipFile) -> tuple[bytes, ...]:
    entries = [entry for entry in archive.infolist() if entry.filename.lower().endswith(_ENDINGS)]
    if len(entries) > MOST_LETTERS or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise NoLetters(words("Tệp .zip quá nhiều hoặc quá lớn để mở một lần. Chia thành nhiều tệp nhỏ hơn."))
    found = []
    for entry in entries:
        with archive.open(entry) as part:
            data = part.read(min(entry.file_size, MOST_OF_ONE))
        found += [data] if is_letter(data) else []
    return tuple(found)


def is_letter(data: bytes) -> bool:
    """Whether `data` begins as a message does: lines of headers, two of which every program writes."""
    lines = head_of(data[:20_000]).lower().splitlines()
    return sum(line.startswith(_HEADERS) for line in lines) > 1
