"""What the reader could not keep."""

from tests.papers.checks.looking import PROSE, found, sight
from tongket.papers.checks.lost import check
from tongket.reading.manuscript.values import Picture


def test_every_kind_is_told_once() -> None:
    assert found(check, sight(PROSE, lost=("chart", "equation", "chart", "sound"))) == [
        "Tệp có biểu đồ, bản dàn lại không giữ được.",
        "Tệp có công thức, bản dàn lại chỉ giữ phần chữ.",
        "Tệp có phần mà bản dàn lại không giữ được.",
    ]


def test_nothing_lost_is_silent() -> None:
    assert found(check, sight(PROSE)) == []


def test_drawings_of_windows_are_named_by_their_place() -> None:
    pictures = (
        Picture(b"", "image/png", 10.0, 10.0),
        Picture(b"", "image/x-emf", 10.0, 10.0),
        Picture(b"", "image/x-wmf", 10.0, 10.0),
    )

    assert found(check, sight(PROSE, pictures=pictures)) == [
        "Hình thứ 2, 3 trong tệp là hình vẽ kiểu EMF hoặc WMF, bản dàn lại để khung trống."
    ]
