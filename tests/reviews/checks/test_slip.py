"""Money given in đồng where triệu đồng are asked, and the other way round."""

import pytest

from tests.factories.figures import figure, indicator
from tests.reviews.checks.asking import said, sight, spread
from tongket.reviews.checks.sight import Spread
from tongket.reviews.checks.slip import check
from tongket.reviews.rules import Nature

MONEY = (indicator("tien", measure="triệu đồng", nature=Nature.MONEY, decimals=1),)


@pytest.mark.parametrize(
    ("value", "last", "likely"),
    [
        ("450000000", 400, "450 triệu đồng"),
        ("450000", 400, "450 triệu đồng"),
        ("0.45", 400, "450 triệu đồng"),
        ("450", 400, None),
        ("4000", 400, None),
        ("0", 400, None),
        ("450000000", 0, None),
    ],
)
def test_value_a_thousand_or_a_million_times_the_last_is_told(value: str, last: int, likely: str | None) -> None:
    found = check(sight(figure("tien", value), asked=MONEY, before={"tien": last}))

    assert [str(each.values["likely"]).replace("\N{NO-BREAK SPACE}", " ") for each in found] == (
        [likely] if likely else []
    )


@pytest.mark.parametrize(
    ("value", "peers", "count"),
    [
        ("450000000", spread(400, 50, 3000), 1),
        ("450000000", spread(400, 50, 3000, 4), 0),
        ("9000", spread(400, 50, 3000), 0),
        ("450000000", spread(0, 0, 0), 0),
    ],
)
def test_value_far_from_all_others_is_told_where_none_is_known_from_before(
    value: str, peers: Spread, count: int
) -> None:
    found = check(sight(figure("tien", value), asked=MONEY, peers=peers))

    assert (
        said(found)
        == ["Ghi 450.000.000 triệu đồng, các đơn vị khác khoảng 400 triệu đồng: có lẽ ghi nhầm đơn vị tính."][:count]
    )


def test_only_money_is_asked_about() -> None:
    assert check(sight(figure("ho", 450_000), asked=(indicator("ho"),), before={"ho": 400})) == ()
