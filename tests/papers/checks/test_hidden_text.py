"""Hidden words."""

from tests.papers.checks.looking import PROSE, block, codes, sight, told
from tongket.papers.checks.hidden_text import check


def test_hidden_words_are_counted_and_quoted() -> None:
    seen = sight(PROSE, block("kết quả rất tốt", is_hidden=True))

    (finding,) = check(seen)

    assert (finding.code, finding.quote, finding.values["block"]) == ("hidden-text", "kết quả rất tốt", 1)
    assert told(check, seen) == [
        "Có 4 chữ ẩn: chữ trắng, chữ đánh dấu ẩn hoặc nhỏ đến mức không đọc được. "
        "Chữ nào cũng nhìn thấy; chữ ẩn không được in, không tính vào số trang và không đọc. "
        "Trang 2. Cho chữ hiện ra nếu cần, không thì xóa."
    ]


def test_hidden_blanks_and_signs_are_silent() -> None:
    assert codes(check, sight(PROSE, block("  –  ", is_hidden=True))) == []
