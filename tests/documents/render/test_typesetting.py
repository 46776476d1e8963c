import sys
from pathlib import Path

import pytest

from tongket.documents.render.typesetting import ROOT, answer

LAID = ROOT / "papers" / "render" / "laid.typ"


def megabytes() -> float:
    """What this process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def pages(number: int) -> int:
    """The pages of a long text, each time another."""
    runs = [[f"Bài {number}, câu {place}. Đã vận động hội viên tham gia.", "", {}] for place in range(400)]
    setting = {"above": 0, "size": 14, "align": "justify", "leading": 0}
    paragraph = setting | {"kind": "paragraph", "number": 0, "runs": runs}
    sheet = {"width": 210, "height": 297, "top": 20, "bottom": 20, "left": 30, "right": 15}
    letters = {"ascent": 0.9, "descent": 0.2, "raised": 0.6, "note-size": 10}
    paper = {"sheet": sheet, **letters, "blocks": [paragraph], "notes": [], "pictures": []}
    return len(answer(LAID, {"papers": [paper]}, "query(<paper-page>).map(each => each.value)"))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what a process holds")
def test_many_answers_hold_no_more_than_a_few() -> None:
    for number in range(15):
        found = pages(number)
    before = megabytes()
    for number in range(15, 45):
        pages(number)

    assert found == 5
    assert megabytes() - before < 15
