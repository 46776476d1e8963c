"""What is compared with the open recommendations of earlier conferences."""

from collections.abc import Mapping, Sequence

import pytest

from tests.factories.conferences import make_unit
from tests.factories.synthesis import Reported, make_said, make_small
from tongket.reviews.models import Statement
from tongket.reviews.rules import Kind
from tongket.synthesis.queries import gathered
from tongket.synthesis.queries.gathered import Gathered, said_again
from tongket.synthesis.themes.recommending import MOST_COMPARED
from tongket.synthesis.values import Said


def test_only_so_many_statements_of_a_group_are_read_as_are_compared(
    reported: Reported, monkeypatch: pytest.MonkeyPatch
) -> None:
    following = make_small(units=0, missing=0, composed=False).conference
    before = reported.conference.recommendations.get()
    following.recommendations.create(slot="carried", text=before.text, earlier=before, made_at=before.made_at)
    make_said(following, make_unit(), [(Kind.RECOMMENDATION, f"Đề nghị mở lớp {turn}.") for turn in range(14)])
    keys = tuple(Statement.objects.filter(review__conference=following).order_by("pk").values_list("pk", flat=True))
    read: list[int] = []

    def spied(groups: Sequence[Sequence[Said]], _known: object, _themes: Mapping[int, str]) -> dict[int, int]:
        read.extend(each.key for group in groups for each in group)
        return {}

    monkeypatch.setattr(gathered, "asked_again", spied)
    said_again(following, [Gathered("y-1", "", "", "", keys)])

    assert (len(keys), read) == (14, list(keys[:MOST_COMPARED]))
