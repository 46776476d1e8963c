"""What stands under a line: a real rule, signs, an underline, nothing."""

import pytest

from tests.documents.seen.showing import p, sight
from tongket.documents.seen.strokes import Stroke, drawn_in_header, stroke_under
from tongket.documents.seen.values import SeenParagraph, SeenRun

MOTTO = "Độc lập - Tự do - Hạnh phúc"
OTHER = p("Tam Kỳ, ngày 11 tháng 10 năm 2024", cell=1)


@pytest.mark.parametrize(
    ("rows", "stroke"),
    [
        ([p(MOTTO, cell=1, is_ruled_below=True), OTHER], Stroke.LINE),
        ([p(MOTTO, cell=1, drawn=1), OTHER], Stroke.LINE),
        ([p(MOTTO, cell=1), p(cell=1, is_ruled_above=True), OTHER], Stroke.LINE),
        ([p(MOTTO, cell=1), p(cell=1, is_ruled_below=True), OTHER], Stroke.LINE),
        ([p(MOTTO, cell=1), p(cell=1, drawn=1)], Stroke.LINE),
        ([p(MOTTO, cell=1), p(cell=0, is_ruled_below=True), OTHER], Stroke.NONE),
        ([p(MOTTO, cell=1), p("─────", cell=1)], Stroke.SIGNS),
        ([p(MOTTO, cell=1), p(cell=1), p("-----", cell=1)], Stroke.SIGNS),
        ([p(MOTTO, cell=1), OTHER, p("-----", cell=1)], Stroke.NONE),
        ([p(MOTTO, cell=1)], Stroke.NONE),
        ([SeenParagraph((SeenRun(MOTTO, underlined=True),)), OTHER], Stroke.UNDERLINE),
    ],
)
def test_rule_under_the_motto(rows: list[SeenParagraph], stroke: Stroke) -> None:
    found = sight(*rows)

    assert found.header.motto
    assert stroke_under(found.header.motto, found) == stroke


def test_floating_lines_are_counted_in_the_header_only() -> None:
    found = sight(p("UBND TỈNH A", drawn=2), p("Số: 12/KH-UBND"), p("KẾ HOẠCH", centred=True), p("chữ " * 60, drawn=4))

    assert drawn_in_header(found) == 2
