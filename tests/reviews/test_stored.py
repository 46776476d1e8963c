from datetime import date
from decimal import Decimal

from tongket.core.findings import Finding, Level
from tongket.core.stored_findings import findings_from_json, findings_to_json
from tongket.reviews.rules import FigureState, Manner
from tongket.reviews.stored import from_json, to_json
from tongket.reviews.values import Figure, Filled, Named, Place


def test_filled_comes_back_as_it_was() -> None:
    filled = Filled(
        unit="Xã Tam Thăng",
        revision=3,
        answers={"results": "Có 12 mô hình."},
        figures=(
            Figure(
                "models", "2024", Decimal("12"), "12", "gần", "ghi chú", "gần 12 mô hình", Place(2, 5, "Số liệu!E7")
            ),
            Figure(
                "money", "2024", None, "nhiều", state=FigureState.PROPOSED, doubt="Không đọc được", values={"a": "b"}
            ),
        ),
        exemplars=(Named("Tổ đoàn kết", "Chi hội", "thôn 2", "có Tổ đoàn kết", Place(1, 3)),),
        manner=Manner.MEETING,
        held_on=date(2024, 10, 12),
        signer="Lê Văn A",
        signer_post="Chủ tịch",
        place="Nhà văn hóa",
        attended=40,
    )

    assert from_json(to_json(filled)) == filled


def test_filled_of_nothing_is_empty() -> None:
    assert from_json({}) == Filled()


def test_numbers_lose_no_digit() -> None:
    filled = Filled(figures=(Figure("money", "2024", Decimal("1200000.5000")),))

    assert to_json(filled)["figures"][0]["value"] == "1200000.5"


def test_findings_come_back_in_any_language() -> None:
    finding = Finding("range", Level.ADVICE, "Thấy {n}", "Cần ít hơn", clause="I/1", values={"n": Decimal("3")})

    kept = findings_from_json(findings_to_json([finding]))

    assert kept == (Finding("range", Level.ADVICE, "Thấy {n}", "Cần ít hơn", clause="I/1", values={"n": "3"}),)
