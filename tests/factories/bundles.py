"""Makes bundles as another installation signs them."""

from collections.abc import Sequence
from datetime import date

from tests.factories.conferences import NOW
from tests.factories.reviews import YEAR, figures_value
from tongket.reviews.bundles.values import About, Annex, Asked, Bundle, Coverage, Sender, Summary
from tongket.reviews.bundles.writing import write_bundle
from tongket.reviews.rules import Kind
from tongket.reviews.values import Cut, Filled

KEY = bytes(range(32))
OTHER_KEY = bytes(range(1, 33))


def make_summary(
    *,
    sender: str = "Ủy ban MTTQ Việt Nam xã Tam Thăng",
    place: str = "Tam Thăng",
    coverage: Sequence[Coverage] = (),
    **figures: object,
) -> Summary:
    """What a commune reports upward: its figures of 2024 in the measures that `make_outline` asks."""
    return Summary(
        sender=Sender(sender, "front", "xã", place),
        about=About("Hội nghị tổng kết", date(2024, 10, 20), "12/BC-MTTQ-BTT"),
        made_at=NOW,
        filled=Filled(answers={"results": "Phong trào lan rộng."}, figures=figures_value(figures or {"models": 8})),
        periods=(YEAR,),
        asked={
            "models": Asked("Mô hình đang duy trì", "mô hình"),
            "money": Asked("Tiền vận động được", "đồng"),
            "songs": Asked("Bài hát mới", "bài"),
        },
        coverage=tuple(coverage),
        statements=(Cut(Kind.RECOMMENDATION, "Đề nghị bố trí kinh phí năm đầu.", "recommendations"),),
    )


def make_bundle(*, summary: Summary | None = None, key: bytes = KEY) -> bytes:
    """The file of a bundle with a report and an annex."""
    bundle = Bundle(summary or make_summary(), b"%PDF-1.7 bao cao", (Annex("bieu.xlsx", b"PK bieu"),))
    return write_bundle(bundle, key)
