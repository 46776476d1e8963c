"""What a machine reads on the pictures of a paper: words are counted, grain and bars are none."""

import pytest

from tests.papers.checks.test_text_in_picture import SHOWN, chart, photograph, print_of, saved, shown
from tests.parts import need
from tongket.papers.picture_words import asks_for_reading, words_on_pictures
from tongket.reading.manuscript.values import Manuscript, Nature, Picture
from tongket.reading.refusals import refuse


def paper(*pictures: Picture) -> Manuscript:
    """A paper that shows its pictures."""
    return Manuscript(Nature.DOCX, (SHOWN,), pictures=pictures)


def test_only_a_large_picture_is_worth_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tongket.papers.picture_words.find_tesseract", lambda: "/usr/bin/false")
    large, small = shown(saved(chart())), shown(saved(chart()), 40, 30)

    assert [asks_for_reading(paper(each)) for each in (large, small)] == [True, False]
    monkeypatch.setattr("tongket.papers.picture_words.find_tesseract", lambda: None)
    assert not asks_for_reading(paper(large))


def test_a_picture_that_takes_too_long_is_left_to_its_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_asked: object) -> None:
        raise refuse("too-slow", wanted=60)

    monkeypatch.setattr("tongket.papers.picture_words.find_tesseract", lambda: "/usr/bin/false")
    monkeypatch.setattr("tongket.papers.picture_words.read_pictures", slow)

    assert words_on_pictures(paper(shown(saved(print_of(26))))) == {}


def test_a_spoiled_picture_has_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tongket.papers.picture_words.find_tesseract", lambda: "/usr/bin/false")

    assert words_on_pictures(paper(shown(b"no picture"))) == {}


@pytest.mark.slow
def test_print_has_words_and_a_photograph_has_none() -> None:
    need("tesseract")
    pictures = [shown(saved(each)) for each in (print_of(20), photograph(), chart())]

    counts = words_on_pictures(paper(*pictures))

    assert sorted(counts) == [0, 1, 2]
    assert counts[0] > 200
    assert (counts[1] < 10, counts[2] < 10) == (True, True)
