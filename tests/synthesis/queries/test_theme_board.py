"""The board of themes says why, and asks a person about what it is least sure of."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.conferences import NOW
from tests.factories.synthesis import Reported
from tongket.reviews.models import Statement
from tongket.synthesis.actions.placing import move_statements
from tongket.synthesis.models import Placement, Theme
from tongket.synthesis.queries.theme_board import board_of, said_of, statements_under
from tongket.synthesis.themes import sorting


def test_the_words_that_speak_for_a_theme_are_found_without_a_lexicon_and_in_one_query(
    reported: Reported, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting, "Lexicon", None)
    sorting._lexicon.cache_clear()

    with CaptureQueriesContext(connection) as queries:
        shown = statements_under(reported.conference, Theme.objects.get(code="funding"))

    assert {each.why for each in shown} == {"Kinh phí cho phong trào và sáng kiến", "bố trí kinh phí, kinh phí hỗ trợ"}
    assert len(queries) == 2


def test_what_a_person_placed_needs_no_reason(reported: Reported) -> None:
    funding = Theme.objects.get(code="funding")
    row = Statement.objects.filter(placement__theme=funding)[0]
    move_statements(conference=reported.conference, statements=[row], theme=funding, by=reported.clerk, now=NOW)

    assert [(each.why, each.is_persons) for each in said_of(Statement.objects.filter(pk=row.pk))] == [("", True)]


def test_the_least_sure_comes_first(reported: Reported) -> None:
    keys = [row.pk for row in Statement.objects.filter(placement__theme__isnull=False).order_by("pk")[:3]]
    Placement.objects.update(score=1)
    for key, score in zip(keys, (0.4, 0.2, 0.44), strict=True):
        Placement.objects.filter(statement=key).update(score=score)

    assert [each.row.pk for each in board_of(reported.conference).unsure] == [keys[1], keys[0], keys[2]]
