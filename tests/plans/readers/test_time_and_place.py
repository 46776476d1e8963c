"""When and where: sections of their own, labels, one running sentence, several days, hours, and what only looks so."""

from datetime import date

import pytest

from tests.plans.making import plan_with
from tongket.plans.facts import Time, Venue

T = "II. THỜI GIAN, ĐỊA ĐIỂM\n"
D = date

TIMES = [
    ("II. THỜI GIAN\nDự kiến cuối tháng 11 năm 2025.",
     Time("Dự kiến cuối tháng 11 năm 2025", D(2025, 11, 21), D(2025, 11, 30), None, None, tentative=True)),
    ("II. THỜI GIAN\n8h00 ngày 15/12/2025 (thứ Hai).",
     Time("8h00 ngày 15/12/2025 (thứ Hai)", D(2025, 12, 15), D(2025, 12, 15), "08:00", None, tentative=False)),
    ("II. THỜI GIAN: 1/2 ngày, sáng 20/11/2025.",
     Time("1/2 ngày, sáng 20/11/2025", D(2025, 11, 20), D(2025, 11, 20), None, None, tentative=False)),
    (f"{T}1. Thời gian: từ 7h30 đến 11h00, ngày 24, 25 và 26 tháng 11 năm 2025.\n2. Địa điểm: Hội trường.",
     Time("từ 7h30 đến 11h00, ngày 24, 25 và 26 tháng 11 năm 2025", D(2025, 11, 24), D(2025, 11, 26), "07:30", "11:00",
          tentative=False)),
    (f"{T}- Thời gian: tuần thứ ba tháng 11 năm 2025, có giấy mời sau.\n- Địa điểm: Hội trường.",
     Time("tuần thứ ba tháng 11 năm 2025, có giấy mời sau", D(2025, 11, 17), D(2025, 11, 23), None, None,
          tentative=True)),
    ("II. NỘI DUNG\nThời gian: quý IV năm 2025\nĐịa điểm: Hội trường",
     Time("quý IV năm 2025", D(2025, 10, 1), D(2025, 12, 31), None, None, tentative=False)),
    ("II. NỘI DUNG\nHội nghị tổng kết được tổ chức vào ngày 10 tháng 12 năm 2025 tại Hội trường UBND huyện.",
     Time("Hội nghị tổng kết được tổ chức vào ngày 10 tháng 12 năm 2025 tại Hội trường UBND huyện", D(2025, 12, 10),
          D(2025, 12, 10), None, None, tentative=False)),
    ("II. THỜI GIAN\nNgày 31/11/2025.", Time("Ngày 31/11/2025", None, None, None, None, tentative=False)),
    ("II. THỜI GIAN\n- Tổng kết ở cơ sở: tháng 11 năm 2025.\n- Thời gian tổ chức hội nghị huyện: ngày 12/12/2025.",
     Time("ngày 12/12/2025", D(2025, 12, 12), D(2025, 12, 12), None, None, tentative=False)),
    ("II. THỜI GIAN\nSẽ có thông báo sau.", Time("Sẽ có thông báo sau", None, None, None, None, tentative=True)),
]  # fmt: skip


@pytest.mark.parametrize(("body", "time"), TIMES)
def test_time(body: str, time: Time) -> None:
    assert plan_with(body).facts.time == time


def test_time_is_none_where_the_plan_says_nothing() -> None:
    plan = plan_with("II. NỘI DUNG\n- Đánh giá kết quả giai đoạn 2021 - 2025.\n- Gửi báo cáo trước ngày 20/11/2025.")

    assert plan.facts.time is None
    assert plan.evidence["time"].sure < 0.9


def test_dots_to_be_filled_in_state_nothing() -> None:
    facts = plan_with(f"{T}1. Thời gian: ……\n2. Địa điểm: …\n3. Thành phần: ....").facts

    assert (facts.time, facts.venue, facts.participants) == (None, None, ())


def test_impossible_day_is_doubted() -> None:
    plan = plan_with("II. THỜI GIAN\nNgày 31/11/2025.")

    assert plan.evidence["time"].sure < 0.9
    assert plan.evidence["time"].doubt == "Câu về thời gian không có ngày tháng đọc được."


VENUES = [
    (f"{T}2. Địa điểm: Hội trường UBND huyện.", Venue("Hội trường UBND huyện", None)),
    (f"{T}2. Địa điểm: Hội trường A, số 12 đường Lê Lợi, phường Hòa Thuận.",
     Venue("Hội trường A", "số 12 đường Lê Lợi, phường Hòa Thuận")),
    (f"{T}2. Địa điểm: Tại Nhà văn hóa (số 5 Trần Phú, thị trấn Núi Thành).",
     Venue("Nhà văn hóa", "số 5 Trần Phú, thị trấn Núi Thành")),
    (f"{T}2. Địa điểm: Hội trường Huyện đội (Khối 4, thị trấn Đồng Phước).",
     Venue("Hội trường Huyện đội", "Khối 4, thị trấn Đồng Phước")),
    (f"{T}2. Địa điểm: Hội trường tầng 3\nĐịa chỉ: 36 Hùng Vương, Tam Kỳ.",
     Venue("Hội trường tầng 3", "36 Hùng Vương, Tam Kỳ")),
    ("II. THỜI GIAN, ĐỊA ĐIỂM\n8h00 ngày 15/12/2025, tại Hội trường Huyện ủy.", Venue("Hội trường Huyện ủy", None)),
]  # fmt: skip


@pytest.mark.parametrize(("body", "venue"), VENUES)
def test_venue(body: str, venue: Venue) -> None:
    assert plan_with(body).facts.venue == venue
