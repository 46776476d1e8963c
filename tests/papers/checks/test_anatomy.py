"""Head, title, text, foot, and what a speaker reads aloud."""

import pytest

from tests.papers.checks.looking import GREETING, PROSE, manuscript, table
from tongket.papers.checks.anatomy import anatomy_of, read_aloud
from tongket.reading.manuscript.values import Align, Paragraph, Piece, Role, Table

NATION = table(
    ("UBMTTQ VIỆT NAM TP TAM KỲ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("BAN THƯỜNG TRỰC UBMTTQ VIỆT NAM XÃ TAM THĂNG", "Độc lập - Tự do - Hạnh phúc"),
)
TITLE = Paragraph((Piece("Một tổ đoàn kết\ngiúp một hộ thoát nghèo", bold=True),), align=Align.CENTER)
FOOT = ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH", "Võ Thị Hồng Nhung", "Nơi nhận:", "- Như trên;", "- Lưu: VT.")
LETTER = (
    NATION,
    "Tam Thăng, ngày 19 tháng 10 năm 2024",
    "BÁO CÁO THAM LUẬN",
    TITLE,
    GREETING,
    PROSE,
    "Xin cảm ơn./.",
    *FOOT,
)


def test_letter_has_head_text_and_foot() -> None:
    anatomy = anatomy_of(manuscript(*LETTER))

    assert (anatomy.body, anatomy.foot) == (4, 7)
    assert anatomy.title == "Một tổ đoàn kết giúp một hộ thoát nghèo"
    assert anatomy.above[2] == "BAN THƯỜNG TRỰC UBMTTQ VIỆT NAM XÃ TAM THĂNG"


def test_speaker_reads_neither_motto_nor_signature() -> None:
    assert read_aloud(manuscript(*LETTER)).splitlines() == [
        "BÁO CÁO THAM LUẬN",
        "Một tổ đoàn kết",
        "giúp một hộ thoát nghèo",
        GREETING,
        PROSE,
        "Xin cảm ơn./.",
    ]


def test_plain_text_is_read_whole() -> None:
    assert read_aloud(manuscript(PROSE, "Hết.")) == f"{PROSE}\nHết."


def test_table_in_the_text_is_read() -> None:
    assert "71" in read_aloud(manuscript(GREETING, PROSE, table(("Tân Phú", "71")), "Xin cảm ơn./."))


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ((PROSE, PROSE), 0),
        (("THAM LUẬN", "Tên bài", "1. Đặc điểm tình hình", PROSE), 2),
        (("THAM LUẬN", Paragraph((Piece("Cách làm"),), Role.HEADING, 2), PROSE), 1),
        (("a", "b", "c"), 0),
        ((Table(()),), 0),
    ],
    ids=["text at once", "number", "heading", "nothing tells", "a table alone"],
)
def test_text_begins_at(said: tuple[str | Paragraph | Table, ...], body: int) -> None:
    assert anatomy_of(manuscript(*said)).body == body


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (("THAM LUẬN", "Chợ nhỏ", "(Người trình bày: bà Lệ)"), "Chợ nhỏ"),
        (("THAM LUẬN: Chợ nhỏ của chị em",), "Chợ nhỏ của chị em"),
        ((Paragraph((Piece("Chợ nhỏ"),), Role.HEADING, 1),), "Chợ nhỏ"),
        ((Paragraph((Piece("Chợ nhỏ", bold=True),), align=Align.CENTER),), "Chợ nhỏ"),
        (("Chợ nhỏ",), ""),
    ],
)
def test_title_is(head: tuple[str | Paragraph, ...], title: str) -> None:
    assert anatomy_of(manuscript(*head, GREETING, PROSE)).title == title


def test_foot_without_an_ending_begins_at_the_signer() -> None:
    assert anatomy_of(manuscript(GREETING, PROSE, *FOOT)).foot == 2
