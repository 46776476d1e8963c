"""The pictures of one manuscript."""

import pytest

from tests.reading.manuscript.making import picture
from tongket.reading.manuscript import album
from tongket.reading.manuscript.album import Album
from tongket.reading.manuscript.values import Picture


def test_pictures_are_numbered_as_they_come() -> None:
    kept = Album()

    assert [kept.add(picture(), 30.0, 15.0), kept.add(b"none"), kept.add(picture())] == [0, None, 1]
    assert kept.pictures == [
        Picture(picture(), "image/png", 30.0, 15.0),
        Picture(picture(), "image/png", 10.58, 5.29),
    ]


def test_no_more_than_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(album, "MOST_PICTURES", 1)
    kept = Album()

    assert [kept.add(picture()), kept.is_full, kept.add(picture())] == [0, True, None]


def test_no_more_bytes_than_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(album, "MOST_BYTES", len(picture()) + 1)
    kept = Album()

    assert [kept.add(picture()), kept.is_full, kept.add(picture())] == [0, False, None]
