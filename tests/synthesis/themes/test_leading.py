"""Where no key phrase stands, the words of a theme's examples say why a statement is proposed for it."""

import pytest

from tongket.synthesis.themes.leading import leading
from tongket.synthesis.themes.taxonomy import load
from tongket.synthesis.values import Theme

FUNDS = Theme("funds", "Kinh phí", ("kinh phí",), (), ("Nguồn quỹ của hội còn nhỏ.", "Quỹ khó khăn."))
ROADS = Theme("roads", "Đường", ("hiến đất",), (), ("Đường của hội còn hẹp.", "Mặt đường hẹp."))


@pytest.mark.parametrize(
    ("text", "theme", "words"),
    [
        ("Nguồn quỹ năm nay ít.", "funds", ("Nguồn quỹ",)),
        ("QUỸ ít, đường lại hẹp.", "funds", ("QUỸ",)),
        ("QUỸ ít, đường lại hẹp.", "roads", ("đường", "hẹp")),
        ("Của hội còn.", "funds", ()),
        ("Bà con đồng tình.", "roads", ()),
        ("", "roads", ()),
    ],
)
def test_words_that_speak_for_one_theme_are_shown_as_they_stand(text: str, theme: str, words: tuple[str, ...]) -> None:
    assert leading([(text, theme)], (FUNDS, ROADS)) == [words]


def test_shipped_themes_tell_what_led_to_them() -> None:
    text = "Nguồn quỹ của chi hội nhỏ, chủ yếu do hội viên đóng góp."

    assert leading([(text, "funding")], load()) == [("Nguồn quỹ",)]
