"""What happens to exemplars: named once for each teller, merged and split, confirmed, taken over, proven."""

import pytest

from tests.factories.conferences import NOW
from tests.factories.exemplars import make_exemplar
from tests.office import Office
from tongket.core.models import Event
from tongket.exemplars import actions
from tongket.exemplars.actions import ExemplarMoved, Naming
from tongket.exemplars.models import Adoption, Distinct, Exemplar, Proof
from tongket.exemplars.rules import ExemplarState


def test_one_unit_names_one_exemplar_once_however_it_writes_it(office: Office) -> None:
    first = make_exemplar(conference=office.conference, unit=office.unit_a, quote="Có mô hình “Ngôi nhà xanh”.")
    again = make_exemplar(
        conference=office.conference, unit=office.unit_a, name="Mô hình Ngôi nhà xanh", quote="Ngôi nhà xanh tiếp tục."
    )

    assert again == first
    assert list(first.proofs.order_by("pk").values_list("quote", "where", "unit")) == [
        ("Có mô hình “Ngôi nhà xanh”.", "tr. 3", office.unit_a.pk),
        ("Ngôi nhà xanh tiếp tục.", "tr. 3", office.unit_a.pk),
    ]


def test_the_same_words_of_a_unit_are_one_proof(office: Office) -> None:
    for _ in range(2):
        made = make_exemplar(conference=office.conference, unit=office.unit_a, quote="Có “Ngôi nhà xanh”.")

    assert made.proofs.count() == 1


def test_two_units_name_two(office: Office) -> None:
    one, other = (make_exemplar(conference=office.conference, unit=unit) for unit in (office.unit_a, office.unit_b))

    assert one != other


def test_a_merged_one_stands_for_the_other_and_is_split_again(office: Office) -> None:
    kept = make_exemplar(conference=office.conference, unit=office.unit_a)
    merged = make_exemplar(conference=office.conference, unit=office.unit_b)
    below = make_exemplar(conference=office.conference, unit=office.conference.host)
    actions.merge_exemplars(kept=merged, merged=below, by=office.clerk, now=NOW)

    actions.merge_exemplars(kept=kept, merged=merged, by=office.clerk, now=NOW)
    told_again = make_exemplar(conference=office.conference, unit=office.unit_b)

    below.refresh_from_db()
    assert (merged.state, below.merged_into, told_again) == (ExemplarState.MERGED, kept, kept)

    actions.split_exemplar(exemplar=merged, by=office.clerk, now=NOW)

    below.refresh_from_db()
    merged.refresh_from_db()
    assert (merged.state, merged.merged_into, below.merged_into) == (ExemplarState.NAMED, None, merged)
    assert list(Distinct.objects.values_list("one", "other")) == [(kept.pk, merged.pk)]


def test_nothing_merges_with_itself_or_with_what_does_not_count(office: Office) -> None:
    kept = make_exemplar(conference=office.conference, unit=office.unit_a)
    dropped = make_exemplar(conference=office.conference, unit=office.unit_b)
    actions.set_state(exemplar=dropped, state=ExemplarState.DROPPED, by=office.clerk, now=NOW)

    for one, other in ((kept, kept), (dropped, kept), (kept, dropped)):
        with pytest.raises(ExemplarMoved):
            actions.merge_exemplars(kept=one, merged=other, by=office.clerk, now=NOW)


def test_a_state_moves_only_as_the_table_says(office: Office) -> None:
    row = make_exemplar(conference=office.conference)
    behind = Exemplar.objects.get(pk=row.pk)
    actions.set_state(exemplar=row, state=ExemplarState.CONFIRMED, by=office.clerk, now=NOW)

    with pytest.raises(ExemplarMoved):
        actions.set_state(exemplar=row, state=ExemplarState.MERGED, by=office.clerk, now=NOW)
    with pytest.raises(ExemplarMoved):
        actions.set_state(exemplar=behind, state=ExemplarState.DROPPED, by=office.clerk, now=NOW)


def test_a_window_behind_is_refused_and_writes_nothing(office: Office) -> None:
    row = make_exemplar(conference=office.conference)
    actions.edit_exemplar(exemplar=row, values={"name": "  Đường  hoa "}, revision=0, by=office.clerk, now=NOW)

    with pytest.raises(ExemplarMoved):
        actions.edit_exemplar(exemplar=row, values={"name": "Đường cờ"}, revision=0, by=office.clerk, now=NOW)

    kept = Exemplar.objects.get()
    assert (kept.name, kept.key, kept.revision) == ("Đường hoa", "duong hoa", 1)


def test_a_unit_takes_an_exemplar_over_once(office: Office) -> None:
    row = make_exemplar(conference=office.conference, unit=office.unit_a)
    for year in (2022, 2023):
        actions.adopt(exemplar=row, unit=office.unit_b, since_year=year, note="", by=office.clerk, now=NOW)

    adoption = Adoption.objects.get()
    assert (adoption.unit, adoption.since_year) == (office.unit_b, 2023)

    actions.take_back_adoption(adoption=adoption, by=office.clerk, now=NOW)
    assert not Adoption.objects.exists()


def test_every_change_leaves_a_line(office: Office) -> None:
    row = make_exemplar(conference=office.conference, unit=office.unit_a)
    actions.add_proof(exemplar=row, file=None, quote="Sổ theo dõi 2024", where="tr. 2", by=office.clerk, now=NOW)
    actions.add_exemplar(host=office.conference.host, values={"name": "Đường cờ"}, by=office.clerk, now=NOW)

    assert list(Event.objects.filter(subject__startswith="exemplar:").values_list("verb", flat=True)) == [
        "name_exemplar",
        "add_proof",
        "add_exemplar",
    ]
    assert Proof.objects.filter(exemplar=row, unit=None).get().quote == "Sổ theo dõi 2024"


def test_what_nobody_told_is_found_by_nobody(office: Office) -> None:
    naming = Naming("Ngôi nhà xanh")
    one = actions.name_exemplar(host=office.conference.host, naming=naming, by=None, now=NOW)

    assert actions.name_exemplar(host=office.conference.host, naming=naming, by=None, now=NOW) == one
