"""The numbering grammar, rule by rule."""

import pytest

from tongket.plans.numbering import Rank, read_mark

MARKS = [
    ("Phần thứ nhất", Rank.PART, "1", ""),
    ("Phần thứ hai: NỘI DUNG", Rank.PART, "2", "NỘI DUNG"),
    ("Phần I. MỤC ĐÍCH", Rank.PART, "I", "MỤC ĐÍCH"),
    ("Mục 1. Thời gian", Rank.PART, "1", "Thời gian"),
    ("Điều 3. Thành phần", Rank.ARTICLE, "3", "Thành phần"),
    ("I. MỤC ĐÍCH", Rank.ROMAN, "I", "MỤC ĐÍCH"),
    ("II/ Nội dung", Rank.ROMAN, "II", "Nội dung"),
    ("III./ Nội dung", Rank.ROMAN, "III", "Nội dung"),
    ("IV - NỘI DUNG", Rank.ROMAN, "IV", "NỘI DUNG"),
    ("V, Nội dung", Rank.ROMAN, "V", "Nội dung"),
    ("VI NỘI DUNG", Rank.ROMAN, "VI", "NỘI DUNG"),
    ("VII.NỘI DUNG", Rank.ROMAN, "VII", "NỘI DUNG"),
    ("A. MỤC ĐÍCH", Rank.CAPITAL, "A", "MỤC ĐÍCH"),
    ("C. PHÂN CÔNG", Rank.CAPITAL, "C", "PHÂN CÔNG"),
    ("1. Thời gian", Rank.ARABIC, "1", "Thời gian"),
    ("1.Thời gian", Rank.ARABIC, "1", "Thời gian"),
    ("1/ Thời gian", Rank.ARABIC, "1", "Thời gian"),
    ("2 - Địa điểm", Rank.ARABIC, "2", "Địa điểm"),
    ("1. 02 tập thể", Rank.ARABIC, "1", "02 tập thể"),
    ("1.1. Thời gian", Rank.DOTTED, "1.1", "Thời gian"),
    ("1.1.2 Thời gian", Rank.DOTTED, "1.1.2", "Thời gian"),
    ("a) Thời gian", Rank.LETTER, "a", "Thời gian"),
    ("đ. Thời gian", Rank.LETTER, "đ", "Thời gian"),
    ("(1) Thời gian", Rank.BRACKET, "1", "Thời gian"),
    ("- Thời gian", Rank.DASH, "-", "Thời gian"),
    ("–Thời gian", Rank.DASH, "–", "Thời gian"),
    ("+ Thời gian", Rank.PLUS, "+", "Thời gian"),
    ("• Thời gian", Rank.DOT, "•", "Thời gian"),
    ("* Thời gian", Rank.STAR, "*", "Thời gian"),
]


@pytest.mark.parametrize(("text", "rank", "label", "rest"), MARKS)
def test_mark(text: str, rank: Rank, label: str, rest: str) -> None:
    mark = read_mark(text)

    assert mark is not None
    assert (mark.rank, mark.label, text[mark.start :]) == (rank, label, rest)


NONE = [
    "V/v tổ chức hội nghị",
    "20/10/2024 để in tài liệu",
    "73/KH-UBND ngày 17/3/2025 của Ủy ban nhân dân tỉnh",
    "1/2 ngày",
    "31 đại biểu",
    "8h00 ngày 15",
    "10.000 đồng",
    "Phần mềm quản lý",
    "Phần việc của Hội",
    "Điều lệ Hội",
    "Mục đích",
    "xã hội hóa",
    "*Ghi chú*",
    "-----",
]


@pytest.mark.parametrize("text", NONE)
def test_no_mark(text: str) -> None:
    assert read_mark(text) is None
