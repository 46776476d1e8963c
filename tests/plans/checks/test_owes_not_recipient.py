"""Whoever owes something receives the plan."""

from dataclasses import replace

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.owes_not_recipient import check
from tongket.plans.facts import Task

FOUND = ["{} có việc phải làm nhưng không có ở nơi nhận."]


@pytest.mark.parametrize(
    ("unit", "lines", "is_found"),
    [
        ("Phòng Kinh tế", ("UBND các xã, phường", "Lưu: VT"), True),
        ("Hội Nông dân tỉnh", ("Ủy ban MTTQ Việt Nam các xã, phường",), True),
        ("Phòng Kinh tế", ("Các phòng, ban của thành phố",), False),
        ("Bộ Chỉ huy Quân sự tỉnh", ("Các sở, ban, ngành, đoàn thể tỉnh",), False),
        ("UBND phường", ("Đảng ủy, HĐND, UBND phường",), False),
        ("Hội Nông dân huyện Thoại An", ("HND các huyện, thị xã, TP",), False),
        ("Liên đoàn Lao động huyện Yên Thủy", ("LĐLĐ huyện, TP, CĐ ngành",), False),
        ("Công đoàn ngành Y tế", ("LĐLĐ huyện, TP, CĐ ngành",), False),
        ("Thôn Gò Lã", ("Trưởng các thôn",), False),
        ("Trường THPT chuyên", ("Phòng GDĐT, trường trực thuộc",), False),
        ("Các huyện, thị, thành đoàn và đoàn trực thuộc", ("Các huyện, thị, thành đoàn, đoàn trực thuộc",), False),
        ("Sở Công Thương", ("Các đơn vị có tên ở phần III",), False),
        ("Các đơn vị có tham luận", ("UBND tỉnh",), False),
        ("Vườn quốc gia Chư Yang Lăk", ("Các phòng, đơn vị thuộc Sở",), False),
        ("Hội Liên hiệp Phụ nữ huyện", ("Thành viên BCĐ CVĐ huyện",), False),
        ("Sở Tư pháp", ("Sở Tư pháp (p/h)",), False),
        ("Hội Chữ thập đỏ các huyện, thị xã", ("Hội CTĐ cấp huyện",), False),
        ("Ngân hàng Chính sách xã hội huyện", ("Các phòng, ngành liên quan",), False),
        ("Ủy ban MTTQ Việt Nam các xã, phường", ("UBMTTQVN các xã, phường",), False),
        ("Hội Nông dân các xã, phường", ("UBMTTQVN các xã, phường",), True),
        ("Ủy ban MTTQ Việt Nam xã Tam Thăng", ("UBMTTQVN các xã, phường",), False),
        ("Phòng Kinh tế", (), False),
    ],
)
def test_unit(unit: str, lines: tuple[str, ...], *, is_found: bool) -> None:
    owing = plan(
        issuer="ỦY BAN MTTQ VIỆT NAM TỈNH TÂY HÀ", tasks=(Task("IV.1", unit, "Gửi báo cáo"),), recipients=lines
    )

    assert said(check, owing) == [line.format(unit) for line in FOUND if is_found]


def test_report_gives_no_work() -> None:
    report = replace(plan(tasks=(Task("I/1", "Xã Phước Hậu", "đạt"),), recipients=("UBND xã",)), is_plan=False)

    assert said(check, report) == []
