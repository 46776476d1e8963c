"""All checks together: every one answers, in order, and each has a file of its own."""

from decimal import Decimal
from pathlib import Path

from tests.factories.figures import figure, indicator, outline
from tests.reviews.checks.asking import spread
from tongket.reviews import checks
from tongket.reviews.checks import CHECKS, TITLES, examine
from tongket.reviews.rules import Nature
from tongket.reviews.values import Outline

ASKED = outline(
    indicator("ho", is_needed=True), indicator("tien", nature=Nature.MONEY, measure="triệu đồng", decimals=1)
)


def test_every_check_answers_in_order() -> None:
    results = examine(ASKED, [])

    assert [each.check for each in results] == list(TITLES)
    assert [each.check for each in results if each.findings] == ["needed"]


def test_every_file_but_the_sight_is_a_check() -> None:
    files = {path.stem for path in Path(checks.__file__).parent.glob("*.py")}

    assert files - {"__init__", "sight"} == {rule.name for rule in CHECKS}


def test_findings_name_indicator_and_period() -> None:
    found = examine(
        ASKED,
        [figure("ho", 57), figure("tien", 450_000_000)],
        before={"ho": Decimal(5)},
        peers={"tien": spread(400, 50, 900)},
        below={"ho": Decimal(59)},
    )

    findings = [each for result in found for each in result.findings]
    assert [(each.code, each.values["indicator"], each.values["period"]) for each in findings] == [
        ("slip", "tien", "2024"),
        ("jump", "ho", "2024"),
        ("below", "ho", "2024"),
    ]


def test_nothing_asked_is_nothing_found() -> None:
    assert [each for each in examine(Outline("", 1), [figure("ho", 1)]) if each.findings] == []
