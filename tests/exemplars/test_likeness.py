"""Which models are one: names alike, and a place where both may stand."""

import pytest

from tongket.exemplars.likeness import Pair, Told, bare, likely_same


@pytest.mark.parametrize(
    ("name", "is_called"),
    [
        ("Mô hình “Ngôi nhà xanh”", "ngoi nha xanh"),
        ("mô hình điểm Chi hội rau sạch", "chi hoi rau sach"),
        ("01 mô hình Tổ tiết kiệm xoay vòng", "to tiet kiem xoay vong"),
        ("Ngôi nhà xanh của Hội LHPN phường An Mỹ", "ngoi nha xanh"),
        ("Camera an ninh do Ủy ban MTTQ xã phụ trách", "camera an ninh"),
        ("Tuyến đường hoa tại khối phố 3", "tuyen duong hoa"),
        ("Công trình thắp sáng đường quê", "thap sang duong que"),
        ("Mô hình", "mo hinh"),
    ],
)
def test_a_name_is_bare_of_who_and_where(name: str, is_called: str) -> None:
    assert bare(name) == is_called


def test_an_organisation_and_a_ward_tell_one_model() -> None:
    by_women = Told(1, "Mô hình “Ngôi nhà xanh”", places=("phường An Mỹ",), homes=("Tam Kỳ",), is_wide=True)
    by_ward = Told(2, "Ngôi nhà xanh", homes=("An Mỹ",))

    assert likely_same([by_women, by_ward]) == (Pair(1, 2, 100.0, "phường An Mỹ"),)


def test_two_wards_have_a_model_of_the_same_name_each() -> None:
    assert likely_same([Told(1, "Ngôi nhà xanh", homes=("An Mỹ",)), Told(2, "Ngôi nhà xanh", homes=("An Phú",))]) == ()


def test_an_organisation_that_names_no_place_may_mean_any() -> None:
    by_farmers = Told(1, "Chi hội rau sạch", homes=("Tam Kỳ",), is_wide=True)

    assert likely_same([by_farmers, Told(2, "Chi hội rau sạch", homes=("Tam Phú",))]) == (Pair(1, 2, 100.0, ""),)


def test_a_slip_of_the_pen_and_missing_accents_do_not_part_a_name() -> None:
    one = Told(7, "Tổ hợp tác trồng rau sạch", homes=("Tam Phú",))
    other = Told(3, "To hop tac trong rau sach", homes=("Tam Phú",))
    slip = Told(9, "Tổ hợp tác trồng rau sach Tam Phú", homes=("Tam Phú",))

    assert [(pair.one, pair.other) for pair in likely_same([one, other, slip])] == [(3, 7), (3, 9), (7, 9)]


def test_other_names_in_one_place_stay_two() -> None:
    assert likely_same([Told(1, "Đường hoa", homes=("An Mỹ",)), Told(2, "Đường cờ", homes=("An Mỹ",))]) == ()


def test_what_a_person_told_apart_is_not_asked_again() -> None:
    told = [Told(1, "Đường hoa", homes=("An Mỹ",)), Told(2, "Đường hoa", homes=("An Mỹ",))]

    assert likely_same(told, apart={(1, 2)}) == ()


def test_the_order_of_the_input_changes_nothing() -> None:
    told = [Told(key, name, homes=("An Mỹ",)) for key, name in enumerate(["Đường hoa", "Đường  hoa.", "Đường hoa đẹp"])]

    assert likely_same(told) == likely_same(told[::-1])
