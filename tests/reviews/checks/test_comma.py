"""A comma lost or a dot read otherwise than it was meant."""

from decimal import Decimal

import pytest

from tests.factories.figures import figure, indicator
from tests.reviews.checks.asking import said, sight, spread
from tongket.reviews.checks.comma import check

AREA = (indicator("dat", measure="m²", decimals=1), indicator("ho", measure="hộ"))


@pytest.mark.parametrize(
    ("code", "value", "written", "last", "likely"),
    [
        ("dat", "39605", "39605", 4000, "3.960,5 m²"),
        ("dat", "3.5", "3.500", 3400, "3.500 m²"),
        ("dat", "3500", "3,500", 3, "3,5 m²"),
        ("dat", "39605", "39605", 39000, None),
        ("dat", "3500", "3,500", 3400, None),
        ("dat", "50", "50", 5000, None),
        ("ho", "39605", "39605", 4000, None),
    ],
)
def test_other_reading_that_fits_is_proposed(
    code: str, value: str, written: str, last: int, likely: str | None
) -> None:
    found = check(sight(figure(code, value, written=written), asked=AREA, before={code: last}))

    assert [str(each.values["likely"]).replace("\N{NO-BREAK SPACE}", " ") for each in found] == (
        [likely] if likely else []
    )


def test_others_tell_what_is_usual_where_nothing_is_known_from_before() -> None:
    found = check(sight(figure("dat", "39605"), asked=AREA, peers=spread(4000, 1000, 9000)))

    assert said(found) == ["Ghi 39.605 m², các đơn vị khác khoảng 4.000 m²: có lẽ sai chỗ dấu phẩy."]


def test_zero_and_the_unknown_pass() -> None:
    assert check(sight(figure("dat", "0"), asked=AREA, before={"dat": 100})) == ()
    assert check(sight(figure("dat", Decimal("39605").to_eng_string()), asked=AREA)) == ()
