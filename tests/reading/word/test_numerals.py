import pytest

from tongket.reading.word.numerals import numeral


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("upperRoman", {1: "I", 4: "IV", 9: "IX", 14: "XIV", 1994: "MCMXCIV", 0: "0", 4000: "4000"}),
        ("lowerRoman", {6: "vi", 40: "xl"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 54: "BBB", 0: "0", 99999: "C" * 10}),
        ("lowerLetter", {3: "c"}),
        ("none", {5: ""}),
        ("bullet", {5: ""}),
        ("vietnameseCounting", {1: "một", 10: "mười", 14: "mười bốn", 15: "mười lăm", 20: "20"}),
        ("chicago", {2: "2"}),
    ],
)
def test_numeral_writes_as_word_does(style: str, written: dict[int, str]) -> None:
    assert {count: numeral(count, style) for count in written} == written
