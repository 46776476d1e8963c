"""Models as reports name them."""

import pytest

from tests.factories.outlines import manuscript_of
from tests.factories.reviews import QUESTIONS
from tongket.reviews.reports.lines import lines_of
from tongket.reviews.reports.naming import named_in, named_in_answers
from tongket.reviews.rules import Kind
from tongket.reviews.values import Named, Question


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


ASKED = (*QUESTIONS, Question("models", "Nêu mô hình tiêu biểu.", Kind.EXEMPLAR, "Mô hình"))


def told(answers: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(each.name, each.owner, each.place_name) for each in named_in_answers(ASKED, answers)]


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("Mô hình “Hẻm xanh” của Hội LHPN xã, giúp 35 hộ.", [("Hẻm xanh", "Hội LHPN xã", "")]),
        ("“Hẻm xanh” và “Camera an ninh”.", [("Hẻm xanh", "", ""), ("Camera an ninh", "", "")]),
        ("Hẻm xanh không rác", [("Hẻm xanh không rác", "", "")]),
        ("- Hẻm xanh không rác (khối phố 4): 120 hộ tham gia.", [("Hẻm xanh không rác", "", "khối phố 4")]),
        (
            "1. Hẻm xanh, do Hội LHPN phụ trách\n2. Ngôi nhà xanh",
            [("Hẻm xanh", "Hội LHPN", ""), ("Ngôi nhà xanh", "", "")],
        ),
        ("+ Mô hình hẻm xanh tại thôn Một", [("hẻm xanh", "", "thôn Một")]),
        ("Không có.", []),
        ("- Chưa có mô hình", []),
        ("Có 3 mô hình được nhân rộng, nhân dân rất phấn khởi và tích cực tham gia.", []),
        ("- Đã xây dựng và duy trì được nhiều cách làm hay trong nhân dân, được xã khen.", []),
    ],
)
def test_answer_about_models_names_them_as_people_type(answer: str, found: list[tuple[str, str, str]]) -> None:
    assert told({"models": answer}) == found


def test_other_answers_name_only_what_they_call_a_model() -> None:
    assert told({"results": "- Hẻm xanh\nMô hình “Ngôi nhà xanh” tốt."}) == [("Ngôi nhà xanh", "", "")]


def test_place_of_an_answer_is_no_place_of_a_file() -> None:
    assert named_in_answers(ASKED, {"models": "Hẻm xanh"}) == (Named("Hẻm xanh", quote="Hẻm xanh"),)
