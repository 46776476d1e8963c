"""Letterheads as they come: in columns, interleaved, glued, wrapped, blank, or lost."""

from datetime import date

import pytest

from tests.plans.making import plan_of

REST = "\n\nKẾ HOẠCH\nTổng kết phong trào\n\nCăn cứ Luật Thi đua;\n\nI. MỤC ĐÍCH\n- Đánh giá phong trào.\n"

NUMBERS = [
    ("Số: 183/KH-MTTQ-BTT", "183/KH-MTTQ-BTT"),
    ("Số 45-KH/TĐTN-BPT", "45-KH/TĐTN-BPT"),
    ("Số:      /KH-SCT", None),
    ("Số:  27 / KH - CĐCS", "27/KH-CĐCS"),
    ("Số: 976 - KH/BDVTW", "976-KH/BDVTW"),
    ("Số: 15 – KH/ ĐT", "15-KH/ĐT"),
    ("Số: 09 /KH-LĐ", "09/KH-LĐ"),
    ("Số: 12 /KH- PGD&ĐT", "12/KH-PGD&ĐT"),
    ("Số 298 KH/TWĐTN", "298 KH/TWĐTN"),
    ("Số: ……/KH-UBND", None),
]


@pytest.mark.parametrize(("line", "number"), NUMBERS)
def test_number_is_closed_up_or_left_blank(line: str, number: str | None) -> None:
    plan = plan_of(f"UBND XÃ TAM THĂNG\n{line}\nTam Thăng, ngày 5 tháng 11 năm 2025{REST}")

    assert plan.facts.number == number
    assert plan.facts.issuer == "UBND XÃ TAM THĂNG"


PLACES = [
    ("Tam Kỳ, ngày 11 tháng 10 năm 2024", "Tam Kỳ", date(2024, 10, 11)),
    ("Hà Nội. ngày 05 tháng 01 năm 2026", "Hà Nội", date(2026, 1, 5)),
    ("Tp.Hồ Chí Minh, ngày10 tháng 12 năm 2025", "Tp.Hồ Chí Minh", date(2025, 12, 10)),
    ("Thanh Liêm, ngày     tháng 4 năm 2026", "Thanh Liêm", None),
    ("Biên Hòa, ngày 02 tháng 12\nnăm 2025", "Biên Hòa", date(2025, 12, 2)),
    ("*Đà Nẵng, ngày 31 tháng 9 năm 2025*", "Đà Nẵng", None),
]


@pytest.mark.parametrize(("lines", "place", "issued_on"), PLACES)
def test_place_and_date(lines: str, place: str, issued_on: date | None) -> None:
    facts = plan_of(f"UBND XÃ A\nSố: 1/KH-UBND\n{lines}{REST}").facts

    assert (facts.place, facts.issued_on) == (place, issued_on)


STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
DAY = "Bình Sơn, ngày 5 tháng 11 năm 2025"
ISSUERS = [
    (f"UBND HUYỆN BÌNH SƠN          {STATE}\nPHÒNG NỘI VỤ          {MOTTO}\nSố: 4/KH-PNV       {DAY}", "PHÒNG NỘI VỤ"),
    (f"UBND HUYỆN BÌNH SƠN\n{STATE}\nPHÒNG NỘI VỤ\n{MOTTO}\nSố: 4/KH-PNV\n{DAY}", "PHÒNG NỘI VỤ"),
    (f"UBND HUYỆN BÌNH SƠN | {STATE}\nPHÒNG NỘI VỤ | {MOTTO}\nSố: 4/KH-PNV | {DAY}", "PHÒNG NỘI VỤ"),
    (f"UBND HUYỆN BÌNH SƠN{STATE}\nPHÒNG NỘI VỤ{MOTTO}\nSố: 4/KH-PNV {DAY}", "PHÒNG NỘI VỤ"),
    (f"HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nTHÀNH PHỐ TAM KỲ\n{STATE}\n{MOTTO}\n{DAY}",
     "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM THÀNH PHỐ TAM KỲ"),
    (f"TỈNH ĐOÀN ĐỒNG NAI\n***\nSố: 45-KH/TĐTN\nĐOÀN TNCS HỒ CHÍ MINH\n{DAY}", "TỈNH ĐOÀN ĐỒNG NAI"),
    (f"MẶT TRẬN TỔ QUỐC VIỆT NAM\nỦY BAN MTTQ VIỆT NAM XÃ TÂN AN\nBAN THƯỜNG TRỰC\n{STATE}\n{MOTTO}\n{DAY}",
     "ỦY BAN MTTQ VIỆT NAM XÃ TÂN AN BAN THƯỜNG TRỰC"),
    (f"UBND TỈNH NAM BIÊN\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\n{STATE}\n{MOTTO}\n{DAY}", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"),
    (f"PHÒNG GD&ĐT HUYỆN TÂN LẬP\nTRƯỜNG TIỂU HỌC NGUYỄN DU\n{STATE}\n{MOTTO}\n{DAY}", "TRƯỜNG TIỂU HỌC NGUYỄN DU"),
    (f"CÔNG ĐOÀN CÁC KCN TỈNH\nCÔNG ĐOÀN CƠ SỞ\nCÔNG TY TNHH MAY AN\n{STATE}\n{MOTTO}\n{DAY}",
     "CÔNG ĐOÀN CƠ SỞ CÔNG TY TNHH MAY AN"),
    (f"SỞ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG THPT LÊ QUÝ ĐÔN\n{STATE}\n{MOTTO}\n{DAY}", "TRƯỜNG THPT LÊ QUÝ ĐÔN"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "issuer"), ISSUERS)
def test_issuer_is_the_body_itself_without_the_one_above(head: str, issuer: str) -> None:
    facts = plan_of(f"{head}{REST}").facts

    assert (facts.issuer, facts.place, facts.issued_on) == (issuer, "Bình Sơn", date(2025, 11, 5))


def test_issuer_comes_from_the_opening_where_the_letterhead_is_lost() -> None:
    text = (
        "Hà Nam, ngày 5 tháng 11 năm 2025\n\nKẾ HOẠCH\nTổng kết\n\nCăn cứ Luật Công đoàn; Ban Thường vụ "
        "Liên đoàn Lao động tỉnh ban hành kế hoạch như sau:\n\nI. MỤC ĐÍCH\n- Đánh giá phong trào.\n"
    )

    assert plan_of(text).facts.issuer == "Ban Thường vụ Liên đoàn Lao động tỉnh"


def test_site_banner_gives_no_date_of_issue() -> None:
    banner = (
        "Cổng thông tin điện tử xã A\nThứ hai, ngày 1 tháng 12 năm 2025\nTin tức - Kế hoạch tổng kết phong trào\n\n"
    )
    text = f"{banner}UBND XÃ A\nSố: 7/KH-UBND\nA Lưới, ngày 5 tháng 11 năm 2025{REST}"

    assert plan_of(text).facts.issued_on == date(2025, 11, 5)
