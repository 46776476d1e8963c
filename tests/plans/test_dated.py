"""The data file of law that changes."""

from datetime import date

import pytest

from tongket.plans.dated import read_rule, read_superseded, rule, superseded

ROW = {"name": "A", "cited": "a", "by": "B", "on": date(2024, 1, 1), "source": "B", "certain": True}


def test_every_row_has_a_source_and_a_day() -> None:
    assert [row.name for row in superseded() if not row.source or not row.by] == []
    assert min(row.on for row in superseded()) == date(2020, 3, 5)


def test_rule_holds_from_its_day_to_the_day_before_its_end() -> None:
    merit = rule("certificate-of-merit-by-province-and-above")

    days = (date(2023, 12, 31), date(2024, 1, 1), date(2026, 9, 30), date(2026, 10, 1))
    assert [merit.holds_on(day) for day in days] == [False, True, True, False]


def test_rule_without_end_goes_on() -> None:
    assert rule("no-district-level").holds_on(date(2030, 1, 1))


def test_error_row_with_an_unknown_key() -> None:
    with pytest.raises(TypeError):
        read_superseded(ROW | {"colour": "red"})
    with pytest.raises(TypeError):
        read_rule({"code": "a", "from": date(2024, 1, 1), "source": "B"})


def test_error_rule_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        rule("no-such-rule")
