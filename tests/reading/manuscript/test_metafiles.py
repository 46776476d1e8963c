"""Drawings of Windows are known by what is in them."""

import gzip

import pytest

from tests.reading.manuscript.drawing import emf, wmf
from tests.reading.manuscript.making import picture
from tongket.reading.manuscript import metafiles
from tongket.reading.manuscript.album import Album
from tongket.reading.manuscript.metafiles import EMF, WMF, metafile
from tongket.reading.manuscript.values import Picture

BARE = wmf()[22:]


@pytest.mark.parametrize(
    ("data", "plain"),
    [
        (emf(50, 60), (emf(50, 60), EMF, 50.0, 60.0)),
        (wmf(80, 40), (wmf(80, 40), WMF, 80.0, 40.0)),
        (BARE, (BARE, WMF, 80.0, 60.0)),
        (gzip.compress(emf(50, 60)), (emf(50, 60), EMF, 50.0, 60.0)),
        # Of a size that no paper has.
        (emf(900, 60), (emf(900, 60), EMF, 80.0, 60.0)),
        (gzip.compress(emf())[:-9], None),
        (b"\x1f\x8bnothing", None),
        (emf()[:60], None),
        (picture(), None),
        (b"", None),
    ],
)
def test_a_drawing_is_told_with_its_size(data: bytes, plain: tuple[bytes, str, float, float] | None) -> None:
    assert metafile(data) == plain


def test_a_packed_drawing_is_unpacked_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metafiles, "_MOST_UNPACKED", 100)

    assert metafile(gzip.compress(emf())) is None


def test_an_album_keeps_a_drawing_as_it_is() -> None:
    album = Album()

    assert album.add(emf(), 60.0, 30.0) == 0
    assert album.pictures == [Picture(emf(), EMF, 60.0, 30.0)]
