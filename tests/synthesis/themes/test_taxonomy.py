"""The shipped themes: enough of them, each with phrases that are found again."""

from collections import Counter

from tongket.synthesis.themes.lexicon import Lexicon
from tongket.synthesis.themes.syllables import syllables
from tongket.synthesis.themes.taxonomy import load


def test_at_least_25_themes_have_a_name_and_phrases() -> None:
    themes = load()

    assert len(themes) >= 25
    assert [theme.code for theme in themes if not theme.name or len(theme.phrases) < 10] == []
    assert len({theme.name for theme in themes}) == len(themes)


def test_no_theme_names_a_phrase_twice() -> None:
    twice = {
        theme.code: [run for run, count in Counter(map(syllables, theme.phrases)).items() if count > 1]
        for theme in load()
    }

    assert {code: runs for code, runs in twice.items() if runs} == {}


def test_every_phrase_speaks_for_its_theme() -> None:
    lexicon = Lexicon(load())

    silent = [
        phrase for theme in load() for phrase in theme.phrases if not lexicon.scores(syllables(phrase)).get(theme.code)
    ]

    assert silent == []
