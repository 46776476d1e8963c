"""Groups of a corrected plan are found again by their words."""

import pytest

from tongket.delegates.renumbering import renumbered

HOST, UNITS, PRAISED = "Ban Thường trực thành phố", "Mỗi xã, phường 02 đại biểu", "Đại biểu được khen thưởng"


@pytest.mark.parametrize(
    ("after", "moves"),
    [
        ({"1": HOST, "2": UNITS, "3": PRAISED}, {}),
        ({"1": HOST, "2": "Mỗi xã, phường cử 03 đại biểu", "3": PRAISED}, {}),
        ({"1": HOST, "2": "Phóng viên báo, đài", "3": UNITS, "4": PRAISED}, {"2": "3", "3": "4"}),
        ({"1": UNITS, "2": HOST, "3": PRAISED}, {"1": "2", "2": "1"}),
        ({"1": UNITS, "2": PRAISED}, {"1": "", "2": "1", "3": "2"}),
        ({"1": HOST, "2": UNITS}, {}),
        ({"1": HOST, "2": PRAISED, "3": "Mỗi xã, phường cử 03 đại biểu"}, {"2": "3", "3": "2"}),
    ],
)
def test_a_group_goes_where_its_words_stand(after: dict[str, str], moves: dict[str, str]) -> None:
    assert renumbered({"1": HOST, "2": UNITS, "3": PRAISED}, after) == moves


def test_groups_with_the_same_words_keep_their_own_clause() -> None:
    assert renumbered({"1": UNITS, "2": UNITS}, {"1": UNITS, "2": UNITS}) == {}
