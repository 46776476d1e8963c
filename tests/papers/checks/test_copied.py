"""Passages that another text has too."""

import pytest

from tests.papers.checks.looking import PROSE, Passage, codes, sight, told
from tongket.papers.checks.copied import block_at, check
from tongket.papers.values import Known, Origin, Source

OTHER = Known(sources=(Source(7, "Chợ nhỏ của chị em"), Source(8, "báo cáo 2024", Origin.REVIEW)))


def passage(syllables: int, *, key: int = 7, start: int = 0) -> Passage:
    """A passage of so many syllables from the beginning of the paper's text."""
    return Passage(key, start, start + len(PROSE), PROSE, syllables)


def test_passage_is_told_with_its_place() -> None:
    seen = sight("Mở đầu.", PROSE, passages=(passage(28, start=8),), known=OTHER)

    (finding,) = check(seen)

    assert (finding.code, finding.level, finding.values["block"]) == ("copied", "advice", 1)
    assert finding.quote.startswith("Tổ họp vào buổi tối, hộ nào cần gì")
    assert told(check, seen) == [
        "Đoạn 28 chữ giống tham luận “Chợ nhỏ của chị em”. "
        "Lời của chính người viết; cả bài có 28 chữ giống, chừng 3%. "
        "Trang 2. Đối chiếu hai đoạn; nếu chép thì viết lại, nếu trích thì ghi rõ nguồn."
    ]


def test_fifth_of_a_paper_needs_a_person() -> None:
    much = (passage(150), passage(60, start=200))

    assert [finding.level for finding in check(sight(PROSE * 4, passages=much, known=OTHER))] == ["approval"]


def test_own_report_is_advice_however_long() -> None:
    seen = sight(PROSE, passages=(passage(600, key=8),), known=OTHER)

    assert [finding.level for finding in check(seen)] == ["advice"]
    assert told(check, seen)[0].startswith("Đoạn 600 chữ giống báo cáo của đơn vị “báo cáo 2024”.")


@pytest.mark.parametrize("passages", [(), (passage(24),), (passage(20), passage(20, start=100))])
def test_names_and_phrases_are_silent(passages: tuple[Passage, ...]) -> None:
    assert codes(check, sight(PROSE, passages=passages, known=OTHER)) == []


def test_block_is_found_by_the_letter() -> None:
    seen = sight("abc", "def", "ghi")

    assert [block_at(seen, place) for place in (0, 3, 4, 7, 8, 99)] == [0, 0, 1, 1, 2, 2]
