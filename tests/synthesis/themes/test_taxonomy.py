"""The shipped themes: enough of them, with phrases that are found again and statements that belong there."""

from collections import Counter

from tests.factories.themes import labelled
from tongket.synthesis.themes.lexicon import Lexicon
from tongket.synthesis.themes.syllables import syllables
from tongket.synthesis.themes.taxonomy import examples_of, is_still_shipped, load
from tongket.synthesis.values import Theme


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


def test_every_theme_has_statements_of_its_own_and_none_twice() -> None:
    examples = {theme.code: theme.examples for theme in load()}

    assert [code for code, said in examples.items() if len(said) < 40] == []
    said = [syllables(each) for some in examples.values() for each in some]
    assert [run for run, count in Counter(said).items() if count > 1] == []


def test_no_shipped_statement_is_measured_on() -> None:
    measured = {syllables(row.text) for row in labelled("held-out", "tuning", "other-hands")}

    assert [each for theme in load() for each in theme.examples if syllables(each) in measured] == []


def test_words_of_statements_lead_where_no_phrase_does() -> None:
    savings = Theme("savings", "Tiết kiệm", ("tiết kiệm",), examples=("Chi hội nuôi heo đất, cuối năm đập ra",))
    roads = Theme("roads", "Đường sá", ("mở đường",), examples=("Bà con cuối xóm góp đất",))

    scores = Lexicon([savings, roads]).scores(syllables("Cuối năm nhà nào cũng có heo đất"))

    assert scores["savings"] > 2 * scores["roads"] > 0


def test_theme_that_a_person_made_another_is_not_taught_by_its_statements() -> None:
    roads = next(theme for theme in load() if theme.code == "roads")
    half = len(roads.phrases) // 2

    assert examples_of("own-1") == ()
    assert is_still_shipped("roads", [*roads.phrases[: half + 1], "cầu treo"])
    assert not is_still_shipped("roads", ["cầu treo", *roads.phrases[: half - 1]])
    assert not is_still_shipped("own-1", ["cầu treo"])
