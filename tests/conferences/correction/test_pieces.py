"""Two wordings as one line."""

import pytest

from tongket.conferences.correction import word_changes

LONG = " ".join(str(number) for number in range(40))


def line(old: str, new: str) -> str:
    marks = {"same": "{}", "old": "[-{}]", "new": "[+{}]"}
    return " ".join(marks[piece.mark].format(piece.text) for piece in word_changes(old, new))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("một hai ba", "một hai ba", "một hai ba"),
        ("gửi trước ngày 20", "gửi trước ngày 22", "gửi trước ngày [-20] [+22]"),
        ("cử đại biểu", "cử 2 đại biểu", "cử [+2] đại biểu"),
        ("cử 2 đại biểu", "cử đại biểu", "cử [-2] đại biểu"),
        ("một hai ba", "bốn năm sáu", "[-một hai ba] [+bốn năm sáu]"),
        ("", "mới", "[+mới]"),
        (f"{LONG} cũ", f"{LONG} mới", "… 34 35 36 37 38 39 [-cũ] [+mới]"),
        (f"cũ {LONG}", f"mới {LONG}", "[-cũ] [+mới] 0 1 2 3 4 5 …"),
        (f"a {LONG} b", f"c {LONG} d", "[-a] [+c] 0 1 2 3 4 5 … 34 35 36 37 38 39 [-b] [+d]"),
    ],
)
def test_change_of_wording_is_shown_word_by_word(old: str, new: str, shown: str) -> None:
    assert line(old, new) == shown
