"""Which group of a corrected plan is which group of the plan before."""

import pytest

from tongket.delegates.clauses import moves_of

OFFICE, COMMUNES, REWARDED = "Ban Thường trực thành phố", "Mỗi xã, phường 02 đại biểu", "Đại biểu được khen thưởng"


@pytest.mark.parametrize(
    ("before", "after", "moves"),
    [
        ({"1/1": OFFICE, "1/2": COMMUNES}, {"1/1": OFFICE, "1/2": COMMUNES}, {}),
        ({"1/1": OFFICE, "1/2": COMMUNES}, {"1/1": COMMUNES, "1/2": OFFICE}, {"1/1": "1/2", "1/2": "1/1"}),
        ({"1/1": OFFICE}, {"1/1": REWARDED, "1/2": OFFICE}, {"1/1": "1/2"}),
        ({"1/2": COMMUNES}, {"1/3": "Mỗi xã, phường 03 đại biểu"}, {"1/2": "1/3"}),
        ({"1/1": OFFICE, "1/2": COMMUNES}, {"1/1": COMMUNES}, {"1/2": "1/1", "1/1": ""}),
        ({"1/1": OFFICE}, {"1/1": "Báo, đài đưa tin"}, {}),
        ({"1/1": OFFICE, "1/2": COMMUNES}, {"1/1": OFFICE}, {}),
    ],
    ids=["as it was", "changed places", "one before it", "number corrected", "one dropped", "reworded", "gone"],
)
def test_a_group_is_known_by_its_words(before: dict[str, str], after: dict[str, str], moves: dict[str, str]) -> None:
    assert moves_of(before, after) == moves
