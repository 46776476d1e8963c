"""A figure that the program read waits for a person."""

from tests.factories.figures import figure, indicator
from tests.reviews.checks.asking import said, sight
from tongket.reviews.checks.doubtful import check
from tongket.reviews.rules import FigureState

ASKED = (indicator("ho", measure="hộ"), indicator("dat", measure="m²"))


def test_proposed_figures_are_told_with_the_readers_doubt() -> None:
    proposed = FigureState.PROPOSED
    seen = sight(
        figure("ho", 57, state=proposed, quote="Giúp 57 hộ."),
        figure("dat", 3, state=proposed, doubt="Câu ghi {other} {value}.", values={"other": "hai số:"}),
        figure("ho", 3, 2023),
        asked=ASKED,
    )

    found = check(seen)

    assert said(found) == ["Số 57 hộ đọc từ báo cáo, chưa ai xác nhận.", "Câu ghi hai số: 3 m²."]
    assert found[0].quote == "Giúp 57 hộ."
