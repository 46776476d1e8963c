"""Bytes become the characters that somebody wrote, in whatever encoding of the last thirty years."""

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tongket.reading.decoding import Decoded, decode
from tongket.reading.refusals import Unreadable

SENTENCE = "Ủy ban nhân dân huyện tổ chức hội nghị tổng kết phong trào thi đua năm 2025, từ 8 giờ.\n"
LETTERS = st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ 0123456789.,;:-/()\náàảãạấềỏữợ")
VIETNAMESE = st.text(LETTERS, min_size=1, max_size=200)
TONES = "\u0300\u0301\u0303\u0309\u0323"


def in_1258(text: str) -> bytes:
    """`text` as code page 1258 has it: vowels with hat or horn in one byte, the tone in a byte behind."""
    return "".join(_tone_behind(letter) for letter in text).encode("cp1258")


def _tone_behind(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    vowel = unicodedata.normalize("NFC", "".join(part for part in apart if part not in TONES))
    return vowel + "".join(part for part in apart if part in TONES)


@given(VIETNAMESE)
def test_utf8_is_taken_as_it_stands(text: str) -> None:
    assert decode(text.encode()) == Decoded(text)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@given(text=VIETNAMESE)
def test_byte_order_mark_names_the_encoding(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == Decoded(text, ("bom",))


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
        (b"\xff\xfe\0\0", "utf-32-le"),
        (b"\0\0\xfe\xff", "utf-32-be"),
    ],
)
def test_byte_order_mark_names_the_order(mark: bytes, encoding: str) -> None:
    assert decode(mark + SENTENCE.encode(encoding)) == Decoded(SENTENCE, ("bom",))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark_shows_by_its_zeros(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == Decoded(SENTENCE, ("encoding",))


@given(VIETNAMESE)
def test_windows_1258_keeps_every_letter(text: str) -> None:
    assume(not text.isascii())

    decoded = decode(in_1258(f"{SENTENCE}{text}"))

    assert unicodedata.normalize("NFC", decoded.text) == unicodedata.normalize("NFC", f"{SENTENCE}{text}")
    assert decoded.codes == ("encoding",)


@pytest.mark.parametrize("spoiled", [b"\xff", b"\xe1\xbb", b"\x80"])
def test_spoiled_byte_in_much_good_text_costs_one_character(spoiled: bytes) -> None:
    good = SENTENCE * 3

    decoded = decode(good.encode() + spoiled)

    assert decoded == Decoded(f"{good}\ufffd", ("bad-bytes",))


@pytest.mark.parametrize(
    ("sentence", "encoding"),
    [
        ("Ежегодный план проведения конференции утверждён решением комитета и направлен всем участникам. ", "cp1251"),
        ("Le comité a arrêté le plan de la conférence ; à l'été, il a été transmis à tous les délégués. ", "cp1252"),
    ],
)
def test_other_encodings_are_found_by_statistics(sentence: str, encoding: str) -> None:
    assert decode((sentence * 5).encode(encoding)).text == sentence * 5


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"KE HOACH\0" * 30,
        b"\x01\x02\x03\x04\x05\x06" * 50,
        b"\xef\xbb\xbf" + b"\x01" * 100,
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        decode(data)

    assert refused.value.finding.code == "not-text"


def test_control_code_in_a_hundred_letters_is_still_text() -> None:
    text = "a" * 99 + "\x01"

    assert decode(text.encode()) == Decoded(text)


def text_or_code(data: bytes) -> str:
    try:
        return decode(data).text
    except Unreadable as refused:
        return refused.finding.code


@given(st.binary(max_size=200))
def test_decoded_text_holds_no_zeros(data: bytes) -> None:
    assert text_or_code(data).count("\0") == 0


def test_statistics_are_asked_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """They take longer than all else together, and their library has to be loaded first."""
    asked: list[bytes] = []
    monkeypatch.setattr("tongket.reading.decoding._by_statistics", asked.append)

    decode(SENTENCE.encode())
    decode(SENTENCE.encode("utf-16"))
    decode(in_1258(SENTENCE))

    assert asked == []
