import io
import zipfile

import pytest

from tests.reading.making import archive, compound, docx, docx_parts, many_entries, paragraph, pdf_page, types
from tongket.core.findings import Level, compose
from tongket.reading.guard import examine
from tongket.reading.kinds import Kind
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.refusals import Unreadable

BODY = paragraph("KẾ HOẠCH")
OPEN = "application/vnd.oasis.opendocument."


def open_document(kind: str = "text", **parts: str) -> bytes:
    """An OpenDocument file of this kind, its parts named with a dot for each underscore and a slash for two."""
    named = {name.replace("__", "/").replace("_", "."): part for name, part in parts.items()}
    return archive({"mimetype": f"{OPEN}{kind}", "content.xml": "<x/>"} | named)


OPEN_DOCUMENT = open_document()


def refusal(data: bytes, limits: Limits = DEFAULT) -> str:
    """The code under which `data` is refused."""
    with pytest.raises(Unreadable) as refused:
        examine(data, limits)
    assert refused.value.finding.level is Level.BLOCKER
    return refused.value.finding.code


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (docx(BODY), Kind.DOCX),
        (pdf_page(""), Kind.PDF),
        (b"\n" * 500 + pdf_page(""), Kind.PDF),
        ("KẾ HOẠCH".encode(), Kind.TEXT),
        ("<w:p> là một thẻ".encode(), Kind.TEXT),
        (OPEN_DOCUMENT, Kind.ODT),
        (compound("Root Entry", "WordDocument"), Kind.DOC),
        (b"{\\rtf1\\ansi Ke hoach}", Kind.RTF),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), Kind.PICTURE),
        (b"\xff\xd8\xff\xe0" + bytes(99), Kind.PICTURE),
    ],
)
def test_kind_is_judged_by_content(data: bytes, kind: Kind) -> None:
    assert examine(data, DEFAULT) is kind


def with_parts(parts: dict[str, str | bytes]) -> bytes:
    """A good .docx with more parts, or others in place of its own."""
    return archive(docx_parts(BODY) | parts)


MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
ENTITY = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"\0" * 900, "empty"),
        (with_parts({"word/vbaProject.bin": b"x"}), "macro"),
        (with_parts({"[Content_Types].xml": types(MACRO_TYPE)}), "macro"),
        (with_parts({"word/styles.xml": ENTITY}), "entity"),
        (with_parts({"word/styles.xml": ENTITY.encode("utf-16")}), "entity"),
        (with_parts({"customXml/item1.xml": ENTITY.lower()}), "entity"),
        (with_parts({"_rels/x.rels": "<!ENTITY a 'b'>"}), "entity"),
        (with_parts({"../evil.txt": "x"}), "unsafe-name"),
        (with_parts({"word\\..\\..\\evil.txt": "x"}), "unsafe-name"),
        (with_parts({"/etc/evil.txt": "x"}), "unsafe-name"),
        (with_parts({"C:evil.txt": "x"}), "unsafe-name"),
        (with_parts({"word/Document.xml": "x"}), "unsafe-name"),
        (with_parts({"[Content_Types].xml": types(TEMPLATE_TYPE)}), "other-format"),
        (with_parts({"[Content_Types].xml": types(SHEET_TYPE)}), "other-format"),
        (archive({"a.txt": "x"}), "other-format"),
        (open_document("spreadsheet"), "other-format"),
        (open_document("graphics"), "other-format"),
        (open_document(content_xml=ENTITY), "entity"),
        (open_document(Basic__script_xml="<x/>"), "macro"),
        (open_document(**{"META-INF__manifest_xml": "<m><encryption-data/></m>"}), "encrypted"),
        (open_document(**{"META-INF__manifest_xml": "<m/>", "..__evil": "x"}), "unsafe-name"),
        (docx(BODY)[:200], "broken"),
        (docx(BODY)[:-30], "broken"),
        (compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), "encrypted"),
        (compound("Root Entry", "WordDocument", "_VBA_PROJECT"), "macro"),
        (compound("Workbook"), "other-format"),
        (compound("Thumbs"), "not-text"),
        (b"\n<!DOCTYPE html><html><p>x</p></html>", "other-format"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><x/>", "other-format"),
        (b"Rar!\x1a\x07\x01\0" + bytes(range(99)), "other-format"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(range(99)), "other-format"),
        (b"\0\0\0\x18ftypheic" + bytes(range(99)), "other-picture"),
        (b"RIFF\x99\0\0\0WEBPVP8 " + bytes(range(99)), "other-picture"),
    ],
)
def test_file_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_file_over_the_limit_is_refused_with_both_sizes() -> None:
    with pytest.raises(Unreadable) as refused:
        examine(b"%PDF-" + b"a" * 2_500_000, Limits(file_bytes=2_000_000))

    assert str(compose(refused.value.finding)) == (
        "Tệp lớn 2,5 MB. Chỉ đọc tệp đến 2 MB. Bỏ bớt ảnh trong tệp, hoặc dán phần chữ vào ô."
    )


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"\0\0\0\x18ftypmif1" + bytes(9), "Tệp là ảnh kiểu HEIC, máy không mở được."),
        (b"RIFF\x99\0\0\0WEBPVP8 ", "Tệp là ảnh kiểu WebP, máy không mở được."),
        (b"Rar!\x1a\x07\0" + bytes(9), "Tệp là tệp nén (.rar)."),
    ],
)
def test_picture_or_archive_without_a_reader_is_called_by_its_name(data: bytes, found: str) -> None:
    with pytest.raises(Unreadable) as refused:
        examine(data, DEFAULT)

    assert compose(refused.value.finding).found == found


