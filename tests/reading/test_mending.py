"""Repairs of single characters: what is repaired, what is left alone, and how each is noted."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.reading.document import Cell, Line, Mending
from tongket.reading.mending import Collector, mend

ODD = "\u00a0\u2003\u200b\u00ad\ufeff\uf02d\uf02b\uf0b7\x01\x7f\u0301\u0323ƣƢ \t-aăđữUƯ"
TEXTS = st.text(st.sampled_from(ODD))

MENDED = [
    ("Kế hoạch", "Kế hoạch", ()),
    ("Ke hoach", "Ke hoach", ()),
    ("", "", ()),
    ("cột 1\tcột 2    cột 3", "cột 1\tcột 2    cột 3", ()),
    ("Hội\x00 nghị\x7f", "Hội nghị", ("control",)),
    ("Hội\x85 nghị", "Hội nghị", ("control",)),
    ("một nửa \ud83d", "một nửa ", ("control",)),
    ("tổng\u200b kết\u00ad", "tổng kết", ("zero-width",)),
    ("\ufeffKẾ HOẠCH", "KẾ HOẠCH", ("zero-width",)),
    ("Số\u00a0294\u2003/KH", "Số 294 /KH", ("space",)),
    ("\uf02d Phòng Nội vụ", "- Phòng Nội vụ", ("bullet",)),
    ("\uf02b\tPhòng Nội vụ", "+ Phòng Nội vụ", ("bullet",)),
    ("  \uf0d8Phòng Nội vụ", "  - Phòng Nội vụ", ("bullet",)),
    ("từ 20\uf0b0C, \uf0b3 5 \uf0b1 1 \uf0e0 đủ \uf0fc", "từ 20°C, ≥ 5 ± 1 → đủ ", ("bullet",)),
    ("Tƣ vấn, TRƢỜNG", "Tư vấn, TRƯỜNG", ("horn",)),
    (unicodedata.normalize("NFD", "Kế hoạch"), "Kế hoạch", ("nfc",)),
    ("Tƣ\u00a0vấn\u200b", "Tư vấn", ("zero-width", "space", "horn")),
]


@pytest.mark.parametrize(("before", "after", "codes"), MENDED)
def test_text_is_mended_and_the_repairs_are_named(before: str, after: str, codes: tuple[str, ...]) -> None:
    assert mend(before) == (after, codes)


def test_letter_keeps_four_marks_at_most() -> None:
    text, codes = mend("x" + "\u0316" * 40 + "y" + "\u0316" * 3)

    assert text == "x" + "\u0316" * 4 + "y" + "\u0316" * 3
    assert codes == ("marks",)


def test_signs_in_a_row_are_no_marks() -> None:
    assert mend("…………………… “”–•") == ("…………………… “”–•", ())


@given(TEXTS)
def test_mended_text_needs_no_more_mending(text: str) -> None:
    once, _ = mend(text)

    assert mend(once) == (once, ())


@given(st.text())
def test_mended_text_is_composed(text: str) -> None:
    mended, _ = mend(text)

    assert unicodedata.is_normalized("NFC", mended)


@given(st.text())
def test_codes_are_given_exactly_where_something_changed(text: str) -> None:
    mended, codes = mend(text)

    assert bool(codes) == (mended != text)


@given(st.text(st.sampled_from("aăâđêôơưáàảãạỹ XYZ-–0123456789.,;:()/\t")))
def test_good_text_is_left_alone(text: str) -> None:
    assert mend(text) == (text, ())


def test_collector_keeps_the_looks_of_a_mended_line() -> None:
    collector = Collector()

    added = collector.add(Line("  Số\u00a01 ", page=2, bold=True, indent=36.0, cell=Cell(0, 1, 2), gap=True))

    assert added is True
    assert collector.lines == [Line("Số 1", page=2, bold=True, indent=36.0, cell=Cell(0, 1, 2), gap=True)]
    assert collector.mendings == [Mending("space", 0, "  Số\u00a01 ")]


@pytest.mark.parametrize("text", ["", "  \t", "\u200b", "\x01\x02"])
def test_collector_leaves_a_line_without_words_out(text: str) -> None:
    collector = Collector()

    added = collector.add(Line(text))

    assert (added, collector.lines, collector.mendings) == (False, [], [])


def test_collector_notes_a_repair_for_the_line_that_comes_next() -> None:
    collector = Collector()

    collector.note("page-number", "1")
    collector.add(Line("KẾ HOẠCH"))
    collector.add(Line("\u200b"))
    collector.note("page-number", "2")
    collector.add(Line("Tổng kết"))

    assert collector.lines == [Line("KẾ HOẠCH"), Line("Tổng kết")]
    assert collector.mendings == [Mending("page-number", 0, "1"), Mending("page-number", 1, "2")]
