"""Whom a recommendation asks, and what for, read from its words."""

import pytest

from tongket.synthesis.themes.addressees import Asked, Places, addressee_key, addressee_named, asked, told_to


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


TAM_KY = Places("thành phố", (("thành phố", "Tam Kỳ"), ("tỉnh", "Quảng Nam")))
LAO_CAI = Places("tỉnh", (("tỉnh", "Lào Cai"),))


@pytest.mark.parametrize(
    ("one", "other", "places"),
    [
        ("thành phố", "UBND thành phố", TAM_KY),
        ("chính quyền thành phố", "Uỷ ban nhân dân TP. Tam Kỳ", TAM_KY),
        ("UBND tỉnh Quảng Nam", "tỉnh", TAM_KY),
        ("Ban Thường trực", "Ban Thường trực Ủy ban MTTQ Việt Nam thành phố", TAM_KY),
        ("UBMTTQVN TP", "Mặt trận thành phố", TAM_KY),
        ("Ủy ban MTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Nam", TAM_KY),
        ("Thành đoàn", "Đoàn TNCS Hồ Chí Minh thành phố", TAM_KY),
        ("Hội LHPN tỉnh", "Hội Liên hiệp Phụ nữ tỉnh Lào Cai", LAO_CAI),
        ("tỉnh", "UBND tỉnh Lào Cai", LAO_CAI),
        ("Ban Thường trực", "Ủy ban MTTQ Việt Nam tỉnh Lào Cai", LAO_CAI),
    ],
)
def test_one_addressee_by_the_conferences_own_places(one: str, other: str, places: Places) -> None:
    assert addressee_key(one, places) == addressee_key(other, places)


def test_bodies_of_one_place_and_other_places_stay_apart() -> None:
    names = (
        "UBND thành phố",
        "Thành ủy",
        "Ban Thường vụ Thành ủy",
        "HĐND thành phố",
        "Thường trực HĐND thành phố",
        "HĐND và UBND thành phố",
        "Ủy ban MTTQ thành phố",
        "UBND tỉnh",
        "UBND thành phố Hội An",
        "UBND xã",
        "Phòng Kinh tế thành phố",
        "Tỉnh đoàn",
    )

    assert len({addressee_key(name, TAM_KY) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (["thành phố", "thành phố", "UBND thành phố"], "UBND thành phố"),
        (["thành phố"], "UBND thành phố"),
        (["chính quyền xã Tam Phú"], "UBND xã Tam Phú"),
        (["Phòng Kinh tế", ""], "Phòng Kinh tế"),
        ([""], ""),
    ],
)
def test_addressee_is_called_by_the_body_that_answers(names: list[str], called: str) -> None:
    assert addressee_named(names) == called


@pytest.mark.parametrize(
    ("text", "addressee", "told"),
    [
        ("Đề nghị thành phố cấp kinh phí.", "UBND thành phố", "cấp kinh phí"),
        ("Đề nghị Ban Thường trực cho mẫu sổ", "Ban Thường trực Ủy ban MTTQ Việt Nam thành phố", "cho mẫu sổ"),
        ("Đề nghị hướng dẫn thủ tục", "Sở Nội vụ", "hướng dẫn thủ tục"),
        ("Đề nghị Phòng Kinh tế hướng dẫn hồ sơ.", "UBND thành phố", "Đề nghị Phòng Kinh tế hướng dẫn hồ sơ."),
    ],
)
def test_who_is_named_already_is_not_named_again(text: str, addressee: str, told: str) -> None:
    assert told_to(text, addressee, TAM_KY) == told


def test_two_levels_are_two_addressees() -> None:
    assert addressee_key("UBND thành phố") != addressee_key("UBND tỉnh")
