"""Who is in and who is missing."""

import pytest

from tongket.core.findings import compose
from tongket.reviews.tallying.coverage import Coverage, approximate, finding


@pytest.mark.parametrize(
    ("coverage", "message"),
    [
        (Coverage(18, 18), None),
        (Coverage(15, 18, ("Đoàn", "An Sơn", "Hòa Hương")), "15/18 đơn vị có số; thiếu Đoàn, An Sơn, Hòa Hương."),
        (Coverage(1, 8, tuple("abcdefg")), "1/8 đơn vị có số; thiếu a, b, c, d, e và 2 đơn vị nữa."),
        (Coverage(15, 18), "15/18 đơn vị có số."),
    ],
)
def test_missing_units_are_named_as_far_as_they_can_be_read(coverage: Coverage, message: str | None) -> None:
    found = finding(coverage, indicator="ho", period="2024")

    assert (compose(found).found if found else None) == message


def test_coverage_is_written_as_reports_write_it() -> None:
    assert str(Coverage(15, 18)) == "15/18"


@pytest.mark.parametrize(
    ("units", "message"),
    [
        ((), None),
        (("Đoàn",), "Tổng có số ước chừng của Đoàn."),
        (tuple("abcdefg"), "Tổng có số ước chừng của a, b, c, d, e và 2 đơn vị nữa."),
    ],
)
def test_total_of_approximate_figures_says_so(units: tuple[str, ...], message: str | None) -> None:
    found = approximate(units, indicator="ho", period="2024")

    assert (compose(found).found if found else None) == message
