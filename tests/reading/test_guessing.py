"""Statistics name an encoding in which old bytes make words again."""

import pytest

from tongket.reading.guessing import guess

RUSSIAN = "Ежегодный план проведения конференции утверждён решением комитета и направлен всем участникам. "
GREEK = "Το ετήσιο σχέδιο της διάσκεψης εγκρίθηκε με απόφαση της επιτροπής και στάλθηκε σε όλους. "


@pytest.mark.parametrize(("sentence", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (GREEK, "cp1253")])
def test_guess_makes_the_words_readable_again(sentence: str, encoding: str) -> None:
    data = (sentence * 5).encode(encoding)

    found = guess(data)

    assert found is not None
    assert data.decode(found) == sentence * 5


def test_guess_needs_the_beginning_only() -> None:
    data = (RUSSIAN * 5).encode("cp1251")

    assert guess(data * 40 + bytes(range(256))) == guess(data * 40)


def test_guess_of_noise_is_none() -> None:
    assert guess(bytes(range(256)) * 4) is None
