from io import BytesIO
from zipfile import ZipFile

import pytest

from tongket.mailbox.intake import boxes
from tongket.mailbox.intake.boxes import NoLetters, is_letter, letters_in

RAW = b"From: a@b.vn\nSubject: x\n\nthan\n"


def packed(files: dict[str, bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()


def test_one_message_and_an_archive_of_many() -> None:
    assert letters_in(RAW) == (RAW,)
    assert letters_in(packed({"a.eml": RAW, "anh.jpg": b"x", "b/c.EML": RAW + b"2", "d.eml": b"x"})) == (
        RAW,
        RAW + b"2",
    )


@pytest.mark.parametrize("data", [b"", b"xin chao", b"%PDF", b"PK\x03\x04 hong", packed({}), packed({"a.jpg": b"x"})])
def test_error_no_message_in_it(data: bytes) -> None:
    with pytest.raises(NoLetters):
        letters_in(data)


def test_error_more_than_can_be_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boxes, "MOST_LETTERS", 1)

    with pytest.raises(NoLetters, match="quá nhiều"):
        letters_in(packed({"a.eml": RAW, "b.eml": RAW}))


def test_message_is_known_by_its_headers() -> None:
    assert [is_letter(data) for data in (RAW, b"Received: x\r\nDate: y\r\n\r\n", b"Subject: x\n\nFrom: y")] == [
        True,
        True,
        False,
    ]
