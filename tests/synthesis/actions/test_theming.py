"""People shape the themes, and the program learns."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.conferences import NOW
from tests.factories.synthesis import Reported
from tongket.core.models import Job, JobState
from tongket.reviews.models import Statement
from tongket.reviews.rules import Kind
from tongket.synthesis.actions import placing
from tongket.synthesis.actions.following import JOBS
from tongket.synthesis.actions.placing import SORT, move_statements
from tongket.synthesis.actions.theming import ThemeTwice, add_theme, merge_themes, rename_theme, split_theme
from tongket.synthesis.models import Placement, Theme
from tongket.synthesis.queries.shelves import order_of
from tongket.synthesis.queries.theme_board import board_of
from tongket.synthesis.queries.themes import learnt_of, theme_values


def lacks(reported: Reported) -> list[Statement]:
    return list(Statement.objects.filter(review__in=reported.reviews, kind=Kind.SHORTCOMING).order_by("pk"))


def themes_held(reported: Reported) -> set[str]:
    placed = Placement.objects.filter(statement__in=lacks(reported), theme__isnull=False)
    return set(placed.values_list("theme__code", flat=True))


def test_a_person_moves_one_and_its_likes_follow_at_once(reported: Reported) -> None:
    own = add_theme(conference=reported.conference, name="Ví tiền của xã", by=reported.clerk, now=NOW)
    assert themes_held(reported) == {"funding"}

    move_statements(
        conference=reported.conference, statements=lacks(reported)[:1], theme=own, by=reported.clerk, now=NOW
    )

    assert themes_held(reported) == {own.code}
    placed = Placement.objects.get(statement=lacks(reported)[0])
    assert (placed.placed_by, placed.placed_at) == (reported.clerk, NOW)


def test_what_a_person_placed_is_never_moved_by_the_program(reported: Reported) -> None:
    move_statements(
        conference=reported.conference, statements=lacks(reported)[:1], theme=None, by=reported.clerk, now=NOW
    )

    assert Placement.objects.get(statement=lacks(reported)[0]).theme is None


def test_merged_themes_are_one_and_keep_what_was_placed(reported: Reported) -> None:
    funding, credit = (Theme.objects.get(code=code) for code in ("funding", "credit"))

    merge_themes(theme=funding, into=credit, conference=reported.conference, by=reported.clerk, now=NOW)

    assert themes_held(reported) == {"credit"}
    funding.refresh_from_db()
    assert funding.merged_into == credit
    assert "funding" not in {column.theme.code for column in board_of(reported.conference).columns}


def test_a_part_of_a_theme_becomes_one_of_its_own(reported: Reported) -> None:
    funding = Theme.objects.get(code="funding")

    made = split_theme(
        theme=funding, conference=reported.conference, name="Quỹ sáng kiến", statements=lacks(reported)[:1],
        by=reported.clerk, now=NOW,
    )  # fmt: skip

    assert Placement.objects.get(statement=lacks(reported)[0]).theme == made


def test_names_are_taken_once(reported: Reported) -> None:
    with pytest.raises(ThemeTwice):
        add_theme(conference=reported.conference, name="sản phẩm ocop", by=reported.clerk, now=NOW)
    ocop = Theme.objects.get(code="ocop")
    with pytest.raises(ThemeTwice):
        rename_theme(
            theme=ocop, conference=reported.conference, name="Biểu dương, khen thưởng", phrases=[],
            by=reported.clerk, now=NOW,
        )  # fmt: skip


def test_a_renamed_theme_is_called_so_in_the_report(reported: Reported) -> None:
    funding = Theme.objects.get(code="funding")

    rename_theme(
        theme=funding, conference=reported.conference, name="Nguồn lực", phrases=[*funding.phrases, "ví tiền"],
        by=reported.clerk, now=NOW,
    )  # fmt: skip

    board = board_of(reported.conference)
    assert "Nguồn lực" in {column.theme.name for column in board.columns}
    assert reported.report.moved_at == NOW


def waiting() -> int:
    return Job.objects.filter(name=SORT, state=JobState.WAITING).count()


def test_renaming_and_merging_leave_the_sorting_to_a_job_and_ask_for_it_once(
    reported: Reported, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placing, "shelve", None)
    conference, by = reported.conference, reported.clerk
    funding, credit, ocop = (Theme.objects.get(code=code) for code in ("funding", "credit", "ocop"))

    rename_theme(theme=ocop, conference=conference, name=ocop.name, phrases=ocop.phrases, by=by, now=NOW)
    assert waiting() == 0
    rename_theme(theme=ocop, conference=conference, name="Sản phẩm quê", phrases=ocop.phrases, by=by, now=NOW)
    merge_themes(theme=funding, into=credit, conference=conference, by=by, now=NOW)
    move_statements(conference=conference, statements=lacks(reported)[:1], theme=ocop, by=by, now=NOW)
    assert waiting() == 1


def test_job_that_was_never_handed_over_keeps_nobody_waiting(reported: Reported) -> None:
    conference, by, ocop = reported.conference, reported.clerk, Theme.objects.get(code="ocop")
    rename_theme(theme=ocop, conference=conference, name="Sản phẩm quê", phrases=(), by=by, now=NOW)
    Job.objects.filter(name=SORT).update(run_at=timezone.now() - timedelta(hours=2))

    rename_theme(theme=ocop, conference=conference, name="Sản phẩm OCOP", phrases=(), by=by, now=NOW)

    assert waiting() == 2


def test_the_job_sorts_by_the_themes_of_now_and_what_was_moved_meanwhile(reported: Reported) -> None:
    conference = reported.conference
    funding, credit, ocop = (Theme.objects.get(code=code) for code in ("funding", "credit", "ocop"))
    merge_themes(theme=funding, into=credit, conference=conference, by=reported.clerk, now=NOW)
    move_statements(conference=conference, statements=lacks(reported)[:1], theme=ocop, by=reported.clerk, now=NOW)
    assert themes_held(reported) == {"credit", "ocop"}

    JOBS[SORT](conference_id=conference.pk)

    assert themes_held(reported) == {"ocop"}
    told = theme_values(Theme.objects.filter(host=conference.host, merged_into=None).order_by("ordinal", "pk"))
    assert reported.report.sorted_by == order_of(told, learnt_of(conference.host))
    JOBS[SORT](conference_id=0)
