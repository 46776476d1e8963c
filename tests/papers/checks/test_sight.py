"""Places, pages and numbers as the checks give them."""

from tests.papers.checks.looking import PROSE, sight
from tongket.papers.checks.sight import EVERYWHERE, ON_PAGE, short


def test_page_of_words_deep_in_a_long_block_is_reckoned() -> None:
    seen = sight(" ".join(f"chữ{number}" for number in range(100)), pages=1.9)

    assert [seen.values(0, f"chữ{number}")["page"] for number in (0, 40, 60, 99)] == [1, 1, 2, 2]


def test_block_without_a_place_has_no_page() -> None:
    seen = sight(PROSE)

    assert seen.values(0) == {"block": 0, "page": 1}
    assert (seen.page(7), seen.where(7), seen.where(0)) == (None, "", ON_PAGE)
    assert EVERYWHERE != ON_PAGE


def test_quotation_is_cut_between_words() -> None:
    assert short(PROSE) == "Tổ họp vào buổi tối, hộ nào cần gì thì tự nói ra, tổ ghi vào một tờ giấy, không ghi thay,…"
    assert short("ngắn") == "ngắn"
