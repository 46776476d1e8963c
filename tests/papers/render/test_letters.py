import pytest

from tongket.papers.render.letters import BOX, missing, shown


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tổng kết “Đoàn kết” – 2024…", "Tổng kết “Đoàn kết” – 2024…"),
        ("một\thai\nba", "một\thai\nba"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("① Ⅷ Ａ", "1 VIII A"),
        ("\uf0b7 ✓ ➢", "• √ -"),
        ("lặng\u200b lẽ\u00ad \ufe0f\x0b", "lặng lẽ "),
        ("😀 会 ☎", f"{BOX} {BOX} {BOX}"),
        ("\ud800\ufffe", BOX),
    ],
)
def test_letters_are_shown_by_the_nearest_sign(text: str, wanted: str) -> None:
    assert shown(text) == wanted


def test_missing_letters_are_told_once_each() -> None:
    assert missing("会 😀 và 会, ① ✓ \u200b") == ("会", "😀")
