"""Pictures that carry text, and photographs."""

import io
import random

import pytest
from PIL import Image, ImageDraw

from tests.papers.checks.looking import PROSE, block, codes, sight, told
from tongket.papers.checks.text_in_picture import check, looks_printed
from tongket.reading.manuscript.values import Paragraph, Picture, Piece

SHOWN = Paragraph((Piece("", picture=0),))


def saved(picture: Image.Image, kind: str = "PNG") -> bytes:
    """The bytes of a picture."""
    buffer = io.BytesIO()
    picture.save(buffer, kind)
    return buffer.getvalue()


def print_of(lines: int, *, ground: str = "white") -> Image.Image:
    """A sheet with lines of print."""
    sheet = Image.new("RGB", (1000, 700), ground)
    pen = ImageDraw.Draw(sheet)
    for line in range(lines):
        pen.text(
            (40, 30 + 24 * line),
            "to hop vao buoi toi, ho nao can gi thi tu noi ra, to ghi vao mot to giay " * 2,
            "black",
        )
    return sheet


def photograph() -> Image.Image:
    """Light above, dark below, grain over all: what a yard looks like."""
    dice = random.Random(4)
    picture = Image.new("RGB", (400, 300))
    picture.putdata(
        [
            (min(255, max(0, round(210 - 150 * (place // 400) / 300 + dice.gauss(0, 18)))),) * 3
            for place in range(400 * 300)
        ]
    )
    return picture


def chart() -> Image.Image:
    """Five bars on white."""
    sheet = Image.new("RGB", (600, 400), "white")
    pen = ImageDraw.Draw(sheet)
    for bar in range(5):
        pen.rectangle((60 + 100 * bar, 300 - 40 * bar, 120 + 100 * bar, 360), fill="navy")
    return sheet


def shown(data: bytes, width: float = 150, height: float = 105) -> Picture:
    """The picture at this size on paper."""
    return Picture(data, "image/png", width, height)


def test_large_picture_of_print_is_told_with_a_doubt() -> None:
    seen = sight(PROSE, SHOWN, pictures=(shown(saved(print_of(26))),))

    assert codes(check, seen) == ["text-in-picture"]
    assert told(check, seen) == [
        "Hình có thể chứa chữ. Chữ được gõ; chữ trong hình không tính vào số trang, thời gian đọc, và không tìm được. "
        "Trang 2. Gõ lại phần chữ, chỉ giữ hình khi hình nói điều mà chữ không nói được."
    ]


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        (saved(print_of(26), "JPEG"), True),
        (saved(print_of(12, ground="lightyellow")), True),
        (saved(print_of(26).convert("1")), True),
        (saved(photograph(), "JPEG"), False),
        (saved(chart()), False),
        (saved(Image.new("RGB", (500, 500), "white")), False),
        (b"no picture", False),
    ],
    ids=["scan", "screenshot", "fax", "photograph", "chart", "empty", "broken"],
)
def test_print_is_known_from_a_photograph(picture: bytes, *, expected: bool) -> None:
    assert looks_printed(picture) is expected


def test_small_picture_is_silent() -> None:
    assert codes(check, sight(PROSE, SHOWN, pictures=(shown(saved(print_of(26)), 50, 35),))) == []


def test_hidden_picture_is_silent() -> None:
    hidden = block("", picture=0, is_hidden=True)

    assert codes(check, sight(PROSE, hidden, pictures=(shown(saved(print_of(26))),))) == []


@pytest.mark.parametrize(("count", "expected"), [(140, ["Hình chứa khoảng 140 chữ."]), (6, [])])
def test_machine_that_read_the_picture_knows_better(count: int, expected: list[str]) -> None:
    seen = sight(PROSE, SHOWN, pictures=(shown(saved(photograph())),), words_on_pictures={0: count})

    assert [sentence[: len("Hình chứa khoảng 140 chữ.")] for sentence in told(check, seen)] == expected
