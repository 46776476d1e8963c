"""One picture made fit for a manuscript."""

import io

import pytest
from PIL import Image

from tests.reading.manuscript.making import noise, picture
from tongket.reading.manuscript.imaging import prepared


@pytest.mark.parametrize(("kind", "content_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_what_prints_is_kept_byte_by_byte(kind: str, content_type: str) -> None:
    data = picture(kind)

    assert prepared(data, 30.0) == (data, content_type, 10.58, 5.29)


@pytest.mark.parametrize(
    ("kind", "mode"), [("TIFF", "RGB"), ("TIFF", "CMYK"), ("BMP", "RGB"), ("GIF", "P"), ("GIF", "L"), ("WEBP", "RGB")]
)
def test_others_become_png(kind: str, mode: str) -> None:
    made = prepared(picture(kind, mode=mode), 30.0)

    assert made is not None
    with Image.open(io.BytesIO(made[0])) as again:
        assert (made[1], again.format, again.size) == ("image/png", "PNG", (40, 20))


def test_colours_of_the_press_become_those_of_a_screen() -> None:
    made = prepared(picture("JPEG", mode="CMYK"), 30.0)

    assert made is not None
    with Image.open(io.BytesIO(made[0])) as again:
        assert (made[1], again.mode) == ("image/jpeg", "RGB")


@pytest.mark.slow
def test_a_photograph_finer_than_paper_shows_is_made_smaller() -> None:
    data = noise((2400, 1200))
    made = prepared(data, 60.0)

    assert made is not None
    with Image.open(io.BytesIO(made[0])) as again:
        assert (again.format, again.size) == ("JPEG", (520, 260))
    assert len(made[0]) < len(data) / 8


def test_density_that_the_file_tells_is_its_size() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (300, 150)).save(buffer, "PNG", dpi=(300, 300))

    made = prepared(buffer.getvalue(), 0.0)

    assert made is not None
    assert made[2:] == (25.4, 12.7)


def test_a_picture_without_its_end_is_written_anew() -> None:
    made = prepared(picture("PNG")[:-12], 30.0)

    assert made is not None
    assert made[0].endswith(picture("PNG")[-12:])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"\xd7\xcd\xc6\x9a" + bytes(60),
        b"\x01\x00\x00\x00" + bytes(36) + b" EMF" + bytes(80),
        picture("PNG")[:40],
        picture("JPEG")[:200],
        picture("PNG").replace(b"IHDR\0\0\0(\0\0\0\x14", b"IHDR\0\1\0(\0\1\0\x14"),
    ],
)
def test_what_cannot_be_shown_is_none(data: bytes) -> None:
    assert prepared(data, 30.0) is None
