import re
from importlib.resources import files

import pytest

from tongket.documents.render.layout import LayoutFault, Measure, layout_of, read_layout
from tongket.documents.render.values import Profile

TOML = files("tongket.documents.render").joinpath("layout.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("profile", Profile)
def test_every_profile_is_whole(profile: Profile) -> None:
    layout = layout_of(profile)

    assert layout.page.left_mm.use + layout.page.right_mm.use == 45
    assert layout.header.left_mm.use + layout.header.right_mm.use == layout.page.width_mm - 45
    assert layout.foot.left_mm.use + layout.foot.right_mm.use == layout.page.width_mm - 45


def test_measure_says_what_is_printed_and_what_is_allowed() -> None:
    assert layout_of(Profile.DECREE).page.left_mm == Measure(30, 30, 35, "PL1 I.3")


@pytest.mark.parametrize("profile", Profile)
def test_what_is_printed_is_allowed(profile: Profile) -> None:
    measures = list(_measures(layout_of(profile)))

    assert len(measures) > 40
    assert [each for each in measures if not (each.least or each.use) <= each.use <= (each.most or each.use)] == []


def _measures(value: object) -> list[Measure]:
    if isinstance(value, Measure):
        return [value]
    names = getattr(value, "__dataclass_fields__", {})
    return [each for name in names for each in _measures(getattr(value, name))]


def test_front_states_only_what_differs_from_the_decree() -> None:
    decree, front = layout_of(Profile.DECREE), layout_of(Profile.FRONT)

    assert front.header == decree.header
    assert (decree.signing.deputy_line.use, front.signing.deputy_line.use) == (True, False)
    assert front.numbering.symbol.letter == "MTTQ-BTT"


def test_party_form_lies_over_the_decree() -> None:
    party = layout_of(Profile.PARTY).header

    assert (party.nation.text, party.nation.size.use, party.motto.text) == ("ĐẢNG CỘNG SẢN VIỆT NAM", 15, "")
    assert (party.number.text, party.number.joint, party.number.gap_pt) == ("Số ", "-", 6)


def test_every_dress_and_rule_names_its_source() -> None:
    lines = [line for line in TOML.splitlines() if re.match(r"\w+ = \{ ", line) and "widths_mm" not in line]

    assert [line for line in lines if "source = " not in line] == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[nd30.page]", "[nd30.page]\nbleed_mm = 3", "found unknown key bleed_mm, wanted one of width_mm, height_mm"),
        ("width_mm = 210", "", "found no width_mm, wanted it at nd30.page"),
        ("width_mm = 210", 'width_mm = "210"', "found '210', wanted float, at nd30.page.width_mm"),
        ("width_mm = 210", "width_mm = true", "found True, wanted float, at nd30.page.width_mm"),
        ("top_mm = { use = 20,", "top_mm = { usee = 20,", "found unknown key usee"),
        ("[mttq.signing]", "[mtqq.signing]", "found profile mtqq, wanted one of dang, mttq, nd30"),
        ("[nd30.table]", "[nd30.tables]", "found unknown key tables"),
        ("[nd30.annex]", "[nd30.annex]\nlabel = 3\n[nd30.annexes]", "found unknown key annexes"),
    ],
)
def test_fault_names_its_place(old: str, new: str, message: str) -> None:
    with pytest.raises(LayoutFault, match=re.escape(message)):
        read_layout(TOML.replace(old, new, 1), Profile.DECREE)


def test_number_is_no_table() -> None:
    toml = re.sub(r"^font = .*$", "font = 3", TOML, count=1, flags=re.MULTILINE)

    with pytest.raises(LayoutFault, match=r"found 3, wanted a table, at nd30\.page\.font"):
        read_layout(toml, Profile.DECREE)
