"""Files that mean harm, or cannot be read: each by its name, with the code of the sentence it must be answered by."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.reading.making import archive, compound, docx, docx_parts, many_entries, paragraph, pdf, pdf_page, types

_MEGABYTE = 1_000_000
_MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
_LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
_LOCKED = (
    "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + "> >> /ID [<41> <41>]"
)


def _with(**parts: str | bytes) -> bytes:
    named = {name.replace("__", "/").replace("_xml", ".xml"): content for name, content in parts.items()}
    return archive({**docx_parts(paragraph("KẾ HOẠCH")), **named})


def bomb() -> bytes:
    """A Word file whose text unpacks to 200 MB."""
    return _with(word__document_xml=b" " * (200 * _MEGABYTE))


def nested_bomb() -> bytes:
    """Archives in an archive, each of which unpacks to 40 MB."""
    inner = archive({f"{number}.bin": bytes(10 * _MEGABYTE) for number in range(4)})
    return archive({f"{number}.zip": inner for number in range(16)})


def overlapping_bomb() -> bytes:
    """A thousand entries of the directory that all stand on the same packed piece."""
    whole = archive({"word/document.xml": bytes(_MEGABYTE)})
    start = struct.unpack_from("<I", whole, whole.rfind(b"PK\x05\x06") + 16)[0]
    entry = whole[start : whole.rfind(b"PK\x05\x06")]
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1000, 1000, len(entry) * 1000, start, 0)
    return whole[:start] + entry * 1000 + end


def lying_bomb() -> bytes:
    """A text of 60 MB of which the directory says that it is small."""
    whole = bytearray(_with(word__document_xml=b" " * (60 * _MEGABYTE)))
    place = whole.find(struct.pack("<I", 60 * _MEGABYTE), whole.rfind(b"PK\x01\x02word/document", 0) - 2000)
    whole[place : place + 4] = struct.pack("<I", 1000)
    return bytes(whole)


def laughs() -> bytes:
    """Entities that are ten of the entities before them, nine times over."""
    text = f'<!DOCTYPE x [<!ENTITY a0 "ha">{_LAUGHS}]><w:document xmlns:w="x">&a9;</w:document>'
    return _with(word__document_xml=text)


def deep() -> bytes:
    """Tables in the cells of tables, fifty thousand deep."""
    return docx("<w:tbl><w:tr><w:tc>" * 50_000 + "</w:tc></w:tr></w:tbl>" * 50_000)


def macro() -> bytes:
    """A Word file that brings its own commands."""
    return archive(
        docx_parts(paragraph("KẾ HOẠCH")) | {"[Content_Types].xml": types(_MACRO), "word/vbaProject.bin": b"x"}
    )


def locked_zip() -> bytes:
    """An archive whose entries need a password."""
    data = bytearray(docx(paragraph("KẾ HOẠCH")))
    place = data.find(b"PK\x01\x02")
    while place >= 0:
        data[place + 8] |= 1
        place = data.find(b"PK\x01\x02", place + 4)
    return bytes(data)


def pdf_bomb() -> bytes:
    """A page of a PDF whose drawing unpacks to 200 MB of nothing."""
    packed = zlib.compress(b" " * (200 * _MEGABYTE), 9)
    head = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n"
    return pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        head + packed.decode("latin-1") + "\nendstream",
    )


def many_pages() -> bytes:
    """A PDF of five thousand pages."""
    page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    kids = " ".join(f"{number} 0 R" for number in range(3, 5003))
    return pdf("<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count 5000 >>", *[page] * 5000)


def renamed_zip() -> bytes:
    """An archive with nothing of Word's in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("a.exe", b"MZ")
    return buffer.getvalue()


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "archive bomb": (bomb, "archive-bomb"),
    "nested archive bomb": (nested_bomb, "other-format"),
    "half a million entries": (lambda: many_entries(500_000), "archive-bomb"),
    "overlapping entries": (overlapping_bomb, "archive-bomb"),
    "size that lies": (lying_bomb, "broken"),
    "entity bomb": (laughs, "entity"),
    "deep nesting": (deep, "broken"),
    "macro": (macro, "macro"),
    "encrypted .docx": (lambda: compound("EncryptedPackage", "EncryptionInfo"), "encrypted"),
    "locked zip": (locked_zip, "encrypted"),
    "encrypted .pdf": (lambda: pdf_page("", trailer=_LOCKED), "encrypted"),
    "PDF bomb": (pdf_bomb, "scan"),
    "five thousand pages": (many_pages, "too-long"),
    "program in a .zip": (renamed_zip, "other-format"),
    "text of 5 MB": (lambda: "Kế hoạch. ".encode() * 400_000, "too-large"),
}
