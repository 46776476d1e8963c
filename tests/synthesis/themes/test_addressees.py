"""Whom a recommendation asks, and what for, read from its words."""

import pytest

from tongket.synthesis.themes.addressees import Asked, addressee_key, asked


@pytest.mark.parametrize(
    ("text", "addressee", "ask"),
    [
        ("Đề nghị UBND thành phố bố trí kinh phí.", "UBND thành phố", "bố trí kinh phí"),
        (
            "Kiến nghị Ban Thường trực UBMTTQVN thành phố ban hành mẫu sổ",
            "Ban Thường trực UBMTTQVN thành phố",
            "ban hành mẫu sổ",
        ),
        ("Đề xuất Phòng Kinh tế hướng dẫn hồ sơ", "Phòng Kinh tế", "hướng dẫn hồ sơ"),
        ("Đề nghị Sở Công Thương, Phòng Kinh tế tổ chức hội chợ", "Sở Công Thương, Phòng Kinh tế", "tổ chức hội chợ"),
        ("Đề nghị HĐND và UBND các cấp tiếp thu ý kiến", "HĐND và UBND các cấp", "tiếp thu ý kiến"),
        ("Kính đề nghị Uỷ ban Mặt trận tỉnh: sớm có hướng dẫn", "Uỷ ban Mặt trận tỉnh", "sớm có hướng dẫn"),
        ("Đối với UBND thành phố: tăng chuyến xe gom rác", "UBND thành phố", "tăng chuyến xe gom rác"),
        (
            "Đề nghị Hội đồng Thi đua - Khen thưởng thành phố tăng số giấy khen",
            "Hội đồng Thi đua - Khen thưởng thành phố",
            "tăng số giấy khen",
        ),
        ("Đề nghị Ngân hàng Chính sách xã hội nâng mức vay", "Ngân hàng Chính sách xã hội", "nâng mức vay"),
        ("Đề nghị UBND xã khai thông cống", "UBND xã", "khai thông cống"),
        ("Đề nghị ban hành bộ tiêu chí", "", "ban hành bộ tiêu chí"),
        ("Đề nghị bố trí kinh phí", "", "bố trí kinh phí"),
        ("Giúp đưa hàng vào siêu thị.", "", "Giúp đưa hàng vào siêu thị"),
    ],
)
def test_whom_and_what_for(text: str, addressee: str, ask: str) -> None:
    assert asked(text) == Asked(addressee, ask)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND thành phố", "Ủy ban nhân dân thành phố"),
        ("Uỷ ban MTTQ Việt Nam tỉnh", "UBMTTQVN tỉnh"),
        ("BTT Ủy ban MTTQ thành phố", "Ban Thường trực UBMTTQ Việt Nam thành phố"),
    ],
)
def test_one_addressee_in_several_spellings(one: str, other: str) -> None:
    assert addressee_key(one) == addressee_key(other)


def test_two_levels_are_two_addressees() -> None:
    assert addressee_key("UBND thành phố") != addressee_key("UBND tỉnh")
