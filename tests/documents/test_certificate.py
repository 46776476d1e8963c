"""Texts at their places on a pre-printed sheet."""

import pytest

from tongket.documents.certificate import HEIGHT_MM, PLACES, WIDTH_MM, certificate


def test_texts_stand_at_their_places() -> None:
    made = certificate({"name": "Hội Nông dân", "merit": "", "other": "x"})

    assert (made.width_mm, made.height_mm) == (WIDTH_MM, HEIGHT_MM)
    assert [(text.text, text.x_mm, text.y_mm, text.bold) for text in made.texts] == [("Hội Nông dân", 40, 92, True)]


def test_an_office_moves_them() -> None:
    own = {"name": {"y_mm": 120.5, "size_pt": 30}}

    made = certificate({"name": "Hội", "signer": "A"}, own)

    assert [(text.y_mm, text.size_pt) for text in made.texts] == [(120.5, 30), (PLACES["signer"].y_mm, 14)]


def test_places_stretch_with_the_sheet_but_for_those_that_the_office_set() -> None:
    own = {"width_mm": 420, "height_mm": 297, "name": {"y_mm": 120.5, "size_pt": 30}}

    made = certificate({"name": "Hội", "signer": "A"}, own)

    assert (made.width_mm, made.height_mm) == (420, 297)
    assert [(text.x_mm, text.y_mm, text.width_mm, text.size_pt) for text in made.texts] == [
        (56.57, 120.5, 306.87, 30),
        (226.26, 257.4, 155.56, 19.8),
    ]


@pytest.mark.parametrize(
    ("number", "width_mm", "text"),
    [
        ("320/QĐ-MTTQ-BTT", 110, "Quyết định số 320/QĐ-MTTQ-BTT\nngày 25 tháng 10 năm 2024"),
        ("320/QĐ-MTTQ-BTT", 118, "Quyết định số 320/QĐ-MTTQ-BTT ngày 25 tháng 10 năm 2024"),
        ("32/QĐ-UBND", 110, "Quyết định số 32/QĐ-UBND ngày 25 tháng 10 năm 2024"),
    ],
)
def test_number_and_day_of_the_decision_are_never_torn(number: str, width_mm: float, text: str) -> None:
    decision = f"Quyết định số {number}\nngày 25 tháng 10 năm 2024"

    made = certificate({"decision": decision}, {"decision": {"width_mm": width_mm}})

    assert [each.text for each in made.texts] == [text]


def test_lines_of_the_signer_stay_apart() -> None:
    made = certificate({"authority": "TM. BAN\nCHỦ TỊCH"})

    assert [each.text for each in made.texts] == ["TM. BAN\nCHỦ TỊCH"]


def test_every_place_lies_on_the_sheet() -> None:
    assert [
        name for name, place in PLACES.items() if place.x_mm + place.width_mm > WIDTH_MM or place.y_mm > HEIGHT_MM
    ] == []