def test_text_that_begins_like_an_archive_is_text() -> None:
    assert examine("Rar! là tên một loại tệp nén.".encode(), DEFAULT) is Kind.TEXT


def test_long_text_has_a_limit_of_its_own() -> None:
    assert refusal(b"a" * 1_000_001, Limits(text_bytes=1_000_000)) == "too-large"


def bomb(megabytes: int) -> bytes:
    """A .docx whose main part is `megabytes` of one letter."""
    return with_parts({"word/document.xml": b"a" * (megabytes * 1_000_000)})


def test_archive_bomb_is_refused_by_its_directory_alone() -> None:
    data = bomb(20)

    assert len(data) < 30_000
    assert refusal(data) == "archive-bomb"
    assert refusal(data, Limits(ratio=10**6, unpacked_bytes=19_000_000)) == "archive-bomb"
    assert refusal(data, Limits(ratio=10**6, part_bytes=19_000_000)) == "archive-bomb"


def test_archive_that_lies_about_its_sizes_is_never_unpacked_beyond_them() -> None:
    data = bytearray(bomb(20))
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        place = made.getinfo("word/document.xml").header_offset
    size = (20_000_000).to_bytes(4, "little")
    small = (900).to_bytes(4, "little")
    lying = bytes(data[:place]) + bytes(data[place:]).replace(size, small)

    assert refusal(lying) == "broken"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (many_entries(100_000), "archive-bomb"),
        (archive({f"{number}.xml": "" for number in range(40)}), "archive-bomb"),
    ],
)
def test_archive_with_too_many_entries_is_refused(data: bytes, code: str) -> None:
    assert refusal(data, Limits(entries=30)) == code


def test_locked_entry_is_refused() -> None:
    data = bytearray(docx(BODY))
    place = data.find(b"PK\x01\x02")
    data[place + 8] |= 1

    assert refusal(bytes(data)) == "encrypted"


def test_each_refusal_says_what_to_do() -> None:
    with pytest.raises(Unreadable) as refused:
        examine(compound("Workbook"), DEFAULT)

    assert str(compose(refused.value.finding)) == (
        "Tệp là bảng tính Excel kiểu cũ (.xls). "
        "Đọc được .docx, .pdf có chữ, .txt và .md; .doc, .odt và .rtf khi máy chủ có LibreOffice. "
        "Mở tệp bằng Word hoặc LibreOffice, lưu lại thành .docx rồi nộp lại."
    )
