"""Statements are proposed anew wherever what they are sorted by changed, and nowhere else."""

import pytest

from tests.factories.conferences import NOW
from tests.factories.synthesis import Reported
from tongket.reviews.models import Statement
from tongket.reviews.rules import Kind
from tongket.synthesis.actions import placing
from tongket.synthesis.actions.placing import move_statements, place_statements
from tongket.synthesis.models import Placement, Report, Theme
from tongket.synthesis.queries.themes import learnt_of
from tongket.synthesis.values import Said
from tongket.units.models import Unit


def lacking(reported: Reported) -> Statement:
    return Statement.objects.filter(review__in=reported.reviews, kind=Kind.SHORTCOMING).order_by("pk")[0]


def placed_elsewhere(reported: Reported) -> None:
    """A lesson that came without a move in this conference, as one of another conference of the host does."""
    Placement.objects.filter(statement=lacking(reported)).update(
        theme=Theme.objects.get(code="credit"), placed_by=reported.clerk, placed_at=NOW
    )


def placed_anew(reported: Reported) -> int:
    return place_statements(conference=reported.conference, now=NOW)


def standing(reported: Reported) -> int:
    return Statement.objects.filter(review__conference=reported.conference, is_gone=False).count()


def stands() -> dict[int, int | None]:
    return dict(Placement.objects.values_list("statement", "theme"))


def test_nothing_is_sorted_twice(reported: Reported) -> None:
    placed_anew(reported)

    assert placed_anew(reported) == 0


def test_a_statement_whose_words_changed_is_sorted_anew(reported: Reported) -> None:
    placed_anew(reported)
    changed = lacking(reported)
    Statement.objects.filter(pk=changed.pk).update(text="Cán bộ kiêm nhiệm nhiều việc.")

    assert placed_anew(reported) == Statement.objects.filter(review=changed.review, is_gone=False).count()
    assert Placement.objects.get(statement=changed).theme == Theme.objects.get(code="officials")


def test_a_lesson_whose_words_changed_teaches_anew(reported: Reported) -> None:
    placed_elsewhere(reported)
    placed_anew(reported)
    Statement.objects.filter(pk=lacking(reported).pk).update(text="Cán bộ kiêm nhiệm nhiều việc.")

    assert placed_anew(reported) == standing(reported)


def test_reviews_sorted_by_lessons_that_the_others_do_not_know_leave_no_order_of_all(reported: Reported) -> None:
    placed_anew(reported)
    placed_elsewhere(reported)

    place_statements(conference=reported.conference, reviews=[reported.reviews[0].pk], now=NOW)

    assert Report.objects.get(conference=reported.conference).sorted_by == ""
    assert placed_anew(reported) == standing(reported)


def test_a_move_reads_the_lessons_before_and_after_once(reported: Reported, monkeypatch: pytest.MonkeyPatch) -> None:
    placed_anew(reported)
    read = list[Unit]()

    def counted(host: Unit) -> list[tuple[Said, str]]:
        read.append(host)
        return learnt_of(host)

    monkeypatch.setattr(placing, "learnt_of", counted)

    move_statements(
        conference=reported.conference, statements=[lacking(reported)], theme=Theme.objects.get(code="credit"),
        by=reported.clerk, now=NOW,
    )  # fmt: skip

    assert read == [reported.conference.host] * 2


def test_moves_and_moves_taken_back_leave_what_a_new_run_proposes(reported: Reported) -> None:
    placed_anew(reported)
    for code in ("credit", "officials", None):
        theme = Theme.objects.get(code=code) if code else None
        move_statements(
            conference=reported.conference, statements=[lacking(reported)], theme=theme, by=reported.clerk, now=NOW
        )
        after = stands()
        assert placed_anew(reported) == 0

        Report.objects.update(sorted_by="")
        placed_anew(reported)

        assert stands() == after
