"""The level a plan speaks of."""

import pytest

from tests.plans.checks.judging import plan, said
from tongket.plans.checks.scope_words import check, issuer_level

CITY = "Ban Thường trực Ủy ban MTTQ Việt Nam thành phố Tam Kỳ"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("thanh niên toàn tỉnh", ["Kế hoạch là của thành phố, nhưng mục này ghi “toàn tỉnh”."]),
        (
            "toàn tỉnh, trên địa bàn tỉnh, toàn tỉnh",
            ["Kế hoạch là của thành phố, nhưng mục này ghi “toàn tỉnh”, “trên địa bàn tỉnh”."],
        ),
        ("trên địa bàn thành phố", []),
        ("toàn xã, trong phường", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert said(check, plan({"III.2/3": text}, issuer=CITY)) == found


def test_issuer_without_place_has_no_scope() -> None:
    assert said(check, plan({"I": "toàn tỉnh"}, issuer="CÔNG ĐOÀN CƠ SỞ")) == []


@pytest.mark.parametrize(
    ("issuer", "level"),
    [
        ("UBND TỈNH LÂM HÀ", "tỉnh"),
        ("UBND tỉnh Lâm Hà, Phòng Nội vụ huyện Tân Lập", "huyện"),
        ("ỦY BAN MTTQ VIỆT NAM PHƯỜNG HOÀI AN", "xã"),
        (None, None),
    ],
)
def test_level_is_the_last_place_named(issuer: str | None, level: str | None) -> None:
    assert issuer_level(plan(issuer=issuer)) == level
