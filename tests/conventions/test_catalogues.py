"""The interface speaks English as completely as Vietnamese: every message id has its translation."""

import re

import pytest
from babel.messages.catalog import Message

import catalogue

GAP = re.compile(r"%\((\w+)\)[sd]|\{(\w+)[^}]*\}|(%s)")


def gaps(text: str) -> set[str]:
    """The named gaps of a message; a translation fills the same ones."""
    return {next(filter(None, found)) for found in GAP.findall(text)}


def forms(message: Message) -> list[tuple[str, str]]:
    """Each form of a message id with its translation."""
    ids = list(message.id) if isinstance(message.id, list | tuple) else [message.id]
    words = message.string if isinstance(message.string, list | tuple) else [message.string]
    return [(text, word or "") for text, word in zip(ids, words, strict=True)]


def faulty_gaps(message: Message) -> bool:
    """Whether a translation names a gap that its message id has not, or forgets one of a form without plural."""
    has_plural = isinstance(message.id, list | tuple)
    return any(
        gaps(words) > gaps(text) or (gaps(words) != gaps(text) and not has_plural) for text, words in forms(message)
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('title = _("Hạn")', [("Hạn", None)]),
        ('title = gettext_lazy("Hạn " "chót")', [("Hạn chót", None)]),
        ('Finding("late", Level.ADVICE, words("Trễ {days} ngày."))', [("Trễ {days} ngày.", None)]),
        ('ngettext("%(n)s bài", "%(n)s bài", n)', [(("%(n)s bài", "%(n)s bài"), None)]),
        ('pgettext("time", "giờ")', [("giờ", "time")]),
        ('title = "Hạn"', []),
        ("title = _(label)", []),
    ],
)
def test_python_gives_its_message_ids(text: str, found: list[catalogue.Found]) -> None:
    assert list(catalogue.in_python(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>{% trans 'Hạn' %}</p>", [("Hạn", None)]),
        ("<div>\n    {% trans 'Hạn' %}\n  {% trans 'Nộp' %}</div>", [("Hạn", None), ("Nộp", None)]),
        ("{% blocktrans with day=on|day %}Hạn {{ day }}{% endblocktrans %}", [("Hạn %(day)s", None)]),
        (
            "{% blocktrans count n=n %}{{ n }} bài{% plural %}{{ n }} bài{% endblocktrans %}",
            [(("%(n)s bài", "%(n)s bài"), None)],
        ),
        ("{% include 'a.html' with title=_('Hạn') %}", [("Hạn", None)]),
        ("<p>Hạn</p>", []),
    ],
)
def test_templates_give_their_message_ids(text: str, found: list[catalogue.Found]) -> None:
    assert list(catalogue.in_template(text)) == found


def test_gap_rule_knows_good_from_bad() -> None:
    assert not faulty_gaps(Message("Hạn {day}, %(unit)s", "%(unit)s due {day}"))
    assert faulty_gaps(Message("Hạn {day}", "due"))
    assert faulty_gaps(Message("Hạn", "due {day}"))
    assert not faulty_gaps(Message(("%(n)s bài", "%(n)s bài"), ("one paper", "%(n)s papers")))


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_catalogue_is_complete_and_has_nothing_left_over(language: str) -> None:
    assert catalogue.faults(language) == []


@pytest.mark.parametrize("language", catalogue.LANGUAGES)
def test_translations_fill_the_same_gaps(language: str) -> None:
    assert [message.id for message in catalogue.load(language) if message.id and faulty_gaps(message)] == []
