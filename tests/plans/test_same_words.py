"""What says nothing changes nothing: the form of letters, line ends, blank lines, wraps and page numbers."""

import textwrap
import unicodedata
from collections.abc import Callable

import pytest

from tests.plans.making import plan_of
from tests.plans.test_model_plan import MODEL
from tongket.plans.facts import to_json

TEXT = MODEL.read_text(encoding="utf-8")


def _wrapped(text: str) -> str:
    return "\n".join(
        "\n".join(textwrap.wrap(line, 90, break_long_words=False, break_on_hyphens=False)) for line in text.split("\n")
    )


def _paged(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(lines[:60]) + "\n\n2\n\f" + "\n".join(lines[60:])


CHANGES: list[Callable[[str], str]] = [
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("\n", "\n\n\n"),
    lambda text: "\ufeff" + text,
    lambda text: text.replace(" năm ", "\u00a0năm "),
    lambda text: text.replace("*", ""),
    lambda text: text.replace("\n- ", "\n–  "),
    _wrapped,
    _paged,
]


@pytest.mark.parametrize("change", CHANGES)
def test_facts_stay_the_same(change: Callable[[str], str]) -> None:
    expected = to_json(plan_of(TEXT).facts)

    assert to_json(plan_of(change(TEXT)).facts) == expected


def test_no_words_are_lost() -> None:
    plan = plan_of(TEXT)

    kept = " ".join(line.text for line in plan.lines).split()

    assert kept == TEXT.replace("*", "").split()
