"""The forms of units."""

from datetime import date

from tests.factories.units import create_unit
from tongket.units.directory import Directory
from tongket.units.forms.units import EndForm, FilterForm, UnitForm, living
from tongket.units.models import Unit
from tongket.units.queries import whole_directory
from tongket.units.rules import BodyType, UnitRecord

LAST_DAY = {"last_day": "30/6/2025"}


def unit_form(
    typed: dict[str, str], *, held: set[Unit], may_stand_alone: bool = True, unit: Unit | None = None
) -> UnitForm:
    """The form of a unit as somebody who holds `held` fills it in."""
    return UnitForm(
        {"name": "Xã mới", "body": "front"} | typed,
        directory=whole_directory(),
        held={str(each.pk) for each in held},
        may_stand_alone=may_stand_alone,
        unit=unit,
    )


def test_unit_is_put_below_a_unit_of_ones_own(host: Unit) -> None:
    form = unit_form({"parent": host.name, "aliases": " A \n\nB"}, held={host})

    assert form.is_valid(), form.errors
    assert (form.cleaned_data["parent"], form.cleaned_data["aliases"]) == (host, ["A", "B"])


def test_unit_is_not_put_below_a_unit_of_others(host: Unit) -> None:
    form = unit_form({"parent": host.name}, held=set())

    assert form.errors["parent"] == [
        "Ủy ban MTTQ Việt Nam thành phố do nơi khác giữ. Chọn một đơn vị của cơ quan bạn, hoặc nhờ người quản trị."
    ]


def test_unit_stays_below_the_unit_of_others_where_it_was(host: Unit, unit_a: Unit) -> None:
    form = unit_form({"parent": host.name}, held={unit_a}, unit=unit_a, may_stand_alone=False)

    assert form.is_valid(), form.errors


def test_unit_stands_alone_only_where_allowed(db: None) -> None:
    assert unit_form({}, held=set()).is_valid()
    assert list(unit_form({}, held=set(), may_stand_alone=False).errors) == ["parent"]


def test_form_of_a_known_unit_shows_it(host: Unit) -> None:
    unit = create_unit(name="Xã cũ", parent=host, aliases=["A", "B"], valid_until_on=date(2025, 6, 30))

    form = UnitForm(directory=whole_directory(), held=(), unit=unit)

    shown = {name: form[name].value() for name in ("name", "parent", "aliases", "valid_until_on")}
    assert shown == {"name": "Xã cũ", "parent": host.name, "aliases": "A\nB", "valid_until_on": "30/6/2025"}


UNIT = UnitRecord("1", "Xã A", body=BodyType.FRONT, parent="9")
LIKE = UnitRecord("2", "Xã B", body=BodyType.FRONT, parent="9")
OTHER = UnitRecord("3", "Phường C", body=BodyType.FRONT, valid_from=date(2025, 7, 1))
GONE = UnitRecord("4", "Phường D", body=BodyType.FRONT, valid_until=date(2025, 6, 30))
PLACES = Directory([UNIT, LIKE, OTHER, GONE])


def end_form(typed: dict[str, object]) -> EndForm:
    """The form that ends unit A."""
    return EndForm(LAST_DAY | typed, directory=PLACES, unit=UNIT)


def test_successors_are_ticked_among_likes_and_named_among_all() -> None:
    form = end_form({"ticked": ["2"], "others": "Phường C\n\nXã B"})

    assert form.fields["ticked"].choices == [("2", "Xã B")]  # type: ignore[attr-defined]
    assert form.is_valid(), form.errors
    assert (form.cleaned_data["last_day"], form.cleaned_data["successors"]) == (date(2025, 6, 30), ["2", "3"])


def test_successor_is_there_on_the_next_day_and_another_unit() -> None:
    form = end_form({"others": "Phường D\nXã A"})

    assert form.errors["others"] == [
        "Phường D không có vào hôm sau ngày ấy. Chọn đơn vị khác, hoặc sửa ngày.",
        "Xã A không có vào hôm sau ngày ấy. Chọn đơn vị khác, hoặc sửa ngày.",
    ]


def test_ending_needs_no_successor() -> None:
    form = end_form({})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["successors"] == []


def test_names_to_choose_from_are_those_that_exist_on_the_day() -> None:
    assert living(PLACES, date(2025, 7, 1)) == ["Xã A", "Xã B", "Phường C"]


def test_filter_takes_nothing_for_everything() -> None:
    form = FilterForm({"on": date(2024, 10, 21)})

    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"q": "", "body": "", "place_kind": "", "on": date(2024, 10, 21), "ended": False}
