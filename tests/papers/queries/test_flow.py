"""The plain text of a paper carries the numbers of what is said of it, and marks the words that are meant."""

import pytest

from tongket.papers.marks import Spot
from tongket.papers.queries.flow import Stretch, flow_of, stretches_of
from tongket.reading.manuscript.typed import manuscript_of


@pytest.mark.parametrize(
    ("quotes", "marked"),
    [
        ([], []),
        (["38 hộ"], ["38 hộ"]),
        (["38 hộ…"], ["38 hộ"]),
        (["không có ở đây"], []),
        (["còn 38", "38 hộ"], ["còn 38 hộ"]),
        (["Xã", "nghèo"], ["Xã", "nghèo"]),
    ],
)
def test_quoted_words_are_marked(quotes: list[str], marked: list[str]) -> None:
    stretches = stretches_of("Xã còn 38 hộ nghèo", quotes)

    assert [part.text for part in stretches if part.is_meant] == marked
    assert "".join(part.text for part in stretches) == "Xã còn 38 hộ nghèo"


def test_each_paragraph_has_what_is_said_of_it() -> None:
    blocks = manuscript_of("# Tên\n\nĐoạn một\n\nĐoạn hai").blocks
    found, talk = Spot(1, "a", 1), Spot(1, "b", 2, "hai")

    rows = flow_of(blocks, [found], [talk])

    assert [(row.found, row.talks) for row in rows] == [((), ()), ((found,), ()), ((), (talk,))]
    assert rows[2].stretches == (Stretch("Đoạn "), Stretch("hai", is_meant=True))
