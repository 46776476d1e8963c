"""What phrases say of a statement: longer ones more, shared ones less, pieces of phrases a little."""

from tongket.synthesis.themes.lexicon import Lexicon
from tongket.synthesis.themes.syllables import syllables
from tongket.synthesis.values import Theme

THEMES = (
    Theme("roads", "Đường", ("hiến đất", "mở rộng đường", "đất")),
    Theme("homes", "Nhà", ("sửa nhà", "đất")),
    Theme("money", "Kinh phí", ("kinh phí",)),
)


def scores(text: str) -> dict[str, float]:
    return Lexicon(THEMES).scores(syllables(text))


def test_a_longer_phrase_counts_more_than_the_words_in_it() -> None:
    assert scores("hiến đất")["roads"] > scores("đất")["roads"]


def test_a_phrase_of_two_themes_counts_less_than_one_of_one() -> None:
    lexicon = Lexicon((Theme("a", "", ("một hai", "ba bốn")), Theme("b", "", ("ba bốn",))))

    assert lexicon.scores(syllables("một hai"))["a"] > lexicon.scores(syllables("ba bốn"))["a"]


def test_a_phrase_that_comes_early_counts_more() -> None:
    assert scores("kinh phí của thôn ta hôm nay")["money"] > scores("thôn ta hôm nay có kinh phí")["money"]


def test_pieces_of_a_phrase_lean_to_its_theme() -> None:
    found = scores("mở rộng thêm tuyến đường")

    assert max(found, key=found.__getitem__) == "roads"


def test_matches_tell_where_phrases_stand() -> None:
    parts = syllables("bà con hiến đất")

    assert [(match.begin, match.end, match.themes) for match in Lexicon(THEMES).matches(parts)] == [
        (2, 4, ("roads",)),
        (3, 4, ("homes", "roads")),
    ]


def test_nothing_known_says_nothing() -> None:
    assert scores("abc xyz") == {}
    assert Lexicon(()).scores(("a",)) == {}
