"""How a paper ends."""

import pytest

from tests.papers.checks.looking import PROSE, codes, sight, told
from tongket.papers.checks.closing import check


def test_text_that_stops_is_told() -> None:
    assert told(check, sight(PROSE, "Bài học thứ ba là phải có người")) == [
        "Bài dừng ở “Bài học thứ ba là phải có người”, không có lời kết hay dấu ./. "
        "Lời cảm ơn, lời chúc hoặc dấu ./. ở cuối. Trang 2. Xem tệp có thiếu trang cuối không, rồi thêm lời kết."
    ]


@pytest.mark.parametrize(
    "last",
    [
        ("Xin trân trọng cảm ơn.",),
        ("Mọi việc sẽ tốt hơn./.",),
        ("Kính chúc hội nghị thành công!",),
        (
            "Xin cảm ơn./.",
            "TM. BAN THƯỜNG TRỰC",
            "CHỦ TỊCH",
            "Võ Thị Hồng Nhung",
            "Nơi nhận:",
            "- Như trên;",
            "- Lưu: VT.",
        ),
    ],
    ids=["thanks", "sign", "wish", "signer below"],
)
def test_endings_are_silent(last: tuple[str, ...]) -> None:
    assert codes(check, sight(PROSE, *last)) == []


def test_paper_without_words_is_silent() -> None:
    assert codes(check, sight("")) == []
