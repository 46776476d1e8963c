"""Any lines at all are read without an error, every span lies in its line, every doubt has its reason."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plans.test_model_plan import MODEL
from tongket.plans.read import read_document
from tongket.reading.document import Cell, Document, Line, Source

_PIECES = [
    *[line for line in MODEL.read_text(encoding="utf-8").split("\n") if line.strip()],
    *[
        "I.",
        "1.",
        "-",
        "a)",
        "|",
        "(",
        "“",
        "Số:",
        "ngày",
        "Phần thứ nhất",
        "KẾ HOẠCH",
        "Nơi nhận:",
        "V/v",
        "TM.",
        "Điều 1.",
    ],
    *["gửi trước ngày 31/2/2025", "99/99/9999", "ngày 0 tháng 0 năm 0000", "cuối tháng 12 năm 9999", "25h61", "quý V"],
]
_CELLS = st.none() | st.builds(Cell, st.integers(0, 1), st.integers(0, 2), st.integers(0, 3))
_LINES = st.builds(
    Line,
    st.sampled_from(_PIECES),
    bold=st.booleans(),
    indent=st.sampled_from([0.0, 36.0, 200.0]),
    cell=_CELLS,
    gap=st.booleans(),
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(_LINES, max_size=40), st.booleans())
def test_any_lines_are_read(lines: list[Line], wrapped: bool) -> None:  # noqa: FBT001
    plan = read_document(Document(Source.TEXT, tuple(lines), hard_wrapped=wrapped))

    spans = [span for evidence in plan.evidence.values() for span in evidence.spans]
    assert all(0 <= span.start <= span.end <= len(plan.lines[span.line].text) for span in spans)
    assert all(evidence.doubt for evidence in plan.evidence.values() if evidence.sure < 0.9)
