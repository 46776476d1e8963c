"""The annex of sources calls each source what it is."""

from tests.factories.synthesis import Reported
from tongket.synthesis.queries.draft import examined
from tongket.synthesis.queries.drawn import Shown
from tongket.synthesis.queries.printed import markdown_of


def test_themes_are_called_themes_beside_units(reported: Reported) -> None:
    sections = list(reported.report.sections.order_by("ordinal"))

    whole = markdown_of(examined(reported.conference), sections, shown=Shown(), with_sources=True)

    (row,) = [line for line in whole.splitlines() if "còn gặp khó khăn, hạn chế" in line and line.startswith("|")]
    assert row.split(" | ")[-1].startswith("chủ đề “Kinh phí cho phong trào và sáng kiến”; ")
    without = markdown_of(examined(reported.conference), sections, shown=Shown(), with_sources=False)
    assert "NGUỒN CỦA TỪNG CÂU" not in without
