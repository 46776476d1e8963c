"""Models as reports name them."""

import pytest

from tests.factories.outlines import manuscript_of
from tongket.reviews.reports.lines import lines_of
from tongket.reviews.reports.naming import named_in


def named(text: str) -> list[tuple[str, str, str]]:
    return [(each.name, each.owner, each.place_name) for each in named_in(lines_of(manuscript_of(text)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Tiêu biểu là mô hình “Chiếu cói Thạch Tân” của Hội LHPN xã, giúp 35 hộ.",
            [("Chiếu cói Thạch Tân", "Hội LHPN xã", "")],
        ),
        ("Có mô hình “Biến rác thành tiền” tại phường An Sơn.", [("Biến rác thành tiền", "", "phường An Sơn")]),
        (
            "Duy trì mô hình “Camera an ninh”, “Tuyến đường hoa” và “Ngôi nhà xanh”.",
            [("Camera an ninh", "", ""), ("Tuyến đường hoa", "", ""), ("Ngôi nhà xanh", "", "")],
        ),
        (
            "Mô hình Hẻm xanh không rác của khối phố An Hà Đông được khen.",
            [("Hẻm xanh không rác", "khối phố An Hà Đông", "")],
        ),
        ("Phong trào “Tuổi trẻ sáng tạo” được hưởng ứng.", []),
        ("Có 3 mô hình được nhân rộng.", []),
        ('Mô hình "Dòng sông không rác" do Đoàn xã thực hiện.', [("Dòng sông không rác", "Đoàn xã", "")]),
    ],
)
def test_names_owners_and_places_are_found(text: str, found: list[tuple[str, str, str]]) -> None:
    assert named(text) == found


def test_model_named_twice_is_one() -> None:
    text = "Mô hình “Hẻm xanh” hoạt động tốt.\nMô hình “Hẻm xanh” của Hội LHPN được nhân rộng."

    assert named(text) == [("Hẻm xanh", "Hội LHPN", "")]


def test_sentence_and_place_stand_beside_the_name() -> None:
    (model,) = named_in(lines_of(manuscript_of("Dân vui.\nMô hình “Hẻm xanh” hoạt động tốt. Hết.")))

    assert (model.quote, model.place.block) == ("Mô hình “Hẻm xanh” hoạt động tốt.", 1)
